/** Shows the numbers of recipients and omitted people, and asks whether to send the update, now or at a set time. */
import type { Context } from 'hono';
import { notWrittenBecause } from '../../../shared/signature/may-write.ts';
import type { PageVisit } from '../guard.ts';
import { Facts } from '../ui/components.tsx';
import { Choice, ErrorSummary, Field, type Filled } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { amount, formatNumber } from '../ui/number.ts';
import type { Reach } from './reach.ts';
import type { LetterAndUpdate } from './update-in-path.ts';
import { languageName, leftOutWords } from './words.ts';

interface Shown extends LetterAndUpdate {
  readonly visit: PageVisit;
  readonly reach: Reach;
  readonly form: Filled;
  /** Another update is sent within a day, so only an owner can send this one, by overriding the limit. */
  readonly isTooSoon: boolean;
}

export function sendPage(c: Context, status: 200 | 409 | 422, shown: Shown): Promise<Response> {
  const { visit, letter, update, reach, form, isTooSoon } = shown;
  const base = `/console/letters/${letter.slug}/updates/${update.id}`;
  const timeZone = zoneOf(letter);
  return showPage(c, status, {
    title: 'Send the update',
    visit,
    letter,
    narrow: true,
    body: (
      <>
        <ErrorSummary errors={form.errors} title="Not sent yet" />
        <WhoGetsIt reach={reach} />
        <form method="post" action={`${base}/send`} class="card" novalidate={true}>
          <Csrf token={visit.csrf} />
          <input type="hidden" name="revision" value={String(update.revision)} />
          <Field
            name="at"
            label={`When (${timeZone})`}
            hint="Leave it empty to send it now."
            type="datetime-local"
            form={form}
          />
          {isTooSoon && visit.may('update.insist') ? (
            <Choice type="checkbox" name="insist" value="yes">
              Send it although another update is sent within a day
            </Choice>
          ) : null}
          <p class="actions">
            <button type="submit">{update.mailOnly ? 'Send it' : 'Publish and send it'}</button>
            <a class="button quiet" href={base}>
              Back
            </a>
          </p>
          <p class="hint">
            Confirmations always go first, so this can take a while. You can pause at any time, but you cannot recall an
            email once it is sent.
          </p>
        </form>
      </>
    ),
  });
}

function WhoGetsIt({ reach }: { reach: Reach }) {
  const { total, byLanguage, leftOut, sameMailbox, isComplete } = reach;
  return (
    <section class="card">
      <h2>{`${isComplete ? '' : 'At least '}${amount(total, 'recipient', 'recipients')}`}</h2>
      <Facts
        facts={Object.entries(byLanguage).map(([language, number]) => [languageName(language), formatNumber(number)])}
      />
      <h3>Left out</h3>
      <Facts
        facts={[
          ...Object.entries(leftOut).map(([why, number]): [string, string] => [
            leftOutWords[notWrittenBecause.parse(why)],
            formatNumber(number),
          ]),
          ['same email address as another signature', sameMailbox > 0 ? formatNumber(sameMailbox) : undefined],
        ]}
      />
      {isComplete ? null : (
        <p class="hint">There was no time to look at every signature. All are looked at when it is sent.</p>
      )}
    </section>
  );
}
