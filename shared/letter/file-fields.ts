/** Takes a file apart: its fields in YAML, checked, and its text in Markdown. */
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import * as z from 'zod';
import { type Fault, fault, messageOf } from './file-faults.ts';
import { explainYamlError, quoteAmbiguousText, readDateTime } from './front-matter.ts';
import { unsupportedIn } from './markdown.ts';
import { letterText } from './text.ts';

export type ReadFile<Content> = { ok: true; content: Content } | { ok: false; faults: Fault[] };

const { body } = letterText.pick({ body: true }).shape;

export interface Split {
  readonly yaml: string;
  readonly body: string;
  /** Line of the file on which the body starts. */
  readonly bodyLine: number;
}

/** @returns its two parts, not yet read */
export function splitFile(source: string): ReadFile<Split> {
  const match = /^\ufeff?---[ \t]*\r?\n([\s\S]*?\r?\n)---[ \t]*(?:\r?\n|$)/.exec(source);
  const yaml = match?.[1];
  if (!match || yaml === undefined) {
    const message = 'a letter begins with a line of three hyphens, then its fields, then another line of three hyphens';
    return { ok: false, faults: [{ line: 1, field: 'front matter', message }] };
  }
  return {
    ok: true,
    content: { yaml, body: source.slice(match[0].length), bodyLine: match[0].split('\n').length },
  };
}

/** @returns the fields and the text, or all of their faults */
export function parseFields<Schema extends z.ZodType>(
  { yaml, body: bodyText, bodyLine }: Split,
  schema: Schema,
): ReadFile<{ fields: z.output<Schema>; body: string }> {
  const lines = new LineCounter();
  const read = quoteAmbiguousText(yaml);
  if (read.faults.length > 0) return { ok: false, faults: read.faults };
  const document = parseDocument(read.yaml, { lineCounter: lines, schema: 'core' });
  /** Adds one, since the front matter starts on the second line of the file. */
  const lineAt = (offset: number) => lines.linePos(offset).line + 1;
  const [broken] = document.errors;
  if (broken) {
    return {
      ok: false,
      faults: [{ line: lineAt(broken.pos[0]), field: 'front matter', ...explainYamlError(broken, yaml) }],
    };
  }
  const lineOf = (path: readonly PropertyKey[]): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = document.getIn(path.slice(0, length - 1).map(String), true);
      const holder = length === 1 ? document.contents : parent;
      const pair = isMap(holder)
        ? holder.items.find(({ key }) => isScalar(key) && key.value === path[length - 1])
        : undefined;
      if (pair && isScalar(pair.key) && pair.key.range) return lineAt(pair.key.range[0]);
    }
    return 1;
  };
  visit(document, { Scalar: keepSource });
  const fields = schema.safeParse(withMoments(document.toJS() ?? {}));
  const text = body.safeParse(bodyText);
  const lost = unsupportedIn(bodyText).map(({ line, message }) => ({
    line: bodyLine + line - 1,
    field: 'the text',
    message,
  }));
  if (fields.success && text.success && lost.length > 0) return { ok: false, faults: lost };
  if (fields.success && text.success) return { ok: true, content: { fields: fields.data, body: text.data } };
  const faults = [
    ...(fields.error?.issues ?? []).flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => fault([...issue.path, key], 'is not a field of a letter', lineOf))
        : [fault(issue.path, messageOf(issue, document.hasIn(issue.path.map(String))), lineOf)],
    ),
    ...(text.error?.issues ?? []).map(({ message }) => ({ line: bodyLine, field: 'the text', message })),
    ...lost,
  ];
  return { ok: false, faults };
}

/**
 * Keeps a telephone number or a year as typed, where the parser makes a number of it. Only fields such as `goal: 50`
 * expect one.
 */
function keepSource(_: unknown, scalar: Scalar, path: readonly unknown[]): void {
  const pair = path.findLast((node) => isPair(node));
  const name = isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : '';
  if (pair && isPair(pair) && pair.key === scalar) return;
  if (scalar.type === 'PLAIN' && scalar.source && !typedFields.has(name)) scalar.value = scalar.source;
}

/** Fields that are not text. */
const typedFields = new Set([
  'accepts',
  'asksFollowUp',
  'confirmWithinDays',
  'goal',
  'individualsPublishedFrom',
  'keepDays',
  'noAnswerAfterDays',
  'nameOrder',
  'unlisted',
  'privacy',
  'publishedFrom',
  'redirect',
]);

const dated = z.looseObject({
  opens: z.string().optional(),
  closes: z.string().optional(),
  timeZone: z.string().catch('UTC').default('UTC'),
});

/** A day alone is the whole day in the letter's time zone: the letter closes when it ends. */
function withMoments(fields: unknown): unknown {
  const { success, data } = dated.safeParse(fields);
  if (!success || (data.opens === undefined && data.closes === undefined)) return fields;
  const { opens, closes, timeZone: zone } = data;
  return {
    ...z.looseObject({}).parse(fields),
    ...(opens === undefined ? {} : { opens: readDateTime(opens, zone, false) ?? opens }),
    ...(closes === undefined ? {} : { closes: readDateTime(closes, zone, true) ?? closes }),
  };
}
