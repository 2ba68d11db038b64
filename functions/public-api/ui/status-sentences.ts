/** Messages that tell owners the state of their signature, the same on every page. */
import { contactOf } from '../../../shared/letter/contact.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { duplicateSentences, type Sentence } from '../../../shared/signature/duplicate-message.ts';
import { stateOf } from '../../../shared/signature/owner/owner-view.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { coSignatoryName } from '../../../shared/signature/states.ts';

/** @returns one or more sentences, with all their values */
export function statusSentences(record: SignatureRecord, letter: Letter | undefined): Sentence[] {
  const state = stateOf(record);
  if (state === 'duplicate') return duplicateSentences(record, letter);
  const status: Sentence = { key: `manage.state-${state}`, values: { name: coSignatoryName(record) } };
  const contact = letter && contactOf(letter);
  return state === 'displaced' && contact ? [status, { key: 'duplicate.mistake', values: { contact } }] : [status];
}
