/**
 * Disputes: "This is my organisation and it did not sign". Stored for the secretariat to decide; a dispute changes no
 * signature.
 */
import * as z from 'zod';
import { type Actor, auditPut } from '../audit/audit.ts';
import { type LetterSlug, makeSignatureId } from '../ids.ts';
import { mailboxAddress } from '../mailbox/address.ts';
import { disputePartition, trappedDisputePartition } from '../platform/store/keys.ts';
import { queryPage, type StartKey } from '../platform/store/query.ts';
import { readItem } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { table } from '../platform/store/table.ts';
import { transact, transactOrThrow } from '../platform/store/transaction.ts';
import { publicName } from '../signature/submission.ts';
import { paragraphs } from '../text/plain-text.ts';
import { isoTimestamp } from '../time.ts';
import { disputeMailPut, trappedMailPut } from './dispute-mail.ts';

export const dispute = z.strictObject({
  organisation: publicName,
  name: publicName,
  email: mailboxAddress,
  message: paragraphs(2000).optional(),
  /** The honeypot, which people leave empty. */
  homepage: z.string().max(500).default(''),
});
export type Dispute = z.infer<typeof dispute>;

/** The secretariat's finding: the signature was removed, it stands, or the dispute was unfounded. */
export const disputeAnswer = z.enum(['rejected', 'stands', 'unfounded']);
export type DisputeAnswer = z.infer<typeof disputeAnswer>;

/** Retention of a dispute, in milliseconds: the time that the secretariat has to look at it. */
const keptFor = 180 * 24 * 3600 * 1000;

/**
 * Retention of a dispute that fills the honeypot, in milliseconds. It is written anyway, so that every answer takes the
 * same work, and then expires.
 */
const trappedKeptFor = 24 * 3600 * 1000;

/**
 * Stores the dispute for the secretariat, and makes the mail due that tells the signer. One TransactWriteItems of two
 * items for everybody.
 *
 * @param language that of the page, for the answer
 */
export async function raiseDispute(
  store: Store,
  letter: LetterSlug,
  raised: Dispute,
  now: Date,
  language?: string,
): Promise<void> {
  const at = now.toISOString();
  const isTrapped = raised.homepage !== '';
  const Item = {
    pk: isTrapped ? trappedDisputePartition(letter) : disputePartition(letter),
    sk: `${at}#${makeSignatureId()}`,
    at,
    ...raised,
    language,
    ttl: Math.ceil((now.getTime() + (isTrapped ? trappedKeptFor : keptFor)) / 1000),
  };
  const mail = { due: 'disputed', letter, organisation: raised.organisation } as const;
  await transactOrThrow(store, [
    { Put: { TableName: store.table, Item } },
    (isTrapped ? trappedMailPut : disputeMailPut)(store, mail, now),
  ]);
}

const storedDispute = dispute.extend({
  at: isoTimestamp,
  sk: z.string(),
  language: z.string().optional(),
  /** The secretariat's finding. */
  answer: disputeAnswer.optional(),
  answeredAt: isoTimestamp.optional(),
});

type StoredDispute = z.infer<typeof storedDispute>;

export interface DisputePage {
  readonly items: readonly StoredDispute[];
  /** Start of the next, older page; undefined on the last page. */
  readonly next: string | undefined;
}

const maxShown = 200;
/**
 * Maximum number of Queries that skip disputes from robots: the previous release stored them among the others for 180
 * days.
 */
const maxQueries = 50;

/**
 * One Query, unless disputes from robots have to be skipped.
 *
 * @param before `next` of the previous page
 * @returns disputes about a letter, newest first, at most `limit`
 */
