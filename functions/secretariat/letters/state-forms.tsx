/** Buttons that bring a letter to its next state. */
import type { FC } from 'hono/jsx';
import { type Letter, signing } from '../../../shared/letter/letter.ts';
import { Csrf } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { stepsOf } from './checklist.ts';

interface StateFormsProps {
  readonly letter: Letter;
  readonly csrf: string;
  readonly now: Date;
  /** Time until which this visitor can open the letter again, if at all. */
  readonly reopenUntil: Date | undefined;
}

export const StateForms: FC<StateFormsProps> = ({ letter, csrf, now, reopenUntil }) => {
  const action = `/console/letters/${letter.slug}/state`;
  if (letter.state === 'draft') {
    const left = stepsOf(letter, now).filter((step) => step.left !== undefined);
    return (
      <form method="post" action={action} id="open">
        <Csrf token={csrf} />
        <p>Once open, anyone can read and sign it. Later changes to the text are public.</p>
        {left.length === 0 ? null : (
          <ul id="left">
            {left.map(({ left: says, part }) => (
              <li>
                <a href={`/console/letters/${letter.slug}/${part}`}>{says}</a>
              </li>
            ))}
          </ul>
        )}
        <button
          type="submit"
          name="state"
          value="open"
          disabled={left.length > 0}
          aria-describedby={left.length > 0 ? 'left' : undefined}
        >
          Open the letter
        </button>
      </form>
    );
  }
  return (
    <>
      {letter.state === 'open' ? (
        <p>
          <a class="button grave" href={`${action}?to=closed`}>
            Close the letter
          </a>
        </p>
      ) : null}
      {letter.state !== 'delivered' && signing(letter, now) === 'closed' ? (
        <p>
          <a class="button" href={`${action}?to=delivered`}>
            Mark as delivered
          </a>
        </p>
      ) : null}
      {reopenUntil ? (
        <form method="post" action={`/console/letters/${letter.slug}/reopen`}>
          <Csrf token={csrf} />
          <p>
            Closed by mistake? You can reopen it until {formatInZone(reopenUntil.toISOString(), zoneOf(letter))}. People
            can then sign again, and the public page says so at once.
          </p>
          <button class="quiet" type="submit">
            Reopen the letter
          </button>
        </form>
      ) : null}
    </>
  );
};
