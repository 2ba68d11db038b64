/**
 * The shape of the one table, as data: `infra/storage.ts` creates it in the cloud, `infra/local/dynamodb.ts` locally.
 * docs/decisions/002-one-table.md explains each key.
 */

/** An index with two string keys, which holds only the named attributes besides the keys. */
export interface IndexShape {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly projects: readonly string[];
}

/** Attributes of the two list indexes of the first release, one by one. */
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
const housekeepingAttributes = ['language', 'partner', 'carryAsked'] as const;

/**
 * An index cannot be changed in place, and CloudFormation adds or removes only one per update. So `listedByTime` holds
 * a single map, `listed`, and later fields go into it without changing an index (signature/stored.ts). It replaces
 * `newest`: rows written now are not in that one, and a later release removes it. `byName` is replaced in the same way
 * after that. See docs/decisions/025-list-indexes.md.
 */
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
    listedByTime: { name: 'listedByTime', partitionKey: 'listKey', sortKey: 'listedAt', projects: ['listed'] },
  },
} as const satisfies {
  partitionKey: string;
  sortKey: string;
  timeToLive: string;
  indexes: Record<string, IndexShape>;
};
