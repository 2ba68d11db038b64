/**
 * Signatures whose mail is on its way. What the mailer made and found out for the mail is noted on the signature once the
 * mail is out, so who opens it in the same moment, or after a mailer died in that moment, is here first.
 */
import { publicationPolicy } from '../../shared/letter/letter.ts';
import { withMailsInHand } from '../../shared/mailbox/mail-in-progress.ts';
import { readMailbox } from '../../shared/mailbox/record.ts';
import { checkToken, type TokenPurpose, type TokenState } from '../../shared/platform/token/token.ts';
import { notePolicy } from '../../shared/signature/evidence.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import type { ApiContext } from './context.ts';

/**
 * Looks for a token on its signature, and when it is not there among the mails in hand: then one more read.
 *
 * @returns what it is worth, and the signature with that token on it
 */
export async function stateOfToken(
  api: ApiContext,
  record: SignatureRecord,
  token: string,
  purpose: TokenPurpose,
): Promise<{ state: TokenState; known: SignatureRecord }> {
  const state = stateOn(api, record, token, purpose);
  // Without an address nothing can be in hand.
  if (state !== 'unknown' || record.email === '') return { state, known: record };
  const known = withMailsInHand(record, await readMailbox(api.store, await api.keys(), record.email));
  return { state: stateOn(api, known, token, purpose), known };
}

function stateOn(api: ApiContext, record: SignatureRecord, token: string, purpose: TokenPurpose): TokenState {
  const stored = purpose === 'confirm' ? record.confirmTokens : record.manageTokens;
  return checkToken(token, purpose, stored, api.now().getTime());
}

/** @returns whether what the first mail brings to light stands on the signature */
export function isFound({ kind, confirmedAt, organisationKey, individualsPublishedFrom }: SignatureRecord): boolean {
  const noted = kind === 'individual' ? individualsPublishedFrom : organisationKey;
  return confirmedAt !== undefined || noted !== undefined;
}

/** Finds it out once more, by the policy of this moment. Loads the Public Suffix List, which is seldom needed here. */
export async function withFound(api: ApiContext, record: SignatureRecord): Promise<SignatureRecord> {
  const [letter, organisation] = await Promise.all([api.letters.find(record.letter), organisationOf(record)]);
  if (!letter) throw new Error('the letter of a signature is missing');
  return { ...record, ...organisation, ...notePolicy(record, publicationPolicy(letter.settings)) };
}

async function organisationOf(record: SignatureRecord) {
  if (record.kind === 'individual') return {};
  const { findOrganisation } = await import('../../shared/signature/organisation-key.ts');
  return findOrganisation(record);
}
