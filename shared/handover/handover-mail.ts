/** A mail of a handover in the table: its recipient and words. Due until it is sent, then kept as long as its links. */
import * as z from 'zod';
import { deliveryId, letterSlug, type SignatureId, signatureId } from '../ids.ts';
import { dueRow } from '../mail/due-row.ts';
import { changeIf } from '../platform/store/change.ts';
import { handoverKey, handoverMailKey } from '../platform/store/keys.ts';
import { readItem, readItems } from '../platform/store/read.ts';
import type { Store } from '../platform/store/store.ts';
import { transact } from '../platform/store/transaction.ts';
import { checkToken, readToken, type StoredToken, storedToken, type TokenPurpose } from '../platform/token/token.ts';
import { languageTag } from '../text/language-tag.ts';
import { line, paragraphs } from '../text/plain-text.ts';
import type { SentCopy } from './handover.ts';

/** Lifetime of the links in the mail, in milliseconds. */
export const linksValidFor = 365 * 24 * 3600 * 1000;
/** Then the mailbox is deleted: a year for the links, and a month in which a link may still say that it is too old. */
const keptFor = linksValidFor + 30 * 24 * 3600 * 1000;

/** The cover note. A line cannot hold a line end, so nothing typed here becomes a header of the mail. */
export const coverNote = z.strictObject({ subject: line(150), note: paragraphs(5_000) });

export const handoverMail = z.object({
  ...coverNote.shape,
  id: signatureId,
  letter: letterSlug,
  delivery: deliveryId,
  /** Language of the fixed words and of the document. */
  language: languageTag,
  email: z.string(),
  /** Names of the addressees, on the copy for the convener. */
  copyOf: z.array(z.string()).optional(),
  due: z.literal('handover').optional(),
  /** Of both links: the purpose of a token is part of its hash. */
  tokens: z.array(storedToken).default([]),
});
export type HandoverMail = z.infer<typeof handoverMail>;

/** @returns the transaction item that makes the mail due */
export function handoverMailPut(store: Store, mail: Omit<HandoverMail, 'due' | 'tokens'>, now: Date) {
  const Item = { ...handoverMailKey(mail.id), ...mail, due: 'handover', ...dueRow(mail.id, keptFor, now) };
  return { Put: { TableName: store.table, Item, ConditionExpression: 'attribute_not_exists(pk)' } };
}

/** @returns the mail, until it is deleted. One strongly consistent read */
export async function readHandoverMail(store: Store, id: SignatureId): Promise<HandoverMail | undefined> {
  const item = await readItem(store, handoverMailKey(id));
  return item && handoverMail.parse(item);
}

/** @returns those of the mails that still exist. One BatchGetItem per hundred */
export async function readHandoverMails(store: Store, ids: readonly SignatureId[]): Promise<readonly HandoverMail[]> {
  if (ids.length === 0) return [];
  const items = await readItems(store, ids.map(handoverMailKey), { consistent: true });
  return items.flatMap((item) => (item ? [handoverMail.parse(item)] : []));
}

export interface HandoverLink {
  readonly mail: HandoverMail;
  readonly state: 'valid' | 'expired';
}

/** @returns the mail that a link was sent with, if the token is one of that purpose. One strongly consistent read */
export async function findHandoverLink(
  store: Store,
  text: string,
  purpose: Extract<TokenPurpose, 'document' | 'arrived'>,
  now: Date,
): Promise<HandoverLink | undefined> {
  const token = readToken(text);
  const mail = token && (await readHandoverMail(store, token.id));
  if (!token || !mail) return undefined;
  const state = checkToken(token.token, purpose, mail.tokens, now.getTime());
  return state === 'unknown' ? undefined : { mail, state };
}

/** Stores a further token of a mail before it leaves. @returns false when the mail is no longer due */
export function addHandoverToken(store: Store, id: SignatureId, stored: StoredToken): Promise<boolean> {
  return changeIf(store, {
    Key: handoverMailKey(id),
    UpdateExpression: 'SET tokens = list_append(if_not_exists(tokens, :none), :token)',
    ConditionExpression: '#due = :handover',
    ExpressionAttributeNames: { '#due': 'due' },
    ExpressionAttributeValues: { ':none': [], ':token': [stored], ':handover': 'handover' },
  });
}

/** A state of a mail that is known from its time. */
type Told = Extract<keyof SentCopy, 'sentAt' | 'deliveredAt' | 'bouncedAt' | 'complainedAt' | 'arrivedAt'>;
type Place = Pick<HandoverMail, 'id' | 'letter' | 'delivery'>;

/** Notes that the mail was sent, or never will be; it is no longer due. One transaction. */
export async function settleHandoverMail(
  store: Store,
  mail: Place,
  result: { readonly sentAt: string } | { readonly notSent: NonNullable<SentCopy['notSent']> },
): Promise<void> {
  const change =
    'sentAt' in result ? copyChange(mail, 'sentAt', result.sentAt) : copyChange(mail, 'notSent', result.notSent);
  await transact(store, [
    {
      Update: {
        TableName: store.table,
        Key: handoverMailKey(mail.id),
        UpdateExpression: 'REMOVE #due, dueAt, lookAt, dueShard, leasedUntil, leaseOwner, sweeps',
        ConditionExpression: '#due = :handover',
        ExpressionAttributeNames: { '#due': 'due' },
        ExpressionAttributeValues: { ':handover': 'handover' },
      },
    },
    { Update: { TableName: store.table, ...change } },
  ]);
}

/** Records a state of a mail; the first time counts. One UpdateItem. @returns whether it is new */
export function noteOnCopy(store: Store, mail: Place, told: Told, at: string): Promise<boolean> {
  const change = copyChange(mail, told, at);
  return changeIf(store, {
    ...change,
    ConditionExpression: `${change.ConditionExpression} AND attribute_not_exists(mails.#id.#told)`,
  });
}

function copyChange({ id, letter, delivery }: Place, told: Told | 'notSent', value: unknown) {
  return {
    Key: handoverKey(letter, delivery),
    UpdateExpression: 'SET mails.#id.#told = :told',
    ConditionExpression: 'attribute_exists(mails.#id)',
    ExpressionAttributeNames: { '#id': id, '#told': told },
    ExpressionAttributeValues: { ':told': value },
  };
}
