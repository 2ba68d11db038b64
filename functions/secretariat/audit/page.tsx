/** The audit log in sentences, with its filters. */
import { type Actor, type AuditEntry, auditAction } from '../../../shared/audit/audit.ts';
import { everything } from '../../../shared/ids.ts';
import { actionChoices, phraseOf, unnamedSubject } from '../ui/action-words.ts';
import { Choice } from '../ui/components.tsx';
import { Table } from '../ui/table.tsx';
import { Timestamp } from '../ui/timestamp.tsx';
import type { AuditQuery } from './search.ts';

/** A member or an API key that may have done something. */
export type Doer = readonly [id: string, name: string];

interface AuditFilterProps {
  readonly query: AuditQuery;
  readonly month: string;
  readonly path: string;
  readonly doers: readonly Doer[];
}

export function AuditFilter({ query, month, path, doers }: AuditFilterProps) {
  return (
    <>
      <form method="get" class="card row">
        <div class="field">
          <label for="month">Month</label>
          <input id="month" name="month" type="month" value={month} required />
        </div>
        <Choice
          name="what"
          label="Action"
          value={query.what}
          options={[['', 'All'], ...actionChoices(auditAction.options)]}
        />
        <Choice name="who" label="Done by" value={query.who} options={[['', 'Everyone'], ...doers]} />
        {query.subject === undefined ? null : <input type="hidden" name="subject" value={query.subject} />}
        <button type="submit">Show</button>
      </form>
      <p>
        The whole month as a file: <a href={`${path}/export?from=${month}&to=${month}&format=csv`}>CSV</a>,{' '}
        <a href={`${path}/export?from=${month}&to=${month}&format=json`}>JSON</a>
      </p>
    </>
  );
}

interface AuditTableProps {
  /** The zone of the letter; UTC for the log of all letters. */
  readonly zone: string;
  readonly entries: readonly AuditEntry[];
  readonly nameOf: (actor: Actor) => string;
  /** Names of what was changed, by id. */
  readonly subjects: ReadonlyMap<string, string>;
}

export function AuditTable({ entries, zone, nameOf, subjects }: AuditTableProps) {
  if (entries.length === 0) return <p>No entries match. Choose another month or other filters.</p>;
  return (
    <Table label="Entries of the audit log" columns={['When', 'What happened']} stacks>
      {entries.map((entry) => (
        <tr>
          <td>
            <Timestamp at={entry.at} zone={zone} />
          </td>
          <td>
            <a href={`?month=${entry.at.slice(0, 7)}&who=${entry.by.id}`}>
              <bdi>{nameOf(entry.by)}</bdi>
            </a>{' '}
            <ActionWords entry={entry} subjects={subjects} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function ActionWords({ entry, subjects }: { entry: AuditEntry; subjects: ReadonlyMap<string, string> }) {
  const { before, after } = phraseOf(entry);
  if (after === undefined) return <>{before}</>;
  return (
    <>
      {before}
      <Subject entry={entry} name={subjects.get(entry.subject ?? '')} />
      {after}
    </>
  );
}

function Subject({ entry: { did, scope, subject }, name }: { entry: AuditEntry; name: string | undefined }) {
  if (name === undefined) return <>{unnamedSubject(did)}</>;
  const href = addressOf(did, scope, subject);
  return href === undefined ? (
    <bdi>{name}</bdi>
  ) : (
    <a href={href}>
      <bdi>{name}</bdi>
    </a>
  );
}

/** @returns the page of a signature, a partner or a member */
function addressOf(did: AuditEntry['did'], scope: string, subject: string | undefined): string | undefined {
  const isOfLetter = scope !== everything && subject !== undefined;
  if (isOfLetter && /^(signature|mailbox)\./.test(did)) return `/console/letters/${scope}/signatures/${subject}`;
  if (isOfLetter && did.startsWith('partner.')) return `/console/letters/${scope}/partners/${subject}`;
  return did.startsWith('member.') && subject !== undefined ? `/console/members/${subject}` : undefined;
}
