/** The lines of a list: the people on them and the findings, and the lines without a person. */
import { lineNumber } from '../../../shared/jobs/import/parts.ts';
import type { PageVisit } from '../guard.ts';
import { Table } from '../ui/table.tsx';
import type { ShownImport } from './shown.ts';
import { notReadWords, outcomeInWords } from './sums.tsx';

/** The member who uploaded the list has seen its mailboxes, but another member may not. */
export function showCell(visit: PageVisit, text: string): string {
  return visit.may('mailbox.read') || !text.includes('@') ? text : text.replace(/\S*@\S*/g, 'not shown');
}

export function ImportLines({ visit, job, part, number, base }: ShownImport & { base: string }) {
  if (!part) return null;
  const rows = part.rows.map((cells, index) => ({ line: lineNumber(part, index), cells, found: part.found[index] }));
  return (
    <section class="card">
      <h2>{`Lines ${part.first} to ${rows.at(-1)?.line ?? part.first}`}</h2>
      <Table label="Lines of the list" columns={['Line', 'Found', ...job.columns]} plain stacks>
        {rows.map(({ line, cells, found }) => (
          <tr>
            <th scope="row" data-label="Line">
              {line}
            </th>
            <td class="found">
              {found ? outcomeInWords(found.outcome) : 'not checked yet'}
              {found?.why ? <span class="hint">{found.why.charAt(0).toUpperCase() + found.why.slice(1)}</span> : null}
            </td>
            {job.columns.map((column, index) => (
              <td data-label={column}>{cells[index] ? <bdi>{showCell(visit, cells[index])}</bdi> : null}</td>
            ))}
          </tr>
        ))}
      </Table>
      <nav class="pages" aria-label="Lines">
        {number > 0 ? <a href={`${base}?part=${number - 1}`}>Lines before</a> : <span />}
        {number + 1 < job.parts ? <a href={`${base}?part=${number + 1}`}>Lines after</a> : null}
      </nav>
      <AsideLines visit={visit} job={job} />
    </section>
  );
}

/** Lines that are in no row of the table, with the reason. */
function AsideLines({ visit, job }: Pick<ShownImport, 'visit' | 'job'>) {
  const lines = job.understood?.asideLines ?? [];
  if (lines.length === 0) return null;
  const all = Object.values(job.understood?.aside ?? {}).reduce((sum, count) => sum + count, 0);
  const told = lines.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  return (
    <details>
      <summary>Lines with nobody to import</summary>
      <ul>
        {lines.map(({ kind, from, to, text }) => (
          <li>
            {`${from === to ? `Line ${from}` : `Lines ${from} to ${to}`} ${from === to ? notReadWords[kind] : 'are empty'}`}
            {text === '' ? '' : ': '}
            <bdi>{showCell(visit, text)}</bdi>
          </li>
        ))}
        {told < all ? <li>{`and ${all - told} more lines`}</li> : null}
      </ul>
    </details>
  );
}
