/** Reads what `may-write.ts` has to know about a mailbox. */
import { hashMailbox, readMailbox } from '../mailbox/record.ts';
import { findSubscriber, type Subscriber } from '../mailbox/subscriber.ts';
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import { deniedBecause } from '../screening/lists.ts';
import type { MailboxFacts } from './may-write.ts';
import type { SignatureRecord } from './record.ts';

export interface KnownMailbox {
  readonly hash: string;
  readonly facts: MailboxFacts;
  /** Its row for updates of the letter, if it was ever chosen for one. */
  readonly subscriber: Subscriber | undefined;
}

/** At most three strongly consistent reads; lists of blocked addresses are cached for half a minute. */
export async function knowMailbox(
  store: Store,
  keys: Keys,
  { email, letter }: Pick<SignatureRecord, 'email' | 'letter'>,
  now: Date,
): Promise<KnownMailbox> {
  const hash = hashMailbox(keys, email);
  const [mailbox, subscriber, denied] = await Promise.all([
    readMailbox(store, keys, email),
    findSubscriber(store, hash, letter),
    deniedBecause(store, keys, email, now.getTime()),
  ]);
  const facts = {
    isSuppressed: mailbox.suppressed !== undefined,
    isDenied: denied !== undefined,
    unsubscribedAt: subscriber?.unsubscribedAt,
  };
  return { hash, facts, subscriber };
}
