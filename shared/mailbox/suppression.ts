/**
 * Suppressed mailboxes, which get no mail at all: our mail bounced or was complained about, or the owner asked us to
 * stop. A suppression is stored on the mailbox row, under the keyed hash, and does not expire.
 */
import { type Actor, auditPut } from '../audit/audit.ts';
import { everything } from '../ids.ts';
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import { changeMailbox, type MailboxRecord, readMailbox, type Suppression } from './record.ts';

/** @returns why the mailbox is suppressed, if it is. One strongly consistent read. */
export async function readSuppression(store: Store, keys: Keys, email: string): Promise<Suppression | undefined> {
  return (await readMailbox(store, keys, email)).suppressed;
}

/**
 * Suppresses all mail to the mailbox. Its earlier mails are forgotten, and with them the codes printed in them; links
 * continue to work.
 *
 * @param by the acting member, for the audit trail; absent for the owner or a bounce
 */
export async function suppressMailbox(
  store: Store,
  keys: Keys,
  email: string,
  news: Suppression,
  now: number,
  by?: Actor,
): Promise<void> {
  await changeMailbox(
    store,
    keys,
    email,
    (mailbox) => {
      const next = suppressedBy(mailbox, news);
      return next.suppressed === mailbox.suppressed && mailbox.mails.length === 0 ? undefined : next;
    },
    now,
    undefined,
    by && [auditPut(store, { by, did: 'mailbox.suppressed', scope: everything }, new Date(now))],
  );
}

/** @returns the row with the suppression */
export function suppressedBy(mailbox: MailboxRecord, news: Suppression): MailboxRecord {
  return { ...mailbox, mails: [], suppressed: moreSevere(mailbox.suppressed, news) };
}

/** Lifts the suppression of the mailbox. @param by the acting member, for the audit trail */
export async function releaseMailbox(store: Store, keys: Keys, email: string, now: number, by?: Actor): Promise<void> {
  await changeMailbox(
    store,
    keys,
    email,
    ({ suppressed, ...mailbox }) => (suppressed ? { ...mailbox, suppressed: undefined } : undefined),
    now,
    undefined,
    by && [auditPut(store, { by, did: 'mailbox.released', scope: everything }, new Date(now))],
  );
}

/** The owner's request outweighs a complaint, and a complaint a bounce, in any order; of equals the first counts. */
const severity = { bounce: 0, complaint: 1, asked: 2 } as const satisfies Record<Suppression['because'], number>;

function moreSevere(known: Suppression | undefined, news: Suppression): Suppression {
  if (!known || severity[news.because] > severity[known.because]) return news;
  return news.because === known.because && news.at < known.at ? news : known;
}
