/** Routes for the audit trail: of a letter, and of everything outside letters. */
import type { Context } from 'hono';
import * as z from 'zod';
import { type AuditEntry, auditEntry, withoutLinks } from '../../../shared/audit/audit.ts';
import { everything } from '../../../shared/ids.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard, PageVisit, Visit } from '../guard.ts';
import { sightOf } from '../letter-in-path.ts';
import { grantableScopes } from '../members/grantable-scopes.ts';
import { showPage } from '../ui/layout.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { auditCsv, auditJson } from './export.ts';
import { AuditFilter, AuditTable } from './page.tsx';
import {
  type AuditQuery,
  actorNames,
  auditExportQuery,
  auditQuery,
  monthOf,
  monthsBetween,
  searchAudit,
} from './search.ts';

const ofAll = { permission: 'audit.read', of: 'everything' } as const;
const ofLetter = { permission: 'audit.read', of: 'letter' } as const;

/** Queries and answers, for the API description. */
export const auditSchemas = {
  query: auditQuery,
  list: z.object({
    items: z.array(auditEntry),
    nextCursor: z.string().nullable().describe('Send it as `after`; a page without a line may have one'),
  }),
  exportQuery: auditExportQuery,
  file: z.object({
    lines: z.array(auditEntry.extend({ name: z.string().describe('What the actor is called now') })),
    count: z.int().describe('The last word of the file: without it lines are missing'),
  }),
} as const;

export function auditRoutes(guard: Guard, api: ConsoleContext): void {
  for (const [base, needs] of [
    ['', ofAll],
    ['/letters/:letter', ofLetter],
  ] as const) {
    guard.page('get', `/console${base}/audit`, needs, async (c, visit) => {
      const query = read(c, auditQuery);
      if (!query.success) return refusalPage(c, 'invalid-query', visit);
      const letter = await letterIn(api, visit);
      return letter === 'none' ? refusalPage(c, 'not-found', visit) : trailPage(c, api, { visit, letter }, query.data);
    });

    guard.page('get', `/console${base}/audit/export`, needs, async (c, visit) => {
      const query = read(c, auditExportQuery);
      if (!query.success) return refusalPage(c, 'invalid-query', visit);
      return (await letterIn(api, visit)) === 'none'
        ? refusalPage(c, 'not-found', visit)
        : file(c, api, visit, query.data);
    });

    guard.api('get', `/v1/admin${base}/audit`, needs, async (c, visit) => {
      const query = read(c, auditQuery);
      if (!query.success) return problem(c, 'invalid-query', { errors: fieldErrors(query.error) });
      if ((await letterIn(api, visit)) === 'none') return problem(c, 'letter-not-found');
      const { entries, next } = await searchAudit(api.store, visit.scope, query.data, api.now());
      const body: z.infer<typeof auditSchemas.list> = { items: entries.map(shownTo(visit)), nextCursor: next ?? null };
      return c.json(body);
    });

    guard.api('get', `/v1/admin${base}/audit/export`, needs, async (c, visit) => {
      const query = read(c, auditExportQuery);
      if (!query.success) return problem(c, 'invalid-query', { errors: fieldErrors(query.error) });
      if ((await letterIn(api, visit)) === 'none') return problem(c, 'letter-not-found');
      return file(c, api, visit, query.data);
    });
  }
}

/** @returns a function that leaves of a line only what the visitor may see */
function shownTo(visit: Visit): (entry: AuditEntry) => AuditEntry {
  return sightOf(visit).withNames ? (entry) => entry : withoutLinks;
}

/** An empty field of the form means that it was not set. */
function read<Schema extends z.ZodType>(c: Context, schema: Schema) {
  return schema.safeParse(Object.fromEntries(Object.entries(c.req.query()).filter(([, value]) => value !== '')));
}

/** @returns the letter, `undefined` for the trail outside letters, `none` when there is no such letter */
async function letterIn({ store }: ConsoleContext, { scope }: Visit) {
  return scope === everything ? undefined : ((await readLetter(store, scope)) ?? 'none');
}

function file(
  c: Context,
  { store, now }: ConsoleContext,
  visit: Visit,
  { from, to, format }: z.infer<typeof auditExportQuery>,
): Response {
  const { scope } = visit;
  const last = to ?? monthOf(now());
  const months = monthsBetween(from ?? last, last);
  const lines = (format === 'csv' ? auditCsv : auditJson)(store, scope, months, shownTo(visit));
  c.header('content-type', format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json');
  const name = scope === everything ? 'site' : scope;
  c.header('content-disposition', `attachment; filename="audit-${name}-${last}.${format}"`);
  return c.body(ReadableStream.from(lines).pipeThrough(new TextEncoderStream()));
}

async function trailPage(
  c: Context,
  { store, now }: ConsoleContext,
  { visit, letter }: { visit: PageVisit; letter: Exclude<Awaited<ReturnType<typeof letterIn>>, 'none'> },
  query: AuditQuery,
) {
  const [{ entries, next }, nameOf, places] = await Promise.all([
    searchAudit(store, visit.scope, query, now()),
    actorNames(store),
    letter ? [] : grantableScopes(store, visit, 'audit.read'),
  ]);
  const month = query.month ?? monthOf(now());
  return showPage(c, 200, {
    title: 'Audit trail',
    visit,
    letter,
    body: (
      <>
        {letter ? null : (
          <p>
            What concerns no letter alone: members, keys, lists, sessions. Each letter has a trail of its own:{' '}
            {places
              .filter(({ scope }) => scope !== everything)
              .map(({ scope, label }, index) => (
                <>
                  {index > 0 ? ', ' : ''}
                  <a href={`/console/letters/${scope}/audit`}>
                    <bdi>{label}</bdi>
                  </a>
                </>
              ))}
          </p>
        )}
        <AuditFilter query={query} month={month} path={c.req.path} />
        <AuditTable entries={entries.map(shownTo(visit))} nameOf={nameOf} />
        {next === undefined ? null : (
          <p class="pages">
            <a href={`?${queryOf({ ...query, month, after: next })}`}>Older lines</a>
          </p>
        )}
      </>
    ),
  });
}

function queryOf(query: AuditQuery): URLSearchParams {
  return new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, value ?? '']));
}
