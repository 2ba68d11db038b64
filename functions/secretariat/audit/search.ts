/**
 * Searches the audit trail by month, actor and subject. Work is limited to a number of Queries per page, followed by a
 * cursor.
 */
import * as z from 'zod';
import {
  type Actor,
  type AuditEntry,
  type AuditPage,
  auditAction,
  commandLine,
  listAudit,
} from '../../../shared/audit/audit.ts';
import type { GrantScope } from '../../../shared/ids.ts';
import { listMembers } from '../../../shared/member/storage.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { listApiKeys } from '../members/api-key.ts';

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, 'a month as 2026-11');

/** Filters of the audit trail. */
export const auditQuery = z.strictObject({
  month: month.optional(),
  /** Id of a member or a key, or `command-line`. */
  who: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  what: auditAction.optional(),
  /** Id of a signature, member, key or partner. */
  subject: z
    .string()
    .regex(/^[a-z0-9-]{1,80}$/)
    .optional(),
  /** `next` of the previous page. */
  after: z
    .string()
    .regex(/^[0-9TZ:.-]{20,30}#[0-9a-z]{1,40}$/)
    .optional(),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** The exported months, from the first to the last, both whole. */
export const auditExportQuery = z.strictObject({
  from: month.optional(),
  to: month.optional(),
  format: z.enum(['csv', 'json']).default('csv'),
});

const pageSize = 100;
const readAtOnce = 500;
const maxQueries = 10;

export function monthOf(now: Date): string {
  return now.toISOString().slice(0, 7);
}

/**
 * @returns up to 100 matching lines, newest first. At most ten Queries; `next` continues from there, even when no line
 * matched
 */
export async function searchAudit(
  store: Store,
  scope: GrantScope,
  { month: wanted, who, what, subject, after }: AuditQuery,
  now: Date,
): Promise<AuditPage> {
  const fits = ({ by, did, subject: of }: AuditEntry) =>
    (who === undefined || by.id === who) &&
    (what === undefined || did === what) &&
    (subject === undefined || of === subject);
  const all = who === undefined && what === undefined && subject === undefined;
  const entries: AuditEntry[] = [];
  let next = after;
  for (let query = 0; query < maxQueries; query += 1) {
    const limit = all ? pageSize : readAtOnce;
    const page = await listAudit(store, { scope, month: wanted ?? monthOf(now) }, { limit, after: next });
    const fitting = page.entries.filter(fits);
    const room = pageSize - entries.length;
    entries.push(...fitting.slice(0, room));
    const last = fitting.length > room ? entries.at(-1) : undefined;
    next = last ? `${last.at}#${last.id}` : page.next;
    if (next === undefined || entries.length === pageSize) break;
  }
  return { entries, next };
}

/** @returns every line of these months, oldest first, a page at a time */
export async function* everyLine(
  store: Store,
  scope: GrantScope,
  months: readonly string[],
): AsyncGenerator<readonly AuditEntry[]> {
  for (const one of months) {
    let after: string | undefined;
    do {
      const page = await listAudit(store, { scope, month: one }, { limit: readAtOnce, after, oldestFirst: true });
      yield page.entries;
      after = page.next;
    } while (after !== undefined);
  }
}

/** @returns the months from the first to the last, at most ten years */
export function monthsBetween(from: string, to: string): string[] {
  const months: string[] = [];
  for (let at = new Date(`${from}-01T00:00:00Z`); monthOf(at) <= to && months.length < 120; ) {
    months.push(monthOf(at));
    at.setUTCMonth(at.getUTCMonth() + 1);
  }
  return months;
}

/** @returns a function that names actors. The trail holds only ids, so it does not name erased actors */
export async function actorNames(store: Store): Promise<(actor: Actor) => string> {
  const [members, keys] = await Promise.all([listMembers(store), listApiKeys(store)]);
  const names = new Map<string, string>([
    ...members.map(({ id, name }) => [`member ${id}`, name] as const),
    ...keys.map(({ id, name }) => [`key ${id}`, `API key ${name}`] as const),
  ]);
  return ({ kind, id }) => names.get(`${kind} ${id}`) ?? unnamedActors[kind];
}

const unnamedActors = {
  member: 'Former member',
  key: 'Deleted API key',
  'command-line': 'Command line',
  schedule: 'Undersigned',
} as const satisfies Record<Actor['kind'], string>;

/** @returns everybody who may have done something, by name, for the filter */
export async function possibleDoers(store: Store): Promise<(readonly [id: string, name: string])[]> {
  const [members, keys] = await Promise.all([listMembers(store), listApiKeys(store)]);
  return [
    ...members.map(({ id, name }) => [id, name] as const),
    ...keys.map(({ id, name }) => [id, `API key ${name}`] as const),
    [commandLine.id, unnamedActors['command-line']] as const,
  ];
}
