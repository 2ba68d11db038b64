/** The form with which a delivery is sent, as fields and back. */
import { maxAddressees } from '../../../shared/handover/handover.ts';
import { type SendRequest, sendRequest, splitReader } from '../../../shared/handover/send-request.ts';
import { contactOf } from '../../../shared/letter/contact.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { Filled } from '../ui/field.tsx';
import { issueWords } from '../ui/issue-words.ts';

type Fields = Readonly<Record<string, string | undefined>>;

/** Name of the field for the mailbox of one of the letter's addressees. */
export const emailField = (place: number) => `email.${place}`;

/** @returns the fields of a new form: salutation and signature block stand there, and the officer writes between */
export function freshFields(letter: Letter, text: LetterText): Record<string, string> {
  const { convener, closing, salutation, title, language } = text;
  const block = [closing, convener.signatory, convener.role, convener.organisation].filter(
    (line) => line !== undefined,
  );
  return {
    language,
    subject: title.slice(0, 150),
    note: `${salutation}\n\n\n\n${block.join('\n')}`,
    copyTo: contactOf(letter) ?? '',
  };
}

export type ReadSend =
  | { readonly ok: true; readonly content: SendRequest }
  | { readonly ok: false; readonly errors: Filled['errors'] };

const lines = (text: string | undefined) =>
  (text ?? '')
    .slice(0, 20_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

const otherAddressees = (fields: Fields) => lines(fields['others']).map((line) => ({ line, ...splitReader(line) }));

const labels: Readonly<Record<string, string>> = {
  subject: 'Subject',
  note: 'Cover note',
  language: 'Language',
  copyTo: 'Copy to',
};

/** @returns the request, or a sentence for each field with an error */
export function readSend(fields: Fields, text: LetterText): ReadSend {
  const errors = new Map<string, string>();
  const own = text.addressees.flatMap(({ name }, addressee) => {
    const email = fields[emailField(addressee)]?.trim();
    return email ? [{ name, email, addressee }] : [];
  });
  const others = otherAddressees(fields);
  const unclear = others.find(({ name, email }) => name === '' || email === '');
  if (unclear)
    errors.set('others', `Write a name, a comma and an email address on each line. “${unclear.line}” is not clear.`);
  const addressees = [...own, ...others.map(({ name, email }) => ({ name, email }))];
  if (addressees.length === 0) errors.set('others', 'Give the email address of at least one addressee.');
  if (addressees.length > maxAddressees) errors.set('others', `Send it to at most ${maxAddressees} addressees.`);
  const { subject, note, language, copyTo } = fields;
  const read = sendRequest.safeParse({ subject, note, language, addressees, ...(copyTo ? { copyTo } : {}) });
  for (const issue of read.error?.issues ?? []) {
    const [field, place] = issue.path;
    const message = issueWords(issue);
    if (field !== 'addressees') {
      errors.set(String(field), `${labels[String(field)] ?? String(field)}: ${message}`);
      continue;
    }
    const one = typeof place === 'number' ? addressees[place] : undefined;
    const at = one && 'addressee' in one && typeof one.addressee === 'number' ? emailField(one.addressee) : 'others';
    if (one && !errors.has(at)) errors.set(at, `${one.name || 'A name'}: ${message}`);
  }
  return read.success && errors.size === 0 ? { ok: true, content: read.data } : { ok: false, errors };
}
