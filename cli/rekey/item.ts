/**
 * Converts an item to a new master key: each hash that is looked up again is replaced by its hash under the new key.
 */
import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import { listsPartition } from '../../shared/platform/store/keys.ts';
import type { HashPurpose, Rekey } from '../../shared/platform/token/keys.ts';
import type { StoredItem } from '../backup/item.ts';

/** Rows whose partition key ends with a keyed hash. */
const keyedRows: Readonly<Record<string, HashPurpose>> = {
  MAILBOX: 'mailbox',
  CODETRIES: 'mailbox',
  MEMBERMAIL: 'member',
};
/** An individual, in claims and in attributes that name a claimant (`claimantOf`). Organisations have no hash. */
const individual = /^(individual|paper):([\w-]{43})(~[0-9a-hjkmnp-tv-z]{20})?$/;

/** @returns the item under the new key; items without such a hash are unchanged */
export function rekeyed({ pk, sk, ...others }: StoredItem, rekey: Rekey): StoredItem {
  const attributes = Object.entries(others).map(([name, value]): [string, AttributeValue] =>
    pk.S === listsPartition && name === 'deniedMailboxes'
      ? [name, listed(value, rekey)]
      : [name, within(name, value, rekey)],
  );
  // The claim of a hidden signature ends with the hash of its mailbox.
  const end = pk.S.startsWith('HIDDEN#') ? { S: mailbox(sk.S, rekey) } : sk;
  return { pk: { S: partition(pk.S, rekey) }, sk: end, ...Object.fromEntries(attributes) };
}

/** @returns all items under the new key */
export async function* rekeyedItems(items: AsyncIterable<StoredItem>, rekey: Rekey): AsyncGenerator<StoredItem> {
  for await (const item of items) yield rekeyed(item, rekey);
}

function partition(pk: string, rekey: Rekey): string {
  const [family = '', ...rest] = pk.split('#');
  const purpose = keyedRows[family];
  const last = rest.at(-1) ?? '';
  if (purpose) return `${family}#${rekey(purpose, last)}`;
  return family === 'CLAIM' ? [family, ...rest.slice(0, -1), claimant(last, rekey)].join('#') : pk;
}

function claimant(text: string, rekey: Rekey): string {
  const [, kind, hash, mark = ''] = individual.exec(text) ?? [];
  return kind === undefined || hash === undefined ? text : `${kind}:${rekey('individual', hash)}${mark}`;
}

/** Attributes that hold the hash of a mailbox. */
const mailboxAttributes: ReadonlySet<string> = new Set(['provenBy', 'blockedMailbox', 'subscribedMailbox']);

/** In `provenBy` and in keys: a hash, or a word that explains why there is none. */
const hash = /^[\w-]{43}$/;

function mailbox(text: string, rekey: Rekey): string {
  return hash.test(text) ? rekey('mailbox', text) : text;
}

function listed(value: AttributeValue, rekey: Rekey): AttributeValue {
  return value.SS === undefined ? value : { SS: value.SS.map((hash) => rekey('mailbox', hash)) };
}

/** At any depth of an attribute: the secretariat's decisions store earlier states of a record. */
function within(name: string, value: AttributeValue, rekey: Rekey): AttributeValue {
  if (value.S !== undefined && mailboxAttributes.has(name)) return { S: mailbox(value.S, rekey) };
  if (value.S !== undefined) return { S: name === 'codeHash' ? rekey('code', value.S) : claimant(value.S, rekey) };
  if (value.L !== undefined) return { L: value.L.map((one) => within('', one, rekey)) };
  if (value.M === undefined) return value;
  return { M: Object.fromEntries(Object.entries(value.M).map(([inner, one]) => [inner, within(inner, one, rekey)])) };
}
