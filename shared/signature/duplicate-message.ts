/** Messages for the owner of a duplicate. They never name the other signature, only the co-signatory of both. */

import { contactOf } from '../letter/contact.ts';
import type { Letter } from '../letter/letter.ts';
import { domainOfKey } from '../organisation/domain-of-key.ts';
import type { MessageKey } from '../text/catalogue.ts';
import { withoutChapter } from './claims/claim.ts';
import type { SignatureRecord } from './record.ts';
import { coSignatoryName } from './states.ts';

export interface Sentence {
  readonly key: MessageKey;
  readonly values: Readonly<Record<string, string>>;
}

/** @returns the explanation, and for an organisation the contact for saying that it is a different one */
export function duplicateSentences(record: SignatureRecord, letter: Letter | undefined): Sentence[] {
  if (record.kind === 'individual') return [{ key: 'duplicate.individual', values: {} }];
  const key = record.claimant ?? record.organisationKey;
  // Two signatures with one domain may have different names.
  const place = (key && domainOfKey(withoutChapter(key))) ?? coSignatoryName(record);
  const contact = letter && contactOf(letter);
  return [
    { key: 'duplicate.organisation', values: { place } },
    ...(contact ? [{ key: 'duplicate.separate', values: { contact } } as const] : []),
  ];
}
