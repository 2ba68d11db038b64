/**
 * Upgrades letters: makes earlier delivered ones final. On the way back, removes settings that the previous release
 * refuses.
 */

import { dropFinal, ensureFinal } from '../letter/final-count.ts';
import { type Letter, letter } from '../letter/letter.ts';
import { UpdateCommand } from '../platform/store/commands.ts';
import { isLetterPartition, letterIndexKey, letterKey } from '../platform/store/keys.ts';
import { isConditionFailed, type Store } from '../platform/store/store.ts';
import type { Row, UpgradeStep } from './upgrade.ts';

export const letters: UpgradeStep = {
  name: '2026-letters',
  title: 'Letters',
  rows: 'LETTER',
  visit: async ({ store }, row) => {
    const found = letterIn(row);
    return found && (await ensureFinal(store, found)) ? 'delivered: nobody more is counted' : undefined;
  },
  back: async ({ store }, row) => {
    const found = letterIn(row);
    if (!found) return undefined;
    const isFreed = await dropFinal(store, found.slug);
    const isReset = await withoutIndividualsPolicy(store, found);
    if (isReset) return 'without a policy of its own for individuals, who are published at once again';
    return isFreed ? 'delivered, without its mark' : undefined;
  },
};

function letterIn(row: Row): Letter | undefined {
  return isLetterPartition(String(row['pk'])) ? letter.parse(row) : undefined;
}

/** @returns whether the letter had individuals reviewed */
async function withoutIndividualsPolicy(store: Store, { slug, settings }: Letter): Promise<boolean> {
  for (const Key of [letterKey(slug), letterIndexKey(slug)]) {
    try {
      await store.client.send(
        new UpdateCommand({
          TableName: store.table,
          Key,
          UpdateExpression: 'REMOVE settings.individualsPublishedFrom',
          ConditionExpression: 'attribute_exists(settings.individualsPublishedFrom)',
        }),
      );
    } catch (error) {
      if (!isConditionFailed(error)) throw error;
    }
  }
  return settings.individualsPublishedFrom !== 'mailbox';
}
