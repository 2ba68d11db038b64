/** Wordings that a letter wrote itself: one asks for the consent to be invited to a later letter, the other does not. */

import { followUpKey, replacedTogether } from '../../shared/consent/wording.ts';
import type { LetterSlug } from '../../shared/ids.ts';
import { PutCommand } from '../../shared/platform/store/commands.ts';
import { letterWordingKey } from '../../shared/platform/store/keys.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import { ownWithoutSentence, ownWithSentence } from './permission-table.ts';

export async function addOwnWordings({ client, table }: Store, letter: LetterSlug): Promise<void> {
  const without = Object.fromEntries(replacedTogether.map((key) => [key, 'In words of our own.']));
  const both = [
    [ownWithoutSentence, without],
    [ownWithSentence, { ...without, [followUpKey]: 'You may write to us about one more letter.' }],
  ] as const;
  for (const [id, strings] of both) {
    const row = { language: 'en', at: '2026-03-01T00:00:00.000Z', strings };
    await client.send(new PutCommand({ TableName: table, Item: { ...letterWordingKey(letter, id), ...row } }));
  }
}
