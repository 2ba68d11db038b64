/** The partners of a letter, and a form for another. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Partner } from '../../../shared/partner/partner.ts';
import type { Snapshot } from '../../../shared/statistics/snapshot.ts';
import { Choice, ErrorSummary, Field, type Filled, Select, TextField } from '../ui/field.tsx';
import { Csrf } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { formatNumber } from '../ui/number.ts';
import { Table } from '../ui/table.tsx';

export const PartnerList: FC<{
  letter: Letter;
  partners: readonly Partner[];
  /** Partners of other letters, which can be added here. */
  others: readonly Partner[];
  snapshot: Snapshot | undefined;
  form: Filled;
  csrf: string;
  writes: boolean;
}> = ({ letter, partners, others, snapshot, form, csrf, writes }) => (
  <>
    <ErrorSummary errors={form.errors} />
    <p>Partners can show the form of this letter on their own sites. You see how many signatures each brings.</p>
    {partners.length === 0 ? <p>No partners yet.</p> : null}
    {partners.length > 0 ? (
      <Table
        label="Partners"
        caption={
          snapshot
            ? `Counted as of ${formatInZone(snapshot.asOf, zoneOf(letter))}`
            : 'The counts appear with the first signatures'
        }
        columns={['Partner', 'Sites', { number: 'Counted' }]}
        stacks
      >
        {partners.map(({ id, name, origins }) => (
          <tr>
            <th scope="row">
              <a href={`/console/letters/${letter.slug}/partners/${id}`}>
                <bdi>{name}</bdi>
              </a>
            </th>
            <td>{origins.join(', ') || 'none'}</td>
            <td class="number" data-label="Counted">
              {snapshot ? formatNumber(snapshot.by.partner[id] ?? 0) : '–'}
            </td>
          </tr>
        ))}
      </Table>
    ) : null}
    {writes && others.length > 0 ? (
      <form method="post" action={`/console/letters/${letter.slug}/partners`} class="card">
        <Csrf token={csrf} />
        <h2>Partner of another letter</h2>
        <Select
          name="existing"
          label="Partner"
          options={others.map(({ id, name }) => [id, name] as const)}
          form={form}
        />
        <button type="submit" class="quiet">
          Add this partner
        </button>
      </form>
    ) : null}
    {writes ? (
      <form method="post" action={`/console/letters/${letter.slug}/partners`} class="card">
        <Csrf token={csrf} />
        <h2>New partner</h2>
        <Field
          name="id"
          label="Short name"
          hint="Used in links, such as valley-radio. You cannot change it later."
          form={form}
          required
        />
        <Field name="name" label="Name" form={form} />
        <OriginsField form={form} />
        <button type="submit">Add partner</button>
      </form>
    ) : null}
  </>
);

export const OriginsField: FC<{ form: Filled }> = ({ form }) => (
  <>
    <TextField
      name="origins"
      label="Sites"
      hint="Paste the address of any page of each site, one on each line, such as https://valley-radio.example/news."
      form={form}
      rows={3}
    />
    <Choice type="checkbox" name="www" value="true" checked={form.errors.size === 0 || form.values['www'] === 'true'}>
      Also with and without www.
    </Choice>
  </>
);
