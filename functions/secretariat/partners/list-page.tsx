/** The partners of a letter, and a form for another. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Partner } from '../../../shared/partner/partner.ts';
import type { Snapshot } from '../../../shared/statistics/snapshot.ts';
import { ErrorSummary, Field, type Filled, TextField } from '../ui/field.tsx';
import { Csrf } from '../ui/layout.tsx';
import { formatInZone } from '../ui/local-time.ts';
import { Table } from '../ui/table.tsx';

export const PartnerList: FC<{
  letter: Letter;
  partners: readonly Partner[];
  snapshot: Snapshot | undefined;
  form: Filled;
  csrf: string;
  writes: boolean;
}> = ({ letter, partners, snapshot, form, csrf, writes }) => (
  <>
    <ErrorSummary errors={form.errors} />
    <p>Sites that may embed the form of this letter. Each has its own numbers.</p>
    {partners.length === 0 ? <p>There is none yet.</p> : null}
    {partners.length > 0 ? (
      <Table
        label="Partners"
        caption={
          snapshot
            ? `Counted as of ${formatInZone(snapshot.asOf, letter.settings.timeZone ?? 'UTC')}`
            : 'Who is counted is told once a snapshot was taken'
        }
        columns={['Partner', 'Sites', { number: 'Counted' }]}
      >
        {partners.map(({ id, name, origins }) => (
          <tr>
            <th scope="row">
              <a href={`/console/letters/${letter.slug}/partners/${id}`}>
                <bdi>{name}</bdi>
              </a>
            </th>
            <td>{origins.join(', ') || 'none'}</td>
            <td class="number">{snapshot ? (snapshot.by.partner[id] ?? 0) : '–'}</td>
          </tr>
        ))}
      </Table>
    ) : null}
    {writes ? (
      <form method="post" action={`/console/letters/${letter.slug}/partners`} class="card">
        <Csrf token={csrf} />
        <h2>Add a partner</h2>
        <Field
          name="id"
          label="Id"
          hint="A short word that stands in links, such as valley-radio. It stays as it is. Of a partner that other letters have already, the id is enough."
          form={form}
          required
        />
        <Field name="name" label="Name" form={form} />
        <OriginsField form={form} />
        <button type="submit">Add</button>
      </form>
    ) : null}
  </>
);

export const OriginsField: FC<{ form: Filled }> = ({ form }) => (
  <TextField
    name="origins"
    label="Sites"
    hint="One to a line: https://valley-radio.example – no path, no *; www. is another site."
    form={form}
    rows={3}
  />
);
