/** Finds signatures directly, without walking a list: by exact mailbox, and by an organisation's domain. */

import * as z from 'zod';
import { type LetterSlug, signatureId } from '../../../shared/ids.ts';
import { readMailbox } from '../../../shared/mailbox/record.ts';
import { signaturesOf } from '../../../shared/mailbox/signatures-of-mailbox.ts';
import { QueryCommand } from '../../../shared/platform/store/commands.ts';
import { claimKey, hiddenClaimPartition } from '../../../shared/platform/store/keys.ts';
import { readItem } from '../../../shared/platform/store/read.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { listUnconfirmed } from '../../../shared/signature/lists/unconfirmed.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import type { ViewerRights } from '../../../shared/signature/seen-record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';

export interface OfMailbox {
  readonly records: readonly SignatureRecord[];
  /** Where to continue the search among silently held signatures. */
  readonly next: string | undefined;
  /** Share of the silently held signatures that was searched, from 0 to 1. */
  readonly looked: number;
}

/**
 * The mailbox row names its confirmed signatures, and those that a mail asked it to confirm within a month: one read,
 * and one for each. Silently held signatures are not on it, since no more may be written for them than for others. To
 * find those, the index of due mail is searched, a limited stretch at a time.
 *
 * @param cursor `next` of the previous stretch
 * @returns the signatures of the mailbox under the letter; undefined when the cursor is not one of ours
 */
export async function findByMailbox(
  store: Store,
  keys: Keys,
  letter: LetterSlug,
  { email, cursor, withNames }: ViewerRights & { readonly email: string; readonly cursor?: string | undefined },
): Promise<OfMailbox | undefined> {
  const [own, held] = await Promise.all([
    cursor === undefined ? ownOf(store, keys, letter, email) : [],
    listUnconfirmed(store, letter, { state: 'silent', email, limit: 50, cursor, withNames }),
  ]);
  if (!held) return undefined;
  const others = held.records.filter(({ id }) => !own.some((one) => one.id === id));
  const records = [...own, ...others].filter(({ display }) => withNames || display === 'public');
  return { ...held, records };
}

async function ownOf(store: Store, keys: Keys, letter: LetterSlug, email: string): Promise<SignatureRecord[]> {
  const { confirmed, pending } = signaturesOf(await readMailbox(store, keys, email));
  const ids = [...new Set([...confirmed.map(({ id }) => id), ...pending])];
  const records = await Promise.all(ids.map((id) => readSignature(store, id)));
  return records.flatMap((record) => (record?.letter === letter ? [record] : []));
}

/** To see more of one organisation, use the list with its domain as a filter. */
const maxHidden = 20;

/** @returns the holders of a claim for an organisation: the shown one, and the hidden ones. One read, one Query */
export async function claimantsOf(store: Store, letter: LetterSlug, claimant: string) {
  const [row, { Items = [] }] = await Promise.all([
    readItem(store, claimKey(letter, claimant)),
    store.client.send(
      new QueryCommand({
        TableName: store.table,
        KeyConditionExpression: 'pk = :claimant',
        ExpressionAttributeValues: { ':claimant': hiddenClaimPartition(letter, claimant) },
        ConsistentRead: true,
        Limit: maxHidden,
      }),
    ),
  ]);
  return {
    shown: signatureId.safeParse(row?.['signature']).data,
    hidden: z
      .array(z.object({ signature: signatureId }))
      .parse(Items)
      .map(({ signature }) => signature),
  };
}

/**
 * @param domain as typed: a host, an address, with or without `www.`
 * @returns the signatures for the organisation with that domain, the shown one first. One read, one Query, and a read
 * for each.
 */
export async function findByDomain(store: Store, letter: LetterSlug, domain: string): Promise<SignatureRecord[]> {
  const { organisationKey } = await import('../../../shared/organisation/key.ts');
  const { readWebsite } = await import('../../../shared/organisation/website-address.ts');
  const key = organisationKey({ name: '', website: readWebsite(domain) });
  if (!key.startsWith('domain:')) return [];
  const { shown, hidden } = await claimantsOf(store, letter, key);
  const records = await Promise.all([...(shown ? [shown] : []), ...hidden].map((id) => readSignature(store, id)));
  return records.filter((record) => record !== undefined);
}
