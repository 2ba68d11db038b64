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

/** The attributes that the two list indexes of the first release hold, one by one. */
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
 * An index cannot be changed in place, and CloudFormation adds or removes one an update. So `listedByTime` holds one map,
 * `listed`, into which later fields go without any change of an index (signature/stored.ts). `newest` is what it replaces:
 * rows written now do not stand in it, and a later release removes it. `byName` is replaced in the same way after that.
 * See docs/decisions/025-list-indexes.md.
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
