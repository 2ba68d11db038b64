/** Reading a request's body: JSON, or a plain HTML form whose field names are paths (`organisation.name`). */
import type { Context } from 'hono';
import type { ProblemName } from './problem.ts';

/** Longest body that is read, in bytes: far more than the longest valid submission. */
const mostBytes = 32 * 1024;

export type Body = { format: 'json' | 'form'; fields: unknown } | { format: 'json' | 'form'; problem: ProblemName };

/**
 * @param most longest body, in bytes
 * @returns the fields of the body, not yet validated, or what is wrong with it. Never throws on hostile input.
 */
export async function readBody(c: Context, most = mostBytes): Promise<Body> {
  const [type = '', ...parameters] = (c.req.header('content-type') ?? '')
    .toLowerCase()
    .split(';')
    .map((s) => s.trim());
  const format = type === 'application/x-www-form-urlencoded' ? 'form' : 'json';
  const charset = parameters.find((parameter) => parameter.startsWith('charset='))?.replace(/^charset=|"/g, '');
  const known = format === 'form' || type === 'application/json';
  if (!known || (charset && charset !== 'utf-8' && charset !== 'utf8')) {
    return { format, problem: 'unsupported-media-type' };
  }
  if (Number(c.req.header('content-length') ?? 0) > most) return { format, problem: 'body-too-large' };
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > most) return { format, problem: 'body-too-large' };
  const text = decode(bytes);
  const fields = text === undefined ? undefined : format === 'json' ? parseJson(text) : parseForm(text);
  return fields === undefined ? { format, problem: 'malformed-body' } : { format, fields };
}

function decode(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined; // not UTF-8
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // `undefined` is no JSON value, so it can stand for "not JSON"
  }
}

interface Fields {
  [name: string]: string | boolean | Fields;
}

/** What a checkbox sends, or a hidden field in its place. */
const checkboxes = /^(attestation|consents\.[a-z]+)$/;
const checked = new Set(['on', 'true', '1', 'yes']);

/**
 * An empty field of a form is one that was not filled in. Of a name sent twice the last counts. Percent-encoding that
 * is not UTF-8 makes replacement characters, which are refused.
 */
function parseForm(text: string): Fields | undefined {
  const fields: Fields = Object.create(null);
  for (const [name, value] of new URLSearchParams(text)) {
    if (value.includes('\ufffd')) return undefined;
    const path = name.split('.').slice(0, 4);
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
