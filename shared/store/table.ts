/**
 * The shape of the one table, as data: `infra/storage.ts` makes it in the cloud, `infra/local/dynamodb.ts` on one
 * machine. See docs/decisions/002-one-table.md for what each key is for.
 */

/** An index whose keys are both strings and which holds only the named attributes besides the keys. */
export interface IndexShape {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly projects: readonly string[];
}

/**
 * What the public list may show of a signature: this allow-list is what the two list indexes hold, so that reading a
 * list cannot meet anything else (DESIGN rule 8).
 */
const publicAttributes = [
  'kind',
  'organisationName',
  'organisationWebsite',
  'country',
  'signatoryName',
  'signatoryRole',
  'confirmedAt',
  'letterVersion',
  'verification',
] as const;

/**
 * What housekeeping reads of everybody who is counted: for breakdowns, and to ask each signer once about a new version.
 * Only the index by time holds it, and no public list takes it from there (`toListed` in signature/list.ts names what it
 * takes).
 */
const housekeepingAttributes = ['language', 'partner', 'carryAsked'] as const;

export const table = {
  partitionKey: 'pk',
  sortKey: 'sk',
  /** Seconds since 1970 after which DynamoDB may delete the item. It deletes late, so code checks expiry too. */
  timeToLive: 'ttl',
  indexes: {
    newest: {
      name: 'newest',
      partitionKey: 'listKey',
      sortKey: 'newestSort',
      projects: [...publicAttributes, ...housekeepingAttributes],
    },
    byName: { name: 'byName', partitionKey: 'listKey', sortKey: 'nameSort', projects: publicAttributes },
    due: { name: 'due', partitionKey: 'dueShard', sortKey: 'lookAt', projects: [] },
  },
} as const satisfies {
  partitionKey: string;
  sortKey: string;
  timeToLive: string;
  indexes: Record<string, IndexShape>;
};
