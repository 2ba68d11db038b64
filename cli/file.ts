/** `npm run file -- …`: adds files to a letter: scans of handovers, files of answers, the logo. */
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { commandLine } from '../shared/audit/audit.ts';
import { readDeliveries } from '../shared/delivery/storage.ts';
import { isFileShown, maxBytesFor, removeFile, showFile, startFile } from '../shared/handover/letter-files.ts';
import { readHandover } from '../shared/handover/storage.ts';
import type { LetterSlug } from '../shared/ids.ts';
import type { Letter } from '../shared/letter/letter.ts';
import { readLetter } from '../shared/letter/storage.ts';
import { openBucket, putObject } from '../shared/platform/bucket/bucket.ts';
import { refusalWords } from '../shared/upload/refusal-words.ts';
import { maxUploads, readUpload, readUploads, uploadArrived } from '../shared/upload/storage.ts';
import { incomingKey, isKept, type PlaceOfFile, placeOfFile, type Upload } from '../shared/upload/upload.ts';
import { printFacts, requireArgument, runCommand, slugOf } from './command.ts';
import { findStack, Refusal, type Target } from './stack.ts';

const usage = `Usage:
  npm run file -- list SLUG
  npm run file -- add SLUG FILE (--record ID | --answer ID | --logo) [--publish]
  npm run file -- publish SLUG ID
  npm run file -- hide SLUG ID
  npm run file -- remove SLUG ID
--record is a handover in person or by post: npm run handover -- show SLUG DELIVERY lists the ids. Those of answers: npm run answer -- list SLUG.
A scan and the file of an answer are a PDF, JPEG, PNG or WebP of at most 10 MB, a logo is a PNG, JPEG, SVG or WebP of at most 1 MB.
We keep a copy without hidden data. Only with --publish, or after "publish", the public sees it; a logo is used from then on.
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      record: { type: 'string' },
      answer: { type: 'string' },
      logo: { type: 'boolean', default: false },
      publish: { type: 'boolean', default: false },
      stack: { type: 'string' },
    },
  });
  const [command, word, detail] = positionals;
  const at = async (): Promise<AtLetter> => {
    const slug = slugOf(word, usage);
    const target = await findStack(values.stack);
    const letter = await readLetter(target.store, slug);
    if (!letter) throw new Refusal(`There is no letter "${slug}".`);
    return { target, letter };
  };
  switch (command) {
    case 'list':
      return list(await at());
    case 'add':
      return add(await at(), requireArgument(detail, usage), values);
    case 'publish':
    case 'hide':
      return show(await at(), requireArgument(detail, usage), command === 'publish');
    case 'remove':
      return remove(await at(), requireArgument(detail, usage));
    default:
      throw new Refusal(usage);
  }
});

interface AtLetter {
  readonly target: Target;
  readonly letter: Letter;
}

const acting = ({ target, letter }: AtLetter) => ({
  ...{ store: target.store, letter, by: commandLine, now: new Date() },
});

const placeWords = {
  scan: 'scan',
  answer: 'of an answer',
  look: 'logo',
  logo: 'logo of an organisation',
  evidence: 'evidence',
} as const;

function factsOf(letter: Letter, upload: Upload): [string, string][] {
  const { id, target, progress } = upload;
  const why = progress.state === 'refused' ? `: ${refusalWords[progress.why]}` : '';
  const isShown = isFileShown(letter, upload);
  const shown = target.kind === 'look' ? ['in use', 'not in use'] : ['public', 'not public'];
  return [
    ['file', `${id}  ${placeWords[target.kind]}`],
    ['state', `${progress.state}${why}`],
    ...(isKept(upload) ? [['shown', shown[isShown ? 0 : 1] ?? ''] satisfies [string, string]] : []),
  ];
}

async function list({ target, letter }: AtLetter): Promise<void> {
  const uploads = await readUploads(target.store, letter.slug, 'upload');
  if (uploads.length === 0) console.log('There are no files yet.');
  for (const one of uploads) printFacts(factsOf(letter, one));
}

interface Place {
  readonly record?: string | undefined;
  readonly answer?: string | undefined;
  readonly logo: boolean;
}

async function add(at: AtLetter, path: string, { publish, ...named }: Place & { publish: boolean }): Promise<void> {
  const { target, letter } = at;
  const { bucketName, store } = target;
  if (bucketName === undefined) throw new Refusal('The bucket for files is not known: set BUCKET_NAME as well.');
  const place = await placeNamed(target, letter.slug, named);
  const body = bytesIn(path);
  const maxBytes = maxBytesFor(place);
  if (body.byteLength > maxBytes) throw new Refusal(`${path} is larger than ${maxBytes / 1024 / 1024} MB.`);
  const started = await startFile(acting(at), place);
  if (started.outcome === 'no-place') throw new Refusal(noPlace(letter.slug));
  if (started.outcome !== 'started') throw new Refusal(`There are ${maxUploads} files already. Remove one first.`);
  const { upload } = started;
  const bucket = openBucket(bucketName);
  try {
    await putObject(bucket, { key: incomingKey(upload), body, type: 'application/octet-stream' });
  } finally {
    bucket.client.destroy();
  }
  await uploadArrived(store, upload, commandLine, new Date());
  const checked = await whenChecked(at, upload);
  if (publish && isKept(checked)) return show(at, upload.id, true);
  printFacts(factsOf(letter, checked));
  if (checked.progress.state === 'refused') throw new Refusal('The file was refused.');
  if (!isKept(checked)) console.log(`Still running. Check with: npm run file -- list ${letter.slug}`);
}

const noPlace = (slug: LetterSlug) => `The letter "${slug}" has no such record or answer.`;

/** @throws Refusal unless exactly one place is named */
async function placeNamed({ store }: Target, slug: LetterSlug, { record, answer, logo }: Place): Promise<PlaceOfFile> {
  const named = [record !== undefined, answer !== undefined, logo].filter(Boolean);
  if (named.length !== 1) throw new Refusal(usage);
  if (logo) return { kind: 'look' };
  if (answer !== undefined) return placeOr({ kind: 'answer', answer }, slug);
  const { deliveries } = await readDeliveries(store, slug);
  for (const { id: delivery } of deliveries) {
    const { byHand } = await readHandover(store, slug, delivery);
    if (record !== undefined && byHand[record]) return placeOr({ kind: 'scan', delivery, record }, slug);
  }
  throw new Refusal(noPlace(slug));
}

function placeOr(place: unknown, slug: LetterSlug): PlaceOfFile {
  const read = placeOfFile.safeParse(place);
  if (!read.success) throw new Refusal(noPlace(slug));
  return read.data;
}

function bytesIn(path: string): Uint8Array {
  try {
    return readFileSync(path);
  } catch {
    throw new Refusal(`The file ${path} cannot be read.`);
  }
}

/** The function starts within seconds; the next sweep starts it again if need be. */
const waitFor = 3 * 60 * 1000;

/** @returns the upload once it was checked, or as it is after some minutes */
async function whenChecked(at: AtLetter, { id }: Upload): Promise<Upload> {
  const until = Date.now() + waitFor;
  for (;;) {
    const found = await fileOf(at, id);
    if (found.progress.state !== 'checking' || Date.now() > until) return found;
    await sleep(500);
  }
}

/** @throws Refusal when the letter has no such file */
async function fileOf({ target, letter }: AtLetter, id: string): Promise<Upload> {
  const found = await readUpload(target.store, letter.slug, 'upload', id);
  if (!found) throw new Refusal(`The letter "${letter.slug}" has no file "${id}".`);
  return found;
}

async function show(at: AtLetter, id: string, isPublic: boolean): Promise<void> {
  const done = await showFile(acting(at), await fileOf(at, id), isPublic);
  if (!done) throw new Refusal('The file was not kept, or the letter changed just now. Try again.');
  const letter = await readLetter(at.target.store, at.letter.slug);
  if (letter) printFacts(factsOf(letter, await fileOf(at, id)));
}

async function remove(at: AtLetter, id: string): Promise<void> {
  await removeFile(acting(at), await fileOf(at, id));
  console.log('Removed.');
}
