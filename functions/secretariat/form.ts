/** Reads the forms of the console: repeated fields and files included. */
import type { Context } from 'hono';
import { parseFormPairs } from '../../shared/platform/http/form-pairs.ts';
import type { ProblemName } from '../../shared/platform/http/problem.ts';
import { readBytes } from '../../shared/platform/http/read-bytes.ts';

/** The largest upload, in MiB: a letter with its translations, or a list of co-signatories. */
export const maxMegabytes = 4;
/**
 * The same in bytes. Lambda accepts events of 6 MiB, in which a file is in base64, a third longer.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
export const maxBytes = maxMegabytes * 1024 * 1024;
/** Maximum size of the form of a visitor who is not signed in, in bytes: it holds an address. */
export const maxBytesOfStranger = 4 * 1024;
/** More than the largest page has: 200 signatures to select. */
const maxFields = 500;

export interface Form {
  /** The last value of a repeated name. Empty fields are left out. */
  readonly fields: Readonly<Record<string, string>>;
  /** @returns all values sent under that name */
  readonly all: (name: string) => readonly string[];
  readonly file: (name: string) => File | undefined;
}

export const emptyForm: Form = { fields: {}, all: () => [], file: () => undefined };

/**
 * @param limit longest body, in bytes
 * @returns the form, or its error. Never throws on hostile input, and its work is linear in the length
 */
export async function readForm(c: Context, limit = maxBytes): Promise<Form | { problem: ProblemName }> {
  const type = c.req.header('content-type') ?? '';
  if (type === '') return emptyForm;
  const [, multipart] = /^(?:application\/x-www-form-urlencoded|(multipart\/form-data))\b/i.exec(type) ?? [
    undefined,
    null,
  ];
  if (multipart === null) return { problem: 'unsupported-media-type' };
  const bytes = await readBytes(c, limit);
  if (!bytes) return { problem: 'body-too-large' };
  return multipart === undefined ? readPairs(bytes) : readParts(bytes, type);
}

function readPairs(bytes: Uint8Array): Form | { problem: ProblemName } {
  const form = parseFormPairs(bytes, maxFields);
  if (!form) return { problem: 'body-too-large' };
  // Our pages are in UTF-8, so a browser sends nothing else.
  if (form.charset !== 'utf-8') return { problem: 'malformed-body' };
  return formOf(form.pairs, new Map());
}

/** Reads a form with a file. Counts its parts first, since the parser is slow for very many. */
async function readParts(bytes: Uint8Array<ArrayBuffer>, type: string): Promise<Form | { problem: ProblemName }> {
  const [, quoted, plain] = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(type) ?? [];
  const boundary = quoted ?? plain;
  if (boundary === undefined) return { problem: 'malformed-body' };
  if (hasMore(bytes, `--${boundary}`, maxFields + 1)) return { problem: 'body-too-large' };
  const data = await new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => undefined);
  if (!data) return { problem: 'malformed-body' };
  const texts: [string, string][] = [];
  const files = new Map<string, File>();
  for (const [name, value] of data) {
    if (typeof value === 'string') texts.push([name, value]);
    else if (value.size > 0 && !files.has(name)) files.set(name, value);
  }
  // Invalid UTF-8 has become replacement characters.
  return texts.some(([, value]) => value.includes('\ufffd')) ? { problem: 'malformed-body' } : formOf(texts, files);
}

function hasMore(bytes: Uint8Array<ArrayBuffer>, mark: string, limit: number): boolean {
  const found = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = found.indexOf(mark); at >= 0 && count <= limit; at = found.indexOf(mark, at + mark.length)) count += 1;
  return count > limit;
}

function formOf(sent: Iterable<readonly [string, string]>, files: ReadonlyMap<string, File>): Form {
  const filled = [...sent].filter(([, value]) => value !== '');
  return {
    fields: Object.fromEntries(filled),
    all: (name) => filled.flatMap(([key, value]) => (key === name ? [value] : [])),
    file: (name) => files.get(name),
  };
}

/** @returns the query without its empty parameters: a form sends those that nobody has filled in */
export function filledQuery(c: Context): Record<string, string> {
  return Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== ''));
}
