/** Signatures as a table, and actions on many of them. */
import type { Letter } from '../../../shared/letter/letter.ts';
import { countryName } from '../../../shared/organisation/country.ts';
import type { SignatureListQuery } from '../../../shared/signature/lists/list-query.ts';
import type { PageVisit } from '../guard.ts';
import { Choice, nameOf, StateMark } from '../ui/components.tsx';
import { Csrf } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { kindNames, levelNames } from '../ui/names.ts';
import { Table } from '../ui/table.tsx';
import { Timestamp } from '../ui/timestamp.tsx';
import type { SignaturePage } from './list.ts';

interface TableView {
  readonly letter: Letter;
  readonly visit: PageVisit;
  readonly query: SignatureListQuery;
  readonly page: SignaturePage;
}

/** The signatures, with checkboxes for members who may decide on them. */
export function SignatureTable({ letter, visit, query, page }: TableView) {
  const base = `/console/letters/${letter.slug}`;
  const ticks = visit.may('signature.decide');
  const { limit: _limit, cursor: _cursor, ...filters } = query;
  const table = (
    <Table
      label="Signatures found"
      columns={[...(ticks ? ['Select'] : []), 'Name', 'State', 'Type', 'Country', 'Verified by', 'Since']}
      stacks
    >
      {page.records.map((record) => (
        <tr>
          {ticks ? (
            <td>
              <input
                type="checkbox"
                class="tick"
                name="id"
                value={`${record.id}:${record.seen.fieldsVersion}`}
                aria-label={`Select ${nameOf(record)}`}
              />
            </td>
          ) : null}
          <th scope="row">
            <a href={`${base}/signatures/${record.id}`}>
              <bdi>{nameOf(record)}</bdi>
            </a>
          </th>
          <td>
            <StateMark record={record} />
          </td>
          <td>{kindNames[record.kind]}</td>
          <td>{record.country ? countryName(record.country, 'en') : ''}</td>
          <td data-label="Verified by">{record.verification ? levelNames[record.verification] : ''}</td>
          <td data-label="Since">
            <Timestamp at={record.confirmedAt ?? record.submittedAt} zone={zoneOf(letter)} />
          </td>
        </tr>
      ))}
    </Table>
  );
  if (!ticks) return table;
  return (
    <form method="post" action={`${base}/bulk`}>
      <Csrf token={visit.csrf} />
      {Object.entries(filters).map(([name, value]) =>
        value ? <input type="hidden" name={`filter.${name}`} value={String(value)} /> : null,
      )}
      {table}
      <div class="row">
        <Choice
          name="do"
          label="Action"
          value={query.state === 'silent' ? 'release' : 'approve'}
          options={[
            ['approve', 'Approve'],
            ['approve-and-tell', 'Approve and tell the signers'],
            ['hold', 'Unpublish and review later'],
            ['reject', 'Reject, or tell rejected signers why'],
            ['withdraw', 'Withdraw'],
            ['resend', 'Resend the email'],
            ['release', 'Release those held as likely spam'],
            ...(visit.may('bulk.erase') ? [['forget', 'Erase permanently'] as const] : []),
          ]}
        />
        <button type="submit" class="quiet" name="of" value="ticked">
          With selected …
        </button>
        <button type="submit" class="quiet" name="of" value="filter">
          With all results …
        </button>
      </div>
      <p class="soft">
        You see how many are affected before anything happens. <a href={`${base}/bulk`}>All bulk actions</a>
      </p>
    </form>
  );
}
