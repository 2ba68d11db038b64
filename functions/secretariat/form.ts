/** What a form of the console sends: fields by their names, as often as they are there, and files. */
import type { Context } from 'hono';
import type * as z from 'zod';
import { fieldErrors, type ProblemName, problem } from '../../shared/http/problem.ts';

/** Longest body, in bytes: a letter with its translations, or a list of co-signatories. Lambda takes 6 MB. */
export const mostBytes = 5 * 1024 * 1024;

export interface Form {
  /** Of a name sent twice, the last counts. A field that was left empty is not there. */
  readonly fields: Readonly<Record<string, string>>;
  /** @returns all that was sent under that name */
  readonly all: (name: string) => readonly string[];
  readonly file: (name: string) => File | undefined;
}

export const emptyForm: Form = { fields: {}, all: () => [], file: () => undefined };

/** @returns the form, or what is wrong with it. Never throws on hostile input. */
export async function readForm(c: Context): Promise<Form | { problem: ProblemName }> {
  const type = (c.req.header('content-type') ?? '').toLowerCase();
  if (type === '') return emptyForm;
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/.test(type)) {
    return { problem: 'unsupported-media-type' };
  }
  if (Number(c.req.header('content-length') ?? 0) > mostBytes) return { problem: 'body-too-large' };
  const bytes = await c.req.arrayBuffer();
  if (bytes.byteLength > mostBytes) return { problem: 'body-too-large' };
  const data = await new Response(bytes, { headers: { 'content-type': c.req.header('content-type') ?? '' } })
    .formData()
    .catch(() => undefined);
  if (!data) return { problem: 'malformed-body' };
  const texts = [...data].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  // What is no UTF-8 has become replacement characters.
  if (texts.some(([, value]) => value.includes('\ufffd'))) return { problem: 'malformed-body' };
  const filled = texts.filter(([, value]) => value !== '');
  return {
    fields: Object.fromEntries(filled),
    all: (name) => filled.flatMap(([key, value]) => (key === name ? [value] : [])),
    file: (name) => {
      const value = data.get(name);
      return value instanceof File && value.size > 0 ? value : undefined;
    },
  };
}

/** @returns the answer of the API to a body that does not fit */
export function invalidFields(c: Context, error: z.ZodError) {
  return problem(c, 'invalid-fields', { errors: fieldErrors(error) });
}
