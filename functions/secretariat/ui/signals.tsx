/** Reasons to look at a signature, as a list. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Signal } from '../review/signals.ts';

/** Signals, each in one sentence, with a link to the other signature where there is one. */
export function Signals({ letter, signals }: { letter: Letter; signals: readonly Signal[] }) {
  return (
    <ul>
      {signals.map(({ text, other }) => (
        <li>
          <bdi>{text}</bdi>
          {other ? (
            <>
              {' '}
              <a href={`/console/letters/${letter.slug}/signatures/${other}`}>Open that signature</a>
            </>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
