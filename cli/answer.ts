/** `npm run answer -- …`: records the answers of addressees, which the letter's page shows. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import { commandLine } from '../shared/audit/audit.ts';
import { answerFields, readAnswer, recordAnswer, removeAnswer } from '../shared/handover/answer.ts';
import { readHanded } from '../shared/handover/storage.ts';
import type { LetterSlug } from '../shared/ids.ts';
import { readLetter } from '../shared/letter/storage.ts';
import { printFacts, requireArgument, runCommand, slugOf } from './command.ts';
import { findStack, Refusal, type Target } from './stack.ts';

const usage = `Usage:
  npm run answer -- list SLUG
  npm run answer -- record SLUG FILE.md --from "Office of the Mayor" --on 2026-11-20 [--language en]
  npm run answer -- remove SLUG ID
The letter’s page shows an answer within half a minute, and no longer shows one that was removed.
With --stack NAME the command reaches a deployed stack instead of the local one.`;

runCommand(async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      from: { type: 'string' },
      on: { type: 'string' },
      language: { type: 'string' },
      stack: { type: 'string' },
    },
  });
  const [command, word, detail] = positionals;
  const slug = () => slugOf(word, usage);
  switch (command) {
    case 'list':
      return list(await findStack(values.stack), slug());
    case 'record':
      return record(await findStack(values.stack), slug(), requireArgument(detail, usage), values);
    case 'remove':
      return remove(await findStack(values.stack), slug(), requireArgument(detail, usage));
    default:
      throw new Refusal(usage);
  }
});

async function list({ store }: Target, slug: LetterSlug): Promise<void> {
  const { answers } = await readHanded(store, slug);
  if (answers.length === 0) console.log('There are no answers yet.');
  for (const { id, from, receivedOn, language } of answers) {
    printFacts([
      ['answer', id],
      ['from', from],
      ['received on', receivedOn],
      ['language', language],
    ]);
  }
}

interface Options {
  readonly from?: string | undefined;
  readonly on?: string | undefined;
  readonly language?: string | undefined;
}

async function record({ store, publicUrl }: Target, slug: LetterSlug, path: string, options: Options): Promise<void> {
  const letter = await readLetter(store, slug);
  if (!letter) throw new Refusal(`There is no letter "${slug}".`);
  const { from, on: receivedOn, language = letter.language } = options;
  const read = answerFields.safeParse({ from, receivedOn, language, text: textIn(path) });
  if (!read.success) throw new Refusal(`${z.prettifyError(read.error)}\n\n${usage}`);
  const now = new Date();
  if (read.data.receivedOn > now.toISOString().slice(0, 10)) throw new Refusal('That day has not come yet.');
  const written = await recordAnswer(store, slug, read.data, commandLine, now);
  if (!written) throw new Refusal('The answer was not recorded. Try again.');
  console.log(`Recorded as ${written.id}: ${publicUrl}/${slug}`);
}

function textIn(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new Refusal(`The file ${path} cannot be read.`);
  }
}

async function remove({ store }: Target, slug: LetterSlug, id: string): Promise<void> {
  const found = await readAnswer(store, slug, id);
  if (!found) throw new Refusal(`The letter "${slug}" has no answer "${id}".`);
  const isGone = await removeAnswer(store, slug, found, commandLine, new Date());
  if (!isGone) throw new Refusal('The answer changed just now. Try again.');
  console.log('Removed.');
}
