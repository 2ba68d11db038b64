/** The text of a letter as the fields of a form, and back. */
import type * as z from 'zod';
import { type LetterText, letterText } from '../../../shared/letter/text.ts';
import type { Filled } from '../ui/field.tsx';
import { issueWords } from '../ui/issue-words.ts';
import { readAddressees, readOffices, writeAddressees, writeOffices } from './address-lines.ts';

type Fields = Readonly<Record<string, string>>;

/** In the order of the page. */
export const textFields = {
  language: 'Language',
  title: 'Title',
  date: 'Date',
  addressees: 'Addressees',
  salutation: 'Salutation',
  body: 'Text',
  closing: 'Closing',
  'convener.signatory': 'Signed by',
  'convener.role': 'Role',
  'convener.organisation': 'Organisation',
  'convener.website': 'Website',
  'convener.offices': 'Offices',
} as const satisfies Record<string, string>;

/** @returns the text as form fields */
export function fieldsOfText({ convener, ...text }: LetterText): Record<string, string> {
  const fields = {
    language: text.language,
    title: text.title,
    date: text.date,
    addressees: writeAddressees(text.addressees),
    salutation: text.salutation,
    body: text.body,
    closing: text.closing,
    'convener.signatory': convener.signatory,
    'convener.role': convener.role,
    'convener.organisation': convener.organisation,
    'convener.website': convener.website,
    'convener.offices': writeOffices(convener.offices),
  };
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

export type ReadFields<Content> = { ok: true; content: Content } | { ok: false; errors: Filled['errors'] };

/** @returns the text, or the errors by field */
export function readText(fields: Fields): ReadFields<LetterText> {
  const read = letterText.safeParse({
    language: fields['language'],
    title: fields['title'],
    date: fields['date'],
    addressees: readAddressees(fields['addressees'] ?? ''),
    salutation: fields['salutation'],
    body: fields['body'],
    closing: fields['closing'],
    convener: {
      organisation: fields['convener.organisation'],
      signatory: fields['convener.signatory'],
      role: fields['convener.role'],
      website: fields['convener.website'],
      offices: readOffices(fields['convener.offices'] ?? ''),
    },
  });
  return read.success ? { ok: true, content: read.data } : { ok: false, errors: errorsOf(read.error, textFields) };
}

/**
 * @param names labels of the form's fields by name; an error inside a field is reported for that field
 * @returns a sentence for each field with an error
 */
export function errorsOf({ issues }: z.ZodError, names: Readonly<Record<string, string>>): Filled['errors'] {
  const errors = new Map<string, string>();
  for (const issue of issues) {
    const { path } = issue;
    const message = issueWords(issue);
    const words = path.filter((part) => typeof part === 'string');
    const name =
      [words.slice(0, 2).join('.'), words.slice(0, 1).join('.')].find((known) => names[known] !== undefined) ?? '';
    const place = path.find((part) => typeof part === 'number');
    const where = `${names[name] ?? ''}${typeof place === 'number' && path.length > 2 ? `, number ${place + 1}` : ''}`;
    if (!errors.has(name)) errors.set(name, where === '' ? message : `${where}: ${message}`);
  }
  return errors;
}

/** @returns a text for the preview, even if fields are missing or invalid */
export function draftOf(fields: Fields, now: Date): LetterText {
  const read = letterText.shape;
  const whole = readText(fields);
  if (whole.ok) return whole.content;
  const convener = {
    organisation: fields['convener.organisation'] ?? '',
    signatory: fields['convener.signatory'] ?? '',
    role: fields['convener.role'],
    website: read.convener.shape.website.safeParse(fields['convener.website']).data,
    offices: readOffices(fields['convener.offices'] ?? ''),
  };
  return {
    language: read.language.safeParse(fields['language']).data ?? 'en',
    title: fields['title'] ?? '…',
    date: read.date.safeParse(fields['date']).data ?? now.toISOString().slice(0, 10),
    addressees: readAddressees(fields['addressees'] ?? ''),
    salutation: fields['salutation'] ?? '',
    body: (fields['body'] ?? '').slice(0, 100_000),
    closing: fields['closing'],
    convener,
  };
}
