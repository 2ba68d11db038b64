/**
 * Finds signatures whose mail is being sent. The mailer stores its tokens and findings on the signature only once the
 * mail is sent. The reader may open the link at that moment, or the mailer may have died in it, so they are found here
 * first.
 */
import { publicationPolicy } from '../../shared/letter/publication-policy.ts';
import { withMailsInProgress } from '../../shared/mailbox/mail-in-progress.ts';
import { readMailbox } from '../../shared/mailbox/record.ts';
import { checkToken, type TokenPurpose, type TokenState } from '../../shared/platform/token/token.ts';
import { policyToStore } from '../../shared/signature/evidence.ts';
import type { SignatureRecord } from '../../shared/signature/record.ts';
import type { ApiContext } from './context.ts';

/**
 * Looks for a token on its signature, and then among the mails being sent, which needs one more read.
 *
 * @returns the state of the token, and the signature with that token
 */
export async function stateOfToken(
  api: ApiContext,
  record: SignatureRecord,
  token: string,
  purpose: TokenPurpose,
): Promise<{ state: TokenState; known: SignatureRecord }> {
  const state = stateOn(api, record, token, purpose);
  // Without an address, no mail can be in progress.
  if (state !== 'unknown' || record.email === '') return { state, known: record };
  const known = withMailsInProgress(record, await readMailbox(api.store, await api.keys(), record.email));
  return { state: stateOn(api, known, token, purpose), known };
}

function stateOn(api: ApiContext, record: SignatureRecord, token: string, purpose: TokenPurpose): TokenState {
  const stored = purpose === 'confirm' ? record.confirmTokens : record.manageTokens;
  return checkToken(token, purpose, stored, api.now().getTime());
}

/** @returns whether the findings made for the first mail are stored on the signature */
export function hasFindings({
  kind,
  confirmedAt,
  organisationKey,
  individualsPublishedFrom,
}: SignatureRecord): boolean {
  const noted = kind === 'individual' ? individualsPublishedFrom : organisationKey;
  return confirmedAt !== undefined || noted !== undefined;
}

/** Determines the findings again, by the current policy. Loads the Public Suffix List, which is rarely needed here. */
export async function withFindings(api: ApiContext, record: SignatureRecord): Promise<SignatureRecord> {
  const [letter, organisation] = await Promise.all([api.letters.find(record.letter), organisationOf(record)]);
  if (!letter) throw new Error('the letter of a signature is missing');
  return { ...record, ...organisation, ...policyToStore(record, publicationPolicy(letter.settings)) };
}

async function organisationOf(record: SignatureRecord) {
  if (record.kind === 'individual') return {};
  const { findOrganisation } = await import('../../shared/signature/organisation-key.ts');
  return findOrganisation(record);
}
