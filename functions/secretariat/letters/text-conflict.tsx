/** Results of saving: saved, or a conflict with another save. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { Filled } from '../ui/field.tsx';
import { Differences } from './difference.tsx';
import type { Difference } from './text-diff.ts';

export const Conflict: FC<{ found: readonly Difference[]; language: string }> = ({ found, language }) => (
  <div class="alert" role="alert">
    <h2>Somebody changed the letter meanwhile</h2>
    <p>Nothing was saved. What you typed is still below.</p>
    {found.length === 0 ? (
      <p>The text that is kept is the same as yours, or was not there: save again.</p>
    ) : (
      <>
        <p>
          It differs from what is kept now: <ins>your words</ins>, <del>words that would go</del>. Mend yours where it
          undoes what the other wrote, and save again.
        </p>
        <Differences found={found} language={language} />
      </>
    )}
  </div>
);

export const Saved: FC = () => (
  <p class="note" role="status">
    Saved. What is public shows it within half a minute.
  </p>
);

/** For short fields, each of which shows its stored value. */
export const FieldConflict: FC = () => (
  <div class="alert" role="alert">
    <h2>Somebody changed the letter meanwhile</h2>
    <p>
      Nothing was saved. What you typed is still below; where it differs from what is kept now, that is said at the
      field. Save again if yours shall hold.
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
