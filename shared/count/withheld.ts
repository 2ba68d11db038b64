/**
 * The number of signatures counted without a name. It is stored beside the count, so that reading the count takes no
 * further read.
 */
import type { LetterSlug } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import { countedLetterKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';

/**
 * Stores the number of a snapshot, unless that of a newer one is stored. It changes with the breakdowns, minutes after
 * the count, and not with each signature, so that nobody can see whether the latest signer withheld their name.
 */
export async function storeWithheld(
  store: Store,
  letter: LetterSlug,
  { withheld, asOf }: { withheld: number; asOf: string },
): Promise<void> {
  await changeIf(store, {
    Key: countedLetterKey(letter),
    UpdateExpression: 'SET withheld = :withheld, withheldAsOf = :asOf',
    ConditionExpression: 'attribute_exists(pk) AND (attribute_not_exists(withheldAsOf) OR withheldAsOf < :asOf)',
    ExpressionAttributeValues: { ':withheld': withheld, ':asOf': asOf },
  });
}
