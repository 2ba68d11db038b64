/** Results of saving: saved, or a conflict with another save. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { Filled } from '../ui/field.tsx';
import type { Difference } from './text-diff.ts';
import { Differences } from './text-diff-view.tsx';

export const Conflict: FC<{ found: readonly Difference[]; language: string }> = ({ found, language }) => (
  <div class="alert" role="alert">
    <h2>Someone else changed this letter</h2>
    <p>Nothing was saved. Your text is still below.</p>
    {found.length === 0 ? (
      <p>There is nothing to merge. Save again.</p>
    ) : (
      <>
        <p>
          Compared with the saved text: <ins>your words</ins>, <del>words that you would remove</del>. Include the other
          person’s changes, then save again.
        </p>
        <Differences found={found} language={language} />
      </>
    )}
  </div>
);

export const Saved: FC = () => (
  <p class="note" role="status">
    Saved. Public pages update within half a minute.
  </p>
);

/** For short fields, each of which shows its stored value. */
export const FieldConflict: FC = () => (
  <div class="alert" role="alert">
    <h2>Someone else changed this letter</h2>
    <p>
      Nothing was saved. Your entries are still below, with the saved value beside each difference. To keep yours, save
      again.
    </p>
  </div>
);

/**
 * @param theirs the typed text, when somebody else saved in the meantime
 * @returns the revision on which the form builds: a user who was not shown another's save does not overwrite it
 */
export function seenRevision(
  { revision }: Letter,
  { values }: Filled,
  theirs: LetterText | undefined,
): string | number {
  return theirs ? revision : (values['revision'] ?? revision);
}
