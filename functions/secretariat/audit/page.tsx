/** The audit trail as a table, with its filters. */
import { type Actor, type AuditEntry, auditAction } from '../../../shared/audit/audit.ts';
import { everything } from '../../../shared/ids.ts';
import { Choice, UtcTime } from '../ui/components.tsx';
import { Table } from '../ui/table.tsx';
import type { AuditQuery } from './search.ts';

export function AuditFilter({ query, month, path }: { query: AuditQuery; month: string; path: string }) {
  const actions = auditAction.options.map((one) => [one, one] as const);
  return (
    <>
      <form method="get" class="card row">
        <div class="field">
          <label for="month">Month</label>
          <input id="month" name="month" type="text" pattern="20\d\d-\d\d" value={month} required />
        </div>
        <Choice name="what" label="What" value={query.what} options={[['', 'everything'], ...actions]} />
        <div class="field">
          <label for="who">Id of who did it</label>
          <input id="who" name="who" type="text" value={query.who} />
        </div>
        <div class="field">
          <label for="subject">Id of what it was done to</label>
          <input id="subject" name="subject" type="text" value={query.subject} />
        </div>
        <button type="submit">Show</button>
      </form>
      <p>
        The whole month as a file: <a href={`${path}/export?from=${month}&to=${month}&format=csv`}>CSV</a>,{' '}
        <a href={`${path}/export?from=${month}&to=${month}&format=json`}>JSON</a>
      </p>
    </>
  );
}

/** @returns the values that changed; the file has all of them */
function changesIn({ before = {}, after = {} }: AuditEntry): string {
  const changed = Object.entries(after).filter(([name, value]) => before[name] !== value && name !== 'revision');
  return changed.map(([name, value]) => `${name}: ${name in before ? `${before[name]} → ` : ''}${value}`).join('; ');
}

interface AuditTableProps {
  readonly entries: readonly AuditEntry[];
  readonly nameOf: (actor: Actor) => string;
}

export function AuditTable({ entries, nameOf }: AuditTableProps) {
  if (entries.length === 0) return <p>There is no line that fits.</p>;
  return (
    <Table label="Lines of the audit trail" columns={['When', 'Who', 'What', 'To what', 'How it stands']}>
      {entries.map((entry) => (
        <tr>
          <td>
            <UtcTime at={entry.at} />
          </td>
          <td>
            <a href={`?month=${entry.at.slice(0, 7)}&who=${entry.by.id}`}>
              <bdi>{nameOf(entry.by)}</bdi>
            </a>
          </td>
          <td>
            {entry.did}
            {entry.fields && entry.fields.length > 0 ? <span class="hint">{entry.fields.join(', ')}</span> : null}
          </td>
          <td>
            <Subject entry={entry} />
          </td>
          <td>{changesIn(entry)}</td>
        </tr>
      ))}
    </Table>
  );
}

function Subject({ entry: { did, scope, subject } }: { entry: AuditEntry }) {
  const isSignature = /^(signature|mailbox)\./.test(did) && scope !== everything && subject !== undefined;
  return isSignature ? (
    <a href={`/console/letters/${scope}/signatures/${subject}`}>{subject}</a>
  ) : (
    <code>{subject}</code>
  );
}
