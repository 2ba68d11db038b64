/** Buttons that bring a letter to its next state. */
import type { FC } from 'hono/jsx';
import { type Letter, signing } from '../../../shared/letter/letter.ts';
import { Csrf } from '../ui/layout.tsx';

export const StateForms: FC<{ letter: Letter; csrf: string; now: Date }> = ({ letter, csrf, now }) => {
  const action = `/console/letters/${letter.slug}/state`;
  if (letter.state === 'draft') {
    return (
      <form method="post" action={action}>
        <Csrf token={csrf} />
        <p>Once open, anyone can read and sign it. Later changes to the text are public.</p>
        <button type="submit" name="state" value="open">
          Open the letter
        </button>
      </form>
    );
  }
  return (
    <>
      {letter.state === 'open' ? (
        <form method="post" action={action}>
          <Csrf token={csrf} />
          <p>
            Once closed, nobody can sign and you cannot reopen it. People who already sent the form can still confirm.
          </p>
          <button class="grave" type="submit" name="state" value="closed">
            Close the letter
          </button>
        </form>
      ) : null}
      {letter.state !== 'delivered' && signing(letter, now) === 'closed' ? (
        <form method="post" action={action}>
          <Csrf token={csrf} />
          <div class="field">
            <label for="deliveredOn">Delivered on</label>
            <span class="hint" id="deliveredOn-hint">
              Shown on the letter’s public page.
            </span>
            <input
              id="deliveredOn"
              name="deliveredOn"
              type="date"
              value={now.toISOString().slice(0, 10)}
              aria-describedby="deliveredOn-hint"
              required
            />
          </div>
          <button type="submit" name="state" value="delivered">
            Mark as delivered
          </button>
        </form>
      ) : null}
    </>
  );
};
