/** Finding signatures directly, without walking a list: by the exact mailbox, and by the domain of an organisation. */
import type { LetterSlug } from '../letter/slug.ts';
import { signaturesOf } from '../mailbox/own.ts';
import { readMailbox } from '../mailbox/record.ts';
import { claimKey } from '../store/keys.ts';
import { readItem } from '../store/read.ts';
import type { Store } from '../store/store.ts';
import type { Keys } from '../token/keys.ts';
import { signatureId } from './id.ts';
import type { SignatureRecord } from './record.ts';
import { readSignature } from './storage.ts';

/**
 * @returns what the mailbox has to do with under the letter: its confirmed signatures, and those that a mail asked it to
 *   confirm within a month. One read, and one for the signatures.
 */
export async function findByMailbox(
  store: Store,
  keys: Keys,
  letter: LetterSlug,
  email: string,
): Promise<SignatureRecord[]> {
  const { confirmed, pending } = signaturesOf(await readMailbox(store, keys, email));
  const ids = [...new Set([...confirmed.map(({ id }) => id), ...pending])];
  const records = await Promise.all(ids.map((id) => readSignature(store, id)));
  return records.flatMap((record) => (record?.letter === letter ? [record] : []));
}

/**
 * @param domain as typed: a host, an address, `www.` before it or not
 * @returns the signature that holds the place of the organisation with that domain. Two reads.
 */
export async function findByDomain(
  store: Store,
  letter: LetterSlug,
  domain: string,
): Promise<SignatureRecord | undefined> {
  const { organisationKey } = await import('../organisation/key.ts');
  const { readWebsite } = await import('../organisation/website-address.ts');
  const key = organisationKey({ name: '', website: readWebsite(domain) });
  const row = key.startsWith('domain:') ? await readItem(store, claimKey(letter, key)) : undefined;
  const id = signatureId.safeParse(row?.['signature']);
  return id.success ? readSignature(store, id.data) : undefined;
}