export async function listDisputes(
  store: Store,
  letter: LetterSlug,
  { before, limit = maxShown }: { before?: string | undefined; limit?: number } = {},
): Promise<DisputePage> {
  const items: StoredDispute[] = [];
  let next = before;
  for (let query = 0; query < maxQueries; query += 1) {
    const range = { keys: next === undefined ? undefined : { before: next }, descending: true, limit };
    const page = await queryPage(store, table, disputePartition(letter), range, storedDispute.strip());
    next = page.rows.at(-1)?.sk;
    items.push(...page.rows.filter(({ homepage }) => homepage === ''));
    if (page.next === undefined) return withinPage(items, undefined, limit);
    if (items.length >= limit) break;
  }
  return withinPage(items, next, limit);
}

/** Maximum number of complaints read at once to count those without an answer. */
const lookedAtOnce = 200;

/**
 * Counts the newest complaints that were not answered. Reads no more than a thousand: there are few, and answered ones
 * are kept for half a year only.
 *
 * @returns the number, or at least `most`
 */
export async function countOpenDisputes(store: Store, letter: LetterSlug, most: number): Promise<number> {
  const filter = {
    expression: 'attribute_not_exists(answer) AND homepage = :people',
    names: {},
    values: { ':people': '' },
  };
  let sum = 0;
  let start: StartKey | undefined;
  for (let query = 0; query < 5 && sum < most; query += 1) {
    const range = { descending: true, limit: lookedAtOnce, filter, start };
    const page = await queryPage(store, table, disputePartition(letter), range, z.object({}));
    sum += page.rows.length;
    start = page.next;
    if (!start) break;
  }
  return Math.min(sum, most);
}

function withinPage(items: readonly StoredDispute[], next: string | undefined, limit: number): DisputePage {
  const shown = items.slice(0, limit);
  return { items: shown, next: shown.length < items.length ? shown.at(-1)?.sk : next };
}

/** @returns the dispute with that id, if it exists and did not fill the honeypot. One read */
export async function readDispute(store: Store, letter: LetterSlug, id: string) {
  const item = await readItem(store, { pk: disputePartition(letter), sk: id });
  const found = item && storedDispute.strip().parse(item);
  return found?.homepage === '' ? found : undefined;
}

export const disputeId = z.string().regex(/^[0-9TZ:.-]{20,30}#[0-9a-hjkmnp-tv-z]{20}$/);

/** @returns the id of the dispute in the audit trail */
export const disputeSubject = (id: string) => id.slice(id.indexOf('#') + 1);

/** The secretariat's words to the person who complained. */
export const answerWords = paragraphs(1000);

export interface Finding {
  readonly id: string;
  readonly answer: DisputeAnswer;
  /** Whether to write to the address in the dispute. Nobody gets a mail that says that we cannot tell. */
  readonly tell: boolean;
  readonly words?: string | undefined;
  readonly by: Actor;
}

/**
 * Stores the secretariat's finding, with an entry in the audit trail, and makes the answer due. The decision about the
 * signature itself is separate. Repeating a finding changes nothing, so nobody gets two mails.
 *
 * @returns whether the dispute exists
 */
export async function answerDispute(
  store: Store,
  letter: LetterSlug,
  { id, answer, tell, words, by }: Finding,
  now: Date,
): Promise<boolean> {
  const found = await readDispute(store, letter, id);
  if (!found) return false;
  const Update = {
    TableName: store.table,
    Key: { pk: disputePartition(letter), sk: id },
    UpdateExpression: 'SET answer = :answer, answeredAt = :now',
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(answer) OR answer <> :answer)',
    ExpressionAttributeValues: { ':answer': answer, ':now': now.toISOString() },
  };
  const { organisation, email, language } = found;
  const mail =
    tell && answer !== 'unfounded'
      ? [disputeMailPut(store, { due: 'dispute-answer', letter, organisation, email, language, answer, words }, now)]
      : [];
  const line = { by, did: 'dispute.answered', scope: letter, subject: disputeSubject(id), after: { answer } } as const;
  await transact(store, [{ Update }, auditPut(store, line, now), ...mail]);
  return true;
}
