/** Changes that a signer requests to a signature that the secretariat has accepted: old and new side by side. */
import {
  type PublicFields,
  publicFieldNames,
  publicFieldsOf,
  wantedFields,
} from '../../../shared/signature/public-fields.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { shownAs, shownValue } from '../../../shared/signature/typed-facts.ts';
import { kindNames } from '../ui/names.ts';
import { Timestamp } from '../ui/timestamp.tsx';

function labelOf(name: keyof PublicFields): string {
  if (name === 'kind') return 'Type';
  return name === 'display' ? 'Name' : shownAs[name].console;
}

function valueIn(fields: PublicFields, name: keyof PublicFields): string {
  if (name === 'display') return fields.display === 'public' ? 'shown in public' : 'withheld';
  return (name === 'kind' ? kindNames[fields.kind] : shownValue(fields, name, 'en')) || '–';
}

export function ChangeInReview({ record, zone }: { record: SeenRecord; zone: string }) {
  if (!record.proposal) return null;
  if (record.seen.isNameHidden) return <p class="note">The signer wants to change this signature.</p>;
  const [is, wanted] = [publicFieldsOf(record), wantedFields(record)];
  const isVouchedFor = record.evidence.some(({ method }) => method === 'secretariat');
  return (
    <section class="note" aria-labelledby="change">
      <h3 id="change">The signer wants to change this signature</h3>
      <p>
        Requested on <Timestamp at={record.proposal.at} zone={zone} />. The current details stay public until you
        approve.
        {isVouchedFor
          ? ' You confirmed the current details. Approving the new ones removes that mark; confirm them again to keep it.'
          : ''}
      </p>
      <section class="scroll" tabindex={0} aria-label="Current and requested details">
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
              const [before, after] = [valueIn(is, name), valueIn(wanted, name)];
              return (
                <tr>
                  <th scope="row">{labelOf(name)}</th>
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
