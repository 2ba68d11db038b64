/**
 * Mailboxes to which nothing at all is sent: what we sent came back, was complained about, or its owner asked us to
 * stop. It is kept on the mailbox's row, under the keyed hash, and does not end by itself.
 */
import { type Actor, auditPut } from '../audit/audit.ts';
import { everything } from '../ids.ts';
import type { Store } from '../platform/store/store.ts';
import type { Keys } from '../platform/token/keys.ts';
import { changeMailbox, type MailboxRecord, readMailbox, type Suppression } from './record.ts';

/** @returns why no mail may go to the mailbox, if none may. One strongly consistent read. */
export async function readSuppression(store: Store, keys: Keys, email: string): Promise<Suppression | undefined> {
  return (await readMailbox(store, keys, email)).suppressed;
}

/**
 * From now on nothing at all is sent to the mailbox. The mails that went there are forgotten, and with them the codes
 * that were printed in them; links go on working.
 *
 * @param by who of the secretariat did it, for the audit trail; nobody when it was the owner, or what came back
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

/** @returns the row as it is from now on */
export function suppressedBy(mailbox: MailboxRecord, news: Suppression): MailboxRecord {
  return { ...mailbox, mails: [], suppressed: graver(mailbox.suppressed, news) };
}

/** Mail may go to the mailbox again. @param by who of the secretariat did it, for the audit trail */
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

/** What its owner asked for outweighs a complaint, and that a bounce, in whatever order they come; the first counts. */
const gravity = { bounce: 0, complaint: 1, asked: 2 } as const satisfies Record<Suppression['because'], number>;

function graver(known: Suppression | undefined, news: Suppression): Suppression {
  if (!known || gravity[news.because] > gravity[known.because]) return news;
  return news.because === known.because && news.at < known.at ? news : known;
}
