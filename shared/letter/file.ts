/** Reads a letter from a file: Markdown with YAML front matter. Every fault names its line. */
import { isMap, isPair, isScalar, LineCounter, parseDocument, type Scalar, visit } from 'yaml';
import * as z from 'zod';
import { type LetterSlug, letterSlug } from '../ids.ts';
import { explainYamlError, quoteAmbiguousText, readDateTime } from './front-matter.ts';
import { type LetterSettings, letterSettings, type OwnPrivacy, ownPrivacy } from './letter.ts';
import { unsupportedIn } from './markdown.ts';
import type { OwnTexts } from './own-texts.ts';
import { checkOwnTexts, ownTexts } from './own-texts-check.ts';
import { type LetterText, letterText } from './text.ts';

/** A fault in a file. `line` counts from 1. */
export interface Fault {
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

export type ReadFile<Content> = { ok: true; content: Content } | { ok: false; faults: Fault[] };

export interface LetterFile {
  readonly slug: LetterSlug;
  readonly text: LetterText;
  readonly settings: LetterSettings;
  /** Strings of its pages and mails that the letter replaces, in its own language. */
  readonly ownTexts?: OwnTexts | undefined;
}

/** The text in another language, with the strings that the letter replaces in it. */
export type Translation = LetterText & Pick<LetterFile, 'ownTexts'> & { readonly ownPrivacy?: OwnPrivacy | undefined };

const frontMatter = z
  .strictObject({
    slug: letterSlug,
    ...letterText.omit({ body: true }).shape,
    ...letterSettings.shape,
    texts: ownTexts,
  })
  .check(checkOwnTexts);
const { body } = letterText.pick({ body: true }).shape;

/** @returns the letter in the file, or all of its faults */
export function readLetterFile(source: string): ReadFile<LetterFile> {
  const file = splitFile(source);
  if (!file.ok) return file;
  const fields = parseFields(file.content, frontMatter);
  if (!fields.ok) return fields;
  const { slug, texts, ...given } = fields.content.fields;
  const {
    accepts,
    goal,
    privacy,
    publishedFrom,
    individualsPublishedFrom,
    confirmWithinDays,
    replyTo,
    keepDays,
    noAnswerAfterDays,
    nameOrder,
    unlisted,
    colour,
    asksFollowUp,
    follows,
    next,
    opens,
    closes,
    timeZone,
    ...text
  } = given;
  return {
    ok: true,
    content: {
      slug,
      text: { ...text, body: fields.content.body },
      settings: {
        accepts,
        goal,
        privacy,
        publishedFrom,
        individualsPublishedFrom,
        confirmWithinDays,
        replyTo,
        keepDays,
        noAnswerAfterDays,
        nameOrder,
        unlisted,
        colour,
        asksFollowUp,
        follows,
        next,
        opens,
        closes,
        timeZone,
      },
      ownTexts: texts,
    },
  };
}

/**
 * A translation names its language and translates any of the fields; the rest comes from the original.
 *
 * @returns the text in that language, or all faults of the file
 */
export function readTranslationFile(source: string, { slug, text: original }: LetterFile): ReadFile<Translation> {
  const file = splitFile(source);
  if (!file.ok) return file;
  const { language, title, salutation, addressees, closing, convener } = letterText.shape;
  const schema = z
    .strictObject({
      slug: z.literal(slug).optional(),
      language,
      title,
      salutation,
      addressees: addressees.optional(),
      closing,
      convener: convener.optional(),
      privacy: ownPrivacy.optional(),
      texts: ownTexts,
    })
    .check(checkOwnTexts);
  const fields = parseFields(file.content, schema);
  if (!fields.ok) return fields;
  const { slug: _, texts, privacy, ...translated } = fields.content.fields;
  return {
    ok: true,
    content: {
      ...original,
      closing: undefined,
      ...translated,
      addressees: translated.addressees ?? original.addressees,
      convener: translated.convener ?? original.convener,
      body: fields.content.body,
      ownTexts: texts,
      ownPrivacy: privacy,
    },
  };
}

interface Split {
  readonly yaml: string;
  readonly body: string;
  /** Line of the file on which the body starts. */
  readonly bodyLine: number;
}

function splitFile(source: string): ReadFile<Split> {
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

function parseFields<Schema extends z.ZodType>(
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

function fault(path: readonly PropertyKey[], message: string, lineOf: (path: readonly PropertyKey[]) => number): Fault {
  return { line: lineOf(path), field: path.map(String).join('.'), message };
}

/** Zod's names of types, in words for people. */
const kinds: Readonly<Record<string, string>> = {
  string: 'words on one line',
  number: 'a number, such as 100',
  int: 'a whole number, such as 100',
  array: 'a list: each on a line of its own that begins with a hyphen',
  object: 'several fields, each on a line of its own, moved in by two spaces',
  date: 'a day, such as 2026-12-31',
};

function messageOf(issue: z.core.$ZodIssue, present: boolean): string {
  if (issue.code === 'invalid_type')
    return present ? `must be ${kinds[issue.expected] ?? issue.expected}` : 'is missing';
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return 'must be a day that there is, such as 2026-12-31';
  if (issue.code === 'invalid_format' && issue.format === 'datetime')
    return 'must be a day, such as 2026-12-31, or a day and a time, such as 2026-12-31 18:00';
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'must be an email address';
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'must be the address of a website, such as https://example.org';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' && issue.origin !== 'string') return `must be at least ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin !== 'string') return `must be at most ${issue.maximum}`;
  return issue.message;
}
