/** Messages that tell owners the state of their signature, the same on every page. */
import type { Letter } from '../letter/letter.ts';
import { duplicateSentences, type Sentence } from './duplicate-message.ts';
import { stateOf } from './owner/owner-view.ts';
import { coSignatoryName, type SignatureRecord } from './record.ts';

/** @returns one or more sentences, with all their values */
export function statusSentences(record: SignatureRecord, letter: Letter | undefined): Sentence[] {
  const state = stateOf(record);
  if (state === 'duplicate') return duplicateSentences(record, letter);
  return [{ key: `manage.state-${state}`, values: { name: coSignatoryName(record) } }];
}
