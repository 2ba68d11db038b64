/**
 * Limits mails that strangers can cause to one domain within an hour: an office could be flooded through many
 * addresses. Mailbox providers are exempt: a limit there would let a stranger lock out all of their users, and each
 * mailbox has a cap of its own.
 *
 * Each process counts the first few in memory, so that the usual signature costs no write; the next write to the table
 * includes them.
 */

import { parse } from 'tldts';
import * as z from 'zod';
import { isAtProvider } from '../../shared/mailbox/provider.ts';
import { UpdateCommand } from '../../shared/platform/store/commands.ts';
import { networkUseKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';

const hour = 3600 * 1000;
/** Maximum of unanswered mails to confirm for one domain within an hour. */
const maxUnanswered = 100;
/** Extra mails allowed for each one that was answered: a university that signs is not a flood. */
const moreForAnswer = 3;
/** Number that a process counts in memory before it writes to the table. */
const notedAlone = 10;
/** Maximum number of domains that a process remembers. */
const maxDomains = 10_000;

interface Noted {
  readonly hour: number;
  sent: number;
  answered: number;
  /** Not yet written to the table. */
  untoldSent: number;
  untoldAnswered: number;
}

const known = new WeakMap<Store, Map<string, Noted>>();

const domainOf = (email: string) => {
  const host = email.slice(email.lastIndexOf('@') + 1).toLowerCase();
  return parse(host, { allowPrivateDomains: true }).domain ?? host;
};

function notedOf(store: Store, domain: string, now: number): Noted {
  const all = known.get(store) ?? new Map<string, Noted>();
  known.set(store, all);
  const found = all.get(domain);
  const current = Math.floor(now / hour);
  if (found?.hour === current) return found;
  if (all.size >= maxDomains) all.clear();
  const fresh = { hour: current, sent: 0, answered: 0, untoldSent: 0, untoldAnswered: 0 };
  all.set(domain, fresh);
  return fresh;
}

/**
 * Counts a mail that asks to confirm. @returns whether the domain has reached its limit for this hour, so that the mail
 * must wait
 */
export async function isDomainBusy(store: Store, keys: Keys, email: string, now: number): Promise<boolean> {
  if (await isAtProvider(email)) return false;
  const domain = domainOf(email);
  const noted = notedOf(store, domain, now);
  noted.sent += 1;
  noted.untoldSent += 1;
  if (noted.sent <= notedAlone) return false;
  await syncCounts(store, keys, domain, noted);
  if (noted.sent <= maxUnanswered + moreForAnswer * noted.answered) return false;
  noted.sent -= 1;
  noted.untoldSent -= 1;
  return true;
}

/** Counts an answer to one of those mails. */
export function noteDomainAnswer(store: Store, email: string, now: number): void {
  const noted = notedOf(store, domainOf(email), now);
  noted.answered += 1;
  noted.untoldAnswered += 1;
}

const counted = z.object({ sent: z.number().default(0), answered: z.number().default(0) });

/** Adds the counts of this process to the table and reads those of the others. One UpdateItem. */
async function syncCounts({ client, table }: Store, keys: Keys, domain: string, noted: Noted): Promise<void> {
  const { untoldSent, untoldAnswered } = noted;
  noted.untoldSent = 0;
  noted.untoldAnswered = 0;
  const { Attributes } = await client.send(
    new UpdateCommand({
      TableName: table,
      Key: networkUseKey(keys.hash('network', 'mail', String(noted.hour), domain)),
      UpdateExpression: 'SET #ttl = :ttl ADD sent :sent, answered :answered',
      ExpressionAttributeNames: { '#ttl': 'ttl' },
      ExpressionAttributeValues: {
        ':ttl': ((noted.hour + 2) * hour) / 1000,
        ':sent': untoldSent,
        ':answered': untoldAnswered,
      },
      ReturnValues: 'ALL_NEW',
    }),
  );
  const all = counted.parse(Attributes);
  noted.sent = all.sent + noted.untoldSent;
  noted.answered = all.answered + noted.untoldAnswered;
}
