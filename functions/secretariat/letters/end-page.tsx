/** Asks once before a letter is closed or marked as delivered, and says how many are not on the list yet. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Freezable } from '../freezable.ts';
import type { PageVisit } from '../guard.ts';
import { Field, noErrors } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { amount } from '../ui/number.ts';

export type End = 'closed' | 'delivered';

interface Shown {
  readonly letter: Letter;
  readonly to: End;
  readonly counts: Freezable;
  readonly now: Date;
  /** Whether the visitor may open the letter again. */
  readonly mayReopen: boolean;
}

export function endPage(c: Context, visit: PageVisit, { letter, to, counts, now, mayReopen }: Shown) {
  const base = `/console/letters/${letter.slug}`;
  const isClosing = to === 'closed';
  return showPage(c, 200, {
    title: isClosing ? 'Close the letter?' : 'Mark the letter as delivered?',
    visit,
    letter,
    narrow: true,
    body: (
      <form method="post" action={`${base}/state`} class="card">
        <Csrf token={visit.csrf} />
        <p>
          {isClosing
            ? 'Nobody can sign any more. People who already sent the form can still confirm.'
            : 'Nobody can sign or confirm any more, and the public page says that the letter was delivered.'}
        </p>
        <p>
          <strong>{notConfirmed(counts)}</strong>
        </p>
        {counts.waiting > 0 ? (
          <p>
            {`${amount(counts.waiting, 'awaits', 'await')} your review. `}
            <a href={`${base}/review`}>Review them first</a>
          </p>
        ) : null}
        <p>
          {mayReopen
            ? 'You can reopen the letter within a day of closing.'
            : 'Only an owner can reopen the letter, within a day of closing.'}
        </p>
        {isClosing ? null : (
          <Field
            name="deliveredOn"
            label="Delivered on"
            hint="Shown on the letter’s public page."
            type="date"
            form={{ values: { deliveredOn: now.toISOString().slice(0, 10) }, errors: noErrors }}
            required
          />
        )}
        <p class="actions">
          <button class={isClosing ? 'grave' : undefined} type="submit" name="state" value={to}>
            {isClosing ? 'Close the letter' : 'Mark as delivered'}
          </button>
          <a class="button quiet" href={base}>
            Go back
          </a>
        </p>
      </form>
    ),
  });
}

function notConfirmed({ unconfirmed, atLeast }: Freezable): string {
  if (unconfirmed === 0) return 'Everybody who sent the form has confirmed.';
  const people = amount(unconfirmed, 'person has', 'people have');
  return `${atLeast ? 'At least ' : ''}${people} not confirmed yet.`;
}
