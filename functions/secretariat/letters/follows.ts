/** A letter that follows another asks the other's signers by mail, so it takes the right to change both. */
import type { LetterSlug } from '../../../shared/ids.ts';
import type { LetterSettings } from '../../../shared/letter/letter.ts';
import { whyNotFollow } from '../../../shared/letter/lifecycle.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';

/**
 * @param before the settings so far; undefined for a new letter
 * @returns why the letter cannot follow the one that the new settings name, if so
 */
export async function objectionToFollowing(
  { store }: ConsoleContext,
  visit: Visit,
  slug: LetterSlug,
  { before, after }: { before: LetterSettings | undefined; after: LetterSettings | undefined },
): Promise<string | undefined> {
  const { follows } = after ?? {};
  if (follows === undefined || follows === before?.follows) return undefined;
  // Says the same whether that letter exists or not.
  if (!visit.may('letter.write', follows))
    return `You cannot change the letter "${follows}", so ask an owner to do this.`;
  return whyNotFollow(store, slug, { follows });
}
