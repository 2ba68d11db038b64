/** How many are counted without a name: kept beside the count, so that whoever reads the count reads nothing more. */
import type { LetterSlug } from '../ids.ts';
import { changeIf } from '../platform/store/change.ts';
import { countedLetterKey } from '../platform/store/keys.ts';
import type { Store } from '../platform/store/store.ts';

/**
 * Keeps the number of a snapshot, unless there is that of a younger one. It moves with the breakdowns, minutes after the count, and
 * not with each signature: nobody sees by it whether whoever signed just now has withheld the name.
 */
export async function keepWithheld(
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
