/** The audit trail as a file, written in pieces. */
import { stringify } from 'csv-stringify/sync';
import type { AuditEntry, States } from '../../../shared/audit/audit.ts';
import type { GrantScope } from '../../../shared/ids.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { csvOptions } from '../../../shared/text/csv.ts';
import { actorNames, everyLine } from './search.ts';

const columns = ['at', 'who', 'kind', 'id', 'what', 'scope', 'subject', 'fields', 'before', 'after', 'bulk', 'line'];

/** Removes from a line all that the person who exports it may not see. */
type Shown = (entry: AuditEntry) => AuditEntry;

/** @returns all lines of these months, oldest first; the last line says that the file is complete */
export async function* auditCsv(
  store: Store,
  scope: GrantScope,
  months: readonly string[],
  shown: Shown,
): AsyncGenerator<string> {
  const nameOf = await actorNames(store);
  yield stringify([columns], csvOptions);
  let sum = 0;
  for await (const entries of everyLine(store, scope, months)) {
    sum += entries.length;
    yield stringify(
      entries.map((entry) => row(shown(entry), nameOf(entry.by))),
      csvOptions,
    );
  }
  yield stringify([[`# complete: ${sum} lines`]], csvOptions);
}

function row({ at, by, did, scope, subject, fields, before, after, bulk, id }: AuditEntry, name: string): string[] {
  const what = [subject ?? '', (fields ?? []).join(' '), describeStates(before), describeStates(after), bulk ?? ''];
  return [at, name, by.kind, by.id, did, scope, ...what, id];
}

export function describeStates(states: States | undefined): string {
  return Object.entries(states ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('; ');
}

/** @returns the same as one JSON document, which is valid only when complete */
export async function* auditJson(
  store: Store,
  scope: GrantScope,
  months: readonly string[],
  shown: Shown,
): AsyncGenerator<string> {
  const nameOf = await actorNames(store);
  yield '{"lines":[';
  let sum = 0;
  for await (const entries of everyLine(store, scope, months)) {
    const lines = entries.map((entry) => JSON.stringify({ ...shown(entry), name: nameOf(entry.by) }));
    if (lines.length > 0) yield `${sum > 0 ? ',' : ''}\n${lines.join(',\n')}`;
    sum += lines.length;
  }
  yield `\n],"count":${sum}}\n`;
}
