/** The deliveries of a letter, the form for another, and the page that asks once before the list is frozen. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import type { Delivery } from '../../../shared/delivery/delivery.ts';
import { finalOf } from '../../../shared/delivery/start.ts';
import { maxLogos } from '../../../shared/document/choices.ts';
import type { Handover } from '../../../shared/handover/handover.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Freezable } from '../freezable.ts';
import type { PageVisit } from '../guard.ts';
import { Choice, ErrorSummary, Field, type Filled, Hidden, Select } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { amount, formatNumber } from '../ui/number.ts';
import { Table } from '../ui/table.tsx';
import { kindWords, names, stateWords } from './words.ts';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly deliveries: readonly Delivery[];
  readonly handovers: readonly Handover[];
  readonly form: Filled;
}

export function deliveriesPage(c: Context, { visit, letter, deliveries, handovers, form }: Shown): Promise<Response> {
  // After a final delivery there is none to start, unless it was cancelled.
  const canStart = visit.may('letter.state') && letter.state !== 'draft' && !finalOf(deliveries);
  return showPage(c, form.errors.size > 0 ? 422 : 200, {
    title: 'Deliveries',
    visit,
    letter,
    body: (
      <>
        <ErrorSummary errors={form.errors} title="The delivery was not started" />
        {deliveries.length === 0 ? (
          <p>
            A delivery is the letter with everyone who signed it, as a document to send by email, hand over or post.
            There is none yet. {letter.state === 'draft' ? 'Open the letter first, and collect signatures.' : null}
          </p>
        ) : (
          <DeliveryTable {...{ letter, deliveries, handovers }} />
        )}
        {canStart ? <StartForm {...{ visit, letter, form }} /> : null}
      </>
    ),
  });
}

const DeliveryTable: FC<Pick<Shown, 'letter' | 'deliveries' | 'handovers'>> = ({ letter, deliveries, handovers }) => {
  const timeZone = zoneOf(letter);
  return (
    <Table label="Deliveries" columns={['Delivery', 'List frozen', { number: 'Names' }, 'State']} stacks>
      {deliveries.toReversed().map((delivery) => (
        <tr>
          <th scope="row">
            <a href={`/console/letters/${letter.slug}/deliveries/${delivery.id}`}>
              {`No. ${delivery.number}, ${kindWords[delivery.kind].toLowerCase()}`}
            </a>
          </th>
          <td data-label="List frozen">{delivery.frozen ? formatInZone(delivery.frozen.at, timeZone) : 'Not yet'}</td>
          <td class="number" data-label="Names">
            {delivery.frozen ? formatNumber(delivery.frozen.number) : ''}
          </td>
          <td>
            {stateWords(
              delivery,
              handovers.find((one) => one.delivery === delivery.id),
            )}
          </td>
        </tr>
      ))}
    </Table>
  );
};

const StartForm: FC<Pick<Shown, 'visit' | 'letter' | 'form'>> = ({ visit, letter, form }) => {
  const { values } = form;
  const isDelivered = letter.state === 'delivered';
  return (
    <form method="post" action={`/console/letters/${letter.slug}/deliveries`} class="card">
      <Csrf token={visit.csrf} />
      <h2>New delivery</h2>
      <fieldset>
        <legend>What kind of delivery is it?</legend>
        {isDelivered ? null : (
          <Choice type="radio" name="kind" value="interim" checked={values['kind'] !== 'final'}>
            Interim
            <span class="hint">The letter stays open. For example, when it has 100 names.</span>
          </Choice>
        )}
        <Choice type="radio" name="kind" value="final" checked={isDelivered || values['kind'] === 'final'}>
          Final
          <span class="hint">
            {isDelivered
              ? 'The letter is closed already, and stays closed.'
              : 'Closes the letter for good: nobody can sign or confirm after that.'}
          </span>
        </Choice>
      </fieldset>
      <Select
        name="order"
        label="Order of the names"
        form={form}
        options={[
          ['name', 'A–Z'],
          ['country', 'By country'],
        ]}
      />
      <Select
        name="pageSize"
        label="Paper"
        form={form}
        options={[
          ['a4', 'A4'],
          ['us-letter', 'US Letter'],
        ]}
      />
      <Choice type="checkbox" name="logos" value="yes" checked={values['logos'] === 'yes'}>
        Show the logos of organisations
        <span class="hint">In the PDFs, above the names. Only logos that you have approved, at most {maxLogos}.</span>
      </Choice>
      {isDelivered ? null : (
        <Field
          name="deliveredOn"
          label="Day of the handover"
          hint="For a final delivery. The public page shows it. Leave empty for today."
          type="date"
          form={form}
        />
      )}
      <button type="submit">Continue</button>
      <p class="hint">You see how many names will be frozen before anything happens.</p>
    </form>
  );
};

/** Sentences for a delivery that does not change the state of the letter. */
const continues: Readonly<Record<Letter['state'], string>> = {
  draft: 'Nobody can sign yet.',
  open: 'The letter stays open, and people can keep signing.',
  closed: 'The letter stays closed.',
  delivered: 'The letter stays closed.',
};

/** Asks once, and names the numbers. */
export function confirmStartPage(
  c: Context,
  { visit, letter, form, counts }: Omit<Shown, 'deliveries' | 'handovers'> & { readonly counts: Freezable },
): Promise<Response> {
  const base = `/console/letters/${letter.slug}/deliveries`;
  const isFinal = form.values['kind'] === 'final';
  const closes = isFinal && letter.state !== 'delivered';
  const label = `${closes ? 'Close the letter and freeze' : 'Freeze'} ${names(counts.listed)}`;
  return showPage(c, 200, {
    title: closes ? 'Close the letter and freeze the list?' : 'Freeze the list?',
    visit,
    letter,
    narrow: true,
    body: (
      <form method="post" action={base} class="card">
        <Csrf token={visit.csrf} />
        <Hidden values={{ ...form.values, _csrf: undefined, sure: 'yes' }} />
        <p>
          <strong>{`${names(counts.listed)} will be frozen`}</strong>
          {`${counts.unconfirmed === 0 ? '.' : `; ${counts.atLeast ? 'at least ' : ''}${amount(counts.unconfirmed, 'has', 'have')} not confirmed yet.`}`}
        </p>
        <ul>
          {counts.withheld > 0 ? (
            <li>{`${formatNumber(counts.withheld)} more signed and asked not to be named. The document gives their number.`}</li>
          ) : null}
          {counts.onPaper > 0 ? (
            <li>{`${formatNumber(counts.onPaper)} signed on paper. The document gives their number.`}</li>
          ) : null}
          {counts.waiting > 0 ? (
            <li>
              {`${amount(counts.waiting, 'awaits', 'await')} your review and will not be on the list. `}
              <a href={`/console/letters/${letter.slug}/review`}>Review them first</a>
            </li>
          ) : null}
        </ul>
        <p>
          A frozen list never changes. People who withdraw later stay out of every later document, and the page of the
          delivery says how many have left.
        </p>
        {closes ? (
          <p>
            <strong>This closes the letter for good.</strong> Nobody can sign or confirm any more, and it cannot be
            opened again.
          </p>
        ) : (
          <p>{continues[letter.state]}</p>
        )}
        <p class="actions">
          <button type="submit" class={closes ? 'grave' : undefined}>
            {label}
          </button>
          <a class="button quiet" href={base}>
            Go back
          </a>
        </p>
      </form>
    ),
  });
}
