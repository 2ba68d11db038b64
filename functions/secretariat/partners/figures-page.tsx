/** The figures of a partner under a letter: for the secretariat, and for the partner itself. */
import type { FC } from 'hono/jsx';
import { formatInZone } from '../ui/local-time.ts';
import { formatNumber } from '../ui/number.ts';
import { Table } from '../ui/table.tsx';
import type { PartnerFigures } from './read-partner-figures.ts';

export const FiguresOfPartner: FC<{ figures: PartnerFigures; zone: string }> = ({ figures, zone }) => {
  const { submitted, counted, byPage, byCampaign, isWhole } = figures;
  return (
    <>
      <section class="cards" aria-label="Figures">
        <p class="card figure">
          <b>{formatNumber(submitted)}</b> {submitted === 1 ? 'form' : 'forms'} sent so far
        </p>
        {counted ? (
          <p class="card figure">
            <b>{formatNumber(counted.signers)}</b> counted, as of {formatInZone(counted.asOf, zone)}
          </p>
        ) : (
          <p class="card figure">No count yet. It appears with the first signatures.</p>
        )}
      </section>
      {isWhole ? null : (
        <p class="soft">There are more pages and campaigns than shown here, so these numbers may be too low.</p>
      )}
      <Breakdown caption="By page" column="Page" rows={byPage} />
      <Breakdown caption="By campaign" column="Source / medium / campaign" rows={byCampaign} />
    </>
  );
};

const Breakdown: FC<{ caption: string; column: string; rows: readonly (readonly [string, number])[] }> = ({
  caption,
  column,
  rows,
}) =>
  rows.length === 0 ? null : (
    <Table label={caption} caption={caption} columns={[column, { number: 'Forms sent' }]}>
      {rows.map(([name, submitted]) => (
        <tr>
          <th scope="row">{name}</th>
          <td class="number">{formatNumber(submitted)}</td>
        </tr>
      ))}
    </Table>
  );
