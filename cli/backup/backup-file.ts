/**
 * The file of a backup: a head line, one line for each item and each uploaded file, and a last line with counts and hash. Only its owner may
 * read it. It is encrypted with a passphrase (scrypt, AES-256-GCM), unless a plain file was requested.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes, scryptSync } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StringDecoder } from 'node:string_decoder';
import * as z from 'zod';
import { Refusal } from '../stack.ts';
import { type StoredItem, storedItem } from './item.ts';
import { type StoredFile, storedFile } from './kept-files.ts';

const about = z.object({
  undersigned: z.literal(1),
  takenAt: z.iso.datetime(),
  /** Keyed hash that shows whether a stack has the master key under which the mailboxes are hashed. */
  keys: z.string(),
});
export type About = z.infer<typeof about>;
/** `files` is absent in a backup of an earlier release, which had none. */
const end = z.object({ items: z.int(), files: z.int().default(0), sha256: z.string() });
const contentLine = z.union([z.object({ Item: storedItem }), z.object({ File: storedFile })]);

/** Test signatures last a week at most, and a restored table must not bring one back that was deleted. */
const isOfTest = ({ pk }: StoredItem) => /^TESTS?#/.test(pk.S);

/** The contents of a backup. Files are read after the items. */
export interface Contents {
  readonly items: AsyncIterable<StoredItem>;
  readonly files?: AsyncIterable<StoredFile> | undefined;
}

/**
 * Writes under a temporary name first, so that a file with the final name is complete.
 *
 * @returns the number of items and of files
 */
export async function writeBackup(
  path: string,
  head: About,
  { items, files }: Contents,
  passphrase: string | undefined,
): Promise<{ items: number; files: number }> {
  const unfinished = `${path}.part`;
  const count = { items: 0, files: 0 };
  async function* lines() {
    const hash = createHash('sha256');
    const line = (value: object) => {
      const text = `${JSON.stringify(value)}\n`;
      hash.update(text);
      return text;
    };
    yield line(head);
    for await (const Item of items) {
      if (isOfTest(Item)) continue;
      count.items += 1;
      yield line({ Item });
    }
    for await (const File of files ?? []) {
      count.files += 1;
      yield line({ File });
    }
    yield `${JSON.stringify({ ...count, sha256: hash.digest('hex') })}\n`;
  }
  const file = createWriteStream(unfinished, { mode: 0o600, flags: 'wx' });
  try {
    if (passphrase === undefined) await pipeline(Readable.from(lines()), file);
    else await pipeline(Readable.from(lines()), sealed(passphrase), file);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return count;
}

const magic = Buffer.from('undersigned backup, scrypt, aes-256-gcm\n');
const [saltLength, ivLength, tagLength] = [16, 12, 16];
const headLength = magic.length + saltLength + ivLength;

const keyFrom = (passphrase: string, salt: Buffer) =>
  scryptSync(passphrase, salt, 32, { N: 2 ** 17, r: 8, p: 1, maxmem: 2 ** 28 });

function sealed(passphrase: string) {
  return async function* (plain: AsyncIterable<string>) {
    const [salt, iv] = [randomBytes(saltLength), randomBytes(ivLength)];
    const cipher = createCipheriv('aes-256-gcm', keyFrom(passphrase, salt), iv);
    yield Buffer.concat([magic, salt, iv]);
    for await (const text of plain) yield cipher.update(text, 'utf8');
    cipher.final();
    yield cipher.getAuthTag();
  };
}

/** Reads the first bytes of the file. @returns whether it needs a passphrase */
export async function isEncrypted(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const head = Buffer.alloc(magic.length);
    await file.read(head, 0, magic.length, 0);
    return head.equals(magic);
  } finally {
    await file.close();
  }
}

/** @throws Refusal when the end shows that the passphrase is wrong or the file was changed */
async function* plainBytes(path: string, passphrase: string | undefined): AsyncGenerator<Buffer> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const head = Buffer.alloc(headLength);
    await file.read(head, 0, headLength, 0);
    if (!head.subarray(0, magic.length).equals(magic)) return yield* chunksOf(path);
    if (passphrase === undefined) throw new Refusal(`${path} is encrypted: set BACKUP_PASSPHRASE.`);
    const tag = Buffer.alloc(tagLength);
    await file.read(tag, 0, tagLength, size - tagLength);
    const salt = head.subarray(magic.length, magic.length + saltLength);
    const iv = head.subarray(magic.length + saltLength);
    const decipher = createDecipheriv('aes-256-gcm', keyFrom(passphrase, salt), iv).setAuthTag(tag);
    for await (const chunk of chunksOf(path, { start: headLength, end: size - tagLength - 1 })) {
      yield decipher.update(chunk);
    }
    try {
      decipher.final();
    } catch {
      throw notWhole(path);
    }
  } finally {
    await file.close();
  }
}

/** Splits at line feeds only: texts may hold other characters that some tools treat as line ends. */
async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of bytes) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}

async function* chunksOf(path: string, range: { start?: number; end?: number } = {}): AsyncGenerator<Buffer> {
  for await (const chunk of createReadStream(path, range)) yield z.instanceof(Buffer).parse(chunk);
}

/**
 * Reads the file to its end. Nobody should act on an item before the file was read once to its end.
 *
 * @throws Refusal when it is not a complete backup
 */
export async function* readBackup(
  path: string,
  passphrase: string | undefined,
): AsyncGenerator<{ head: About } | { item: StoredItem } | { file: StoredFile }> {
  const hash = createHash('sha256');
  let previous: string | undefined;
  let isHead = true;
  const read = { items: 0, files: 0 };
  for await (const line of linesOf(plainBytes(path, passphrase))) {
    // The last line is not an item: it describes the others.
    if (previous !== undefined) {
      hash.update(`${previous}\n`);
      if (isHead) {
        isHead = false;
        yield { head: parsed(path, about, previous) };
      } else {
        const content = parsed(path, contentLine, previous);
        if ('Item' in content) {
          read.items += 1;
          yield { item: content.Item };
        } else {
          read.files += 1;
          yield { file: content.File };
        }
      }
    }
    previous = line;
  }
  const last = parsed(path, end, previous ?? '');
  if (last.items !== read.items || last.files !== read.files || last.sha256 !== hash.digest('hex'))
    throw notWhole(path);
}

const notWhole = (path: string) =>
  new Refusal(`${path} is not a whole backup: it was cut off or changed, or the passphrase is another one.`);

function parsed<T>(path: string, schema: z.ZodType<T>, line: string): T {
  let json: unknown;
  try {
    json = JSON.parse(line);
  } catch {
    throw notWhole(path);
  }
  const result = schema.safeParse(json);
  if (!result.success) throw notWhole(path);
  return result.data;
}

/** @returns the head of the file. Reads to the end first, as only then the file is known to be complete */
export async function headOf(lines: ReturnType<typeof readBackup>): Promise<About | undefined> {
  let head: About | undefined;
  for await (const line of lines) if ('head' in line) head = line.head;
  return head;
}

/** @returns the items without the head */
export async function* itemsOf(lines: ReturnType<typeof readBackup>): AsyncGenerator<StoredItem> {
  for await (const line of lines) if ('item' in line) yield line.item;
}

export async function* filesOf(lines: ReturnType<typeof readBackup>): AsyncGenerator<StoredFile> {
  for await (const line of lines) if ('file' in line) yield line.file;
}
