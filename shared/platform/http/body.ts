/** Reads a request's body: JSON, or a plain HTML form whose field names are paths (`organisation.name`). */
import type { Context } from 'hono';
import { parseFormPairs } from './form-pairs.ts';
import { isTooDeep } from './json-depth.ts';
import type { ProblemName } from './problem.ts';
import { readBytes } from './read-bytes.ts';

/** Maximum body length, in bytes: far more than the longest valid submission. */
const maxBytes = 32 * 1024;
/** Maximum body length of a request with only an address, a code or similar, in bytes. */
export const maxSmallBody = 4 * 1024;
/** Several times as many as the longest form of the public pages has. */
const maxFields = 100;

export type Body =
  | { format: 'json' | 'form'; fields: unknown }
  /** A form that is not in UTF-8 returns its fields as windows-1252: for the person to check, not to be stored. */
  | { format: 'json' | 'form'; problem: ProblemName; fields?: unknown };

/**
 * @param limit maximum body length, in bytes
 * @returns the fields of the body, not yet validated, or its error. Never throws on hostile input
 */
export async function readBody(c: Context, limit = maxBytes): Promise<Body> {
  const [type = '', ...parameters] = (c.req.header('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((s) => s.trim());
  const format = type === 'application/x-www-form-urlencoded' ? 'form' : 'json';
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.replace(/^charset=|"/g, '');
  const known = format === 'form' || type === 'application/json';
  if (!known || !(charset === undefined || charset === '' || charsets[format].has(charset))) {
    return { format, problem: 'unsupported-media-type' };
  }
  const bytes = await readBytes(c, limit);
  if (!bytes) return { format, problem: 'body-too-large' };
  if (format === 'json') {
    const fields = parseJson(bytes);
    return fields === undefined ? { format, problem: 'malformed-body' } : { format, fields };
  }
  const form = parseFormPairs(bytes, maxFields);
  if (!form) return { format, problem: 'body-too-large' };
  const fields = nested(form.pairs);
  return form.charset === 'utf-8' ? { format, fields } : { format, fields, problem: 'not-utf-8' };
}

/** Encodings that may be declared. A declaration has no effect: the bytes of a form tell its encoding. */
const charsets = {
  json: new Set(['utf-8', 'utf8']),
  form: new Set(['utf-8', 'utf8', 'windows-1252', 'iso-8859-1', 'us-ascii']),
} as const satisfies Record<string, ReadonlySet<string>>;

/** @returns the value, or undefined (which is not a JSON value) when it is not JSON, not UTF-8, or nested too deeply */
function parseJson(bytes: Uint8Array): unknown {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isTooDeep(text) ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface Fields {
  [name: string]: string | boolean | Fields;
}

/** Fields that are a checkbox, or a hidden field in its place. */
const checkboxes = /^(attestation|consents\.[a-zA-Z]+)$/;
const checked = new Set(['on', 'true', '1', 'yes']);

/** An empty form field counts as not filled in. Of a name sent twice, the last value counts. */
function nested(pairs: Iterable<readonly [string, string]>): Fields {
  const fields: Fields = Object.create(null);
  for (const [name, value] of pairs) {
    const path = name.split('.', 4);
    const last = path.pop() ?? '';
    let holder = fields;
    for (const part of path) {
      const next = holder[part];
      const inner: Fields = typeof next === 'object' ? next : Object.create(null);
      holder[part] = inner;
      holder = inner;
    }
    if (value !== '') holder[last] = checkboxes.test(name) ? checked.has(value.toLowerCase()) : value;
  }
  return fields;
}
