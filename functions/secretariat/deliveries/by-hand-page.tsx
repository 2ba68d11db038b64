/** The form to record that a delivery was handed over in person, or posted. */
import type { Context } from 'hono';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { PageVisit } from '../guard.ts';
import { Choice, ErrorSummary, Field, type Filled, Select } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import type { LetterAndDelivery } from './delivery-in-path.ts';

interface Shown extends LetterAndDelivery {
  readonly visit: PageVisit;
  readonly text: LetterText;
  readonly form: Filled;
}

export function byHandPage(c: Context, { visit, letter, delivery, text, form }: Shown): Promise<Response> {
  const base = `/console/letters/${letter.slug}/deliveries/${delivery.id}`;
  const { how } = form.values;
  return showPage(c, form.errors.size > 0 ? 422 : 200, {
    title: 'Record a handover',
    visit,
    letter,
    narrow: true,
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <form method="post" action={`${base}/by-hand`} class="card" novalidate={true}>
          <Csrf token={visit.csrf} />
          <fieldset>
            <legend>How did they get it?</legend>
            <Choice type="radio" name="how" value="in-person" checked={how !== 'posted'}>
              Handed over in person
            </Choice>
            <Choice type="radio" name="how" value="posted" checked={how === 'posted'}>
              Posted
            </Choice>
          </fieldset>
          <Field name="on" label="Day" type="date" form={form} required />
          <Field
            name="place"
            label="Place"
            hint="Optional, and shown on the public page. For example: Town Hall, Bishkek"
            form={form}
          />
          <Select
            name="addressee"
            label="Addressee"
            hint="Shown on the public page, as the letter names them."
            form={form}
            options={[
              ['', 'Someone else'],
              ...text.addressees.map(({ name }, place) => [String(place), name] as const),
            ]}
          />
          <Field
            name="recipient"
            label="Who took it"
            hint="Optional, and seen only here. For example: Reception, Ms Osmonova"
            form={form}
          />
          <button type="submit">Save the handover</button>
        </form>
      </>
    ),
  });
}

/** @returns the fields as they are validated */
export function readByHand({ how, on, place, recipient, addressee }: Readonly<Record<string, string | undefined>>) {
  return { how, on, place, recipient, ...(addressee === undefined ? {} : { addressee: Number(addressee) }) };
}
