/** Changes that a signer requests to a signature that the secretariat has accepted: old and new side by side. */
import { countryName } from '../../../shared/organisation/country.ts';
import {
  type PublicFields,
  publicFieldNames,
  publicFieldsOf,
  wantedFields,
} from '../../../shared/signature/public-fields.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { UtcTime } from '../ui/components.tsx';

const labels = {
  kind: 'Kind',
  organisationName: 'Organisation',
  organisationWebsite: 'Website',
  country: 'Country',
  signatoryName: 'Person',
  signatoryRole: 'Role',
  display: 'Name',
} as const satisfies Record<keyof PublicFields, string>;

function shownValue(fields: PublicFields, name: keyof PublicFields): string {
  const value = fields[name];
  if (!value) return '–';
  if (name === 'country') return countryName(value, 'en');
  if (name === 'display') return value === 'public' ? 'shown in public' : 'withheld';
  return value;
}

export function ChangeInReview({ record }: { record: SeenRecord }) {
  if (!record.proposal) return null;
  if (record.seen.isNameHidden) return <p class="note">The signer wants to change this signature.</p>;
  const [is, wanted] = [publicFieldsOf(record), wantedFields(record)];
  const isVouchedFor = record.evidence.some(({ method }) => method === 'secretariat');
  return (
    <section class="note" aria-labelledby="change">
      <h3 id="change">The signer wants to change this signature</h3>
      <p>
        Asked for on <UtcTime at={record.proposal.at} />. The details on the left stay in public until you approve.
        {isVouchedFor
          ? ' You vouched for these details: approving the new ones removes that mark, vouching again keeps it.'
          : ''}
      </p>
      <section class="scroll" tabindex={0} aria-label="Details now and as the signer wants them">
        <table class="change">
          <thead>
            <tr>
              <th scope="col">Detail</th>
              <th scope="col">Now</th>
              <th scope="col">New</th>
            </tr>
          </thead>
          <tbody>
            {publicFieldNames.map((name) => {
              const [before, after] = [shownValue(is, name), shownValue(wanted, name)];
              return (
                <tr>
                  <th scope="row">{labels[name]}</th>
                  <td>
                    <bdi>{before}</bdi>
                  </td>
                  <td>
                    {before === after ? (
                      'no change'
                    ) : (
                      <mark>
                        <bdi>{after}</bdi>
                      </mark>
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </section>
  );
}
