/** What stands out about a signature, for whoever decides about it. A signal is a reason to look, never a decision. */
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { likelyPrefixes, skeleton } from '../organisation/look-alike.ts';
import type { Store } from '../store/store.ts';
import { table } from '../store/table.ts';
import { heldWords } from './held-words.ts';
import { type SignatureId, signatureId } from './id.ts';
import { listPartition, reviewPartition } from './position.ts';
import { coSignatoryName, type SignatureRecord } from './record.ts';

export const signal = z.object({
  kind: z.enum([
    'free-mail',
    'disposable-mail',
    'other-domain',
    'held',
    'look-alike',
    'displaced',
    'duplicate',
    'level',
    'own-hold',
    'mail-back',
  ]),
  text: z.string().describe('One sentence for people'),
  other: signatureId.optional().describe('The signature that it looks like'),
});
export type Signal = z.infer<typeof signal>;

/** How many rows each look at an index reads at the most. */
const mostRows = 20;
const mostWaiting = 100;
const mostAlike = 5;

/** @returns what stands out. For an organisation at most 6 Queries of the index by name, at the same time; else none */
export async function signalsOf(store: Store, record: SignatureRecord): Promise<Signal[]> {
  const alike = record.kind === 'organisation' && !record.withdrawnAt ? await lookAlikes(store, record) : [];
  // Of whom it is a duplicate, that is said already.
  return [...ownSignals(record), ...alike.filter(({ other }) => other !== record.duplicateOf)];
}

function ownSignals(record: SignatureRecord): Signal[] {
  const { moderation, reviewBecause, mailboxDomain, heldBecause, kind, deliverability, duplicateOf } = record;
  const isOrganisation = kind === 'organisation';
  const found: (Signal | undefined)[] = [
    moderation === 'held' && reviewBecause === 'displaced'
      ? { kind: 'displaced', text: 'A signature with a better proof took its place.', other: duplicateOf }
      : undefined,
    duplicateOf && reviewBecause !== 'displaced'
      ? {
          kind: 'duplicate',
          text: `${isOrganisation ? 'The organisation' : 'This person'} has signed already.`,
          other: duplicateOf,
        }
      : undefined,
    moderation === 'held' && reviewBecause === 'level'
      ? { kind: 'level', text: 'It shows less proof than the letter asks for.' }
      : undefined,
    moderation === 'held' && reviewBecause === 'secretariat'
      ? { kind: 'own-hold', text: 'The secretariat holds it.' }
      : undefined,
    isOrganisation && mailboxDomain === 'free'
      ? { kind: 'free-mail', text: 'An organisation that signs from a free mailbox: anybody could have it.' }
      : undefined,
    isOrganisation && mailboxDomain === 'disposable'
      ? { kind: 'disposable-mail', text: 'It is signed from a throw-away mailbox.' }
      : undefined,
    isOrganisation && mailboxDomain === 'other'
      ? { kind: 'other-domain', text: 'Its mailbox is on another domain than its website.' }
      : undefined,
    heldBecause ? { kind: 'held', text: `It was held silently: ${heldWords[heldBecause]}.` } : undefined,
    deliverability
      ? {
          kind: 'mail-back',
          text: `Mail to its mailbox ${deliverability.state === 'bounced' ? 'comes back' : 'was marked as unwanted'}.`,
        }
      : undefined,
  ];
  return found.filter((one) => one !== undefined);
}

const row = z.object({
  pk: z.templateLiteral(['SIGNATURE#', signatureId]),
  organisationName: z.string().optional(),
});

/** @returns the organisations under the letter whose names are the same once script, spelling and legal form are left out */
async function lookAlikes(store: Store, record: SignatureRecord): Promise<Signal[]> {
  const name = coSignatoryName(record);
  const wanted = skeleton(name);
  const looks = [
    ...likelyPrefixes(name).map((prefix) =>
      rowsFrom(store, listPartition(record.letter, 'organisation'), prefix, mostRows),
    ),
    // Those that wait are few: all of the first ones are compared, however they begin.
    rowsFrom(store, reviewPartition(record.letter), undefined, mostWaiting),
  ];
  const found = new Map<SignatureId, string>();
  for (const { pk, organisationName = '' } of (await Promise.all(looks)).flat()) {
    const id = signatureId.parse(pk.slice('SIGNATURE#'.length));
    if (id !== record.id && skeleton(organisationName) === wanted) found.set(id, organisationName);
  }
  return [...found].slice(0, mostAlike).map(([other, its]) => ({
    kind: 'look-alike',
    text: `Another organisation has nearly the same name: ${its}.`,
    other,
  }));
}

async function rowsFrom(
  { client, table: TableName }: Store,
  partition: string,
  prefix: string | undefined,
  limit: number,
) {
  const { name, partitionKey, sortKey } = table.indexes.byName;
  const { Items } = await client.send(
    new QueryCommand({
      TableName,
      IndexName: name,
      KeyConditionExpression: prefix === undefined ? '#list = :list' : '#list = :list AND begins_with(#sort, :prefix)',
      ExpressionAttributeNames: { '#list': partitionKey, ...(prefix === undefined ? {} : { '#sort': sortKey }) },
      ExpressionAttributeValues: { ':list': partition, ...(prefix === undefined ? {} : { ':prefix': prefix }) },
      Limit: limit,
    }),
  );
  return z.array(row).parse(Items ?? []);
}
