/** Counts recipients and omitted people before an update is sent. Numbers only: no name, no mailbox. */

import type { Letter } from '../../../shared/letter/letter.ts';
import type { Keys } from '../../../shared/platform/token/keys.ts';
import { paperPartition, withdrawnPartition } from '../../../shared/signature/lists/index-keys.ts';
import { countEntries } from '../../../shared/signature/lists/list-index.ts';
import { knowMailbox } from '../../../shared/signature/mailbox-facts.ts';
import { type NotWrittenBecause, unreadMailbox, whyNotWritten } from '../../../shared/signature/may-write.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { readAudience } from '../../../shared/update/audience.ts';
import type { AudiencePlace } from '../../../shared/update/sending.ts';
import type { ConsoleContext } from '../context.ts';

export interface Reach {
  /** Number of mailboxes that get it. */
  readonly total: number;
  readonly byLanguage: Readonly<Record<string, number>>;
  /** Numbers of signatures. */
  readonly leftOut: Readonly<Partial<Record<NotWrittenBecause, number>>>;
  /** Signatures of a mailbox that gets it for another one of its signatures. */
  readonly sameMailbox: number;
  /** False when there was no time to look at everybody. */
  readonly isComplete: boolean;
}

const pageSize = 500;
/** No further page begins after this time, in milliseconds: the console must answer. */
const timeLimit = 6_000;

export async function reachOf(api: ConsoleContext, letter: Letter): Promise<Reach> {
  const { store } = api;
  const keys = await api.keys();
  const began = performance.now();
  const sums = { byLanguage: new Map<string, number>(), leftOut: new Map<NotWrittenBecause, number>() };
  const seen = new Set<string>();
  let sameMailbox = 0;
  let place: AudiencePlace | undefined;
  let isComplete = false;
  do {
    const page = await readAudience(store, letter.slug, place, pageSize);
    const records = await Promise.all(page.ids.map((id) => readSignature(store, id)));
    const judged = await Promise.all(records.flatMap((record) => (record ? [judge(api, keys, record)] : [])));
    for (const { why, language, hash } of judged) {
      if (why) add(sums.leftOut, why);
      else if (seen.has(hash)) sameMailbox += 1;
      else add(sums.byLanguage, language);
      if (!why) seen.add(hash);
    }
    place = page.next;
    isComplete = place === undefined;
  } while (!isComplete && performance.now() - began < timeLimit);
  const beside = { order: 'oldest' } as const;
  const [withdrawn, byHand] = await Promise.all([
    countEntries(store, { ...beside, partition: withdrawnPartition(letter.slug) }),
    countEntries(store, { ...beside, partition: paperPartition(letter.slug) }),
  ]);
  if (withdrawn > 0) sums.leftOut.set('withdrawn', withdrawn);
  if (byHand > 0) sums.leftOut.set('by-hand', byHand);
  return {
    total: seen.size,
    byLanguage: Object.fromEntries([...sums.byLanguage].toSorted(([, a], [, b]) => b - a)),
    leftOut: Object.fromEntries([...sums.leftOut].toSorted(([, a], [, b]) => b - a)),
    sameMailbox,
    isComplete,
  };
}

const add = <Name>(sums: Map<Name, number>, name: Name) => sums.set(name, (sums.get(name) ?? 0) + 1);

async function judge({ store, now }: ConsoleContext, keys: Keys, record: SignatureRecord) {
  const { language } = record;
  const first = whyNotWritten(record, 'updates', unreadMailbox);
  if (first) return { why: first, language, hash: '' };
  const { hash, facts } = await knowMailbox(store, keys, record, now());
  return { why: whyNotWritten(record, 'updates', facts), language, hash };
}
