/** Somebody else saved while this was being typed. */
import type { FC } from 'hono/jsx';
import type { Difference } from '../../../shared/letter/difference.ts';
import { Differences } from './difference.tsx';

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
