/** Pages of the audit trail: of a letter, and of everything outside letters. */
import type { Context } from 'hono';
import { everything } from '../../../shared/ids.ts';
import type { ConsoleContext } from '../context.ts';
import { filledQuery } from '../form.ts';
import type { Guard, PageVisit } from '../guard.ts';
import { viewerRightsOf } from '../letter-in-path.ts';
import { grantableScopes } from '../members/grantable-scopes.ts';
import { showPage } from '../ui/layout.tsx';
import { usualZone, zoneOf } from '../ui/local-time.ts';
import { refusalPage } from '../ui/refusal.tsx';
import { AuditFilter, AuditTable } from './page.tsx';
import {
  type AuditQuery,
  actorNames,
  auditExportQuery,
  auditQuery,
  monthOf,
  possibleDoers,
  searchAudit,
} from './search.ts';
import { subjectNames } from './subjects.ts';
import { downloadTrail, letterIn, shownTo } from './trail.ts';

const ofAll = { permission: 'audit.read', of: 'everything' } as const;
const ofLetter = { permission: 'audit.read', of: 'letter' } as const;

export function auditRoutes(guard: Guard, api: ConsoleContext): void {
  for (const [base, needs] of [
    ['', ofAll],
    ['/letters/:letter', ofLetter],
  ] as const) {
    guard.page('get', `/console${base}/audit`, needs, async (c, visit) => {
      const query = auditQuery.safeParse(filledQuery(c));
      if (!query.success) return refusalPage(c, 'invalid-query', visit);
      const letter = await letterIn(api, visit);
      return letter === 'none' ? refusalPage(c, 'not-found', visit) : trailPage(c, api, { visit, letter }, query.data);
    });

    guard.page('get', `/console${base}/audit/export`, needs, async (c, visit) => {
      const query = auditExportQuery.safeParse(filledQuery(c));
      if (!query.success) return refusalPage(c, 'invalid-query', visit);
      return (await letterIn(api, visit)) === 'none'
        ? refusalPage(c, 'not-found', visit)
        : downloadTrail(c, api, visit, query.data);
    });
  }
}

async function trailPage(
  c: Context,
  { store, now }: ConsoleContext,
  { visit, letter }: { visit: PageVisit; letter: Exclude<Awaited<ReturnType<typeof letterIn>>, 'none'> },
  query: AuditQuery,
) {
  const [{ entries, next }, nameOf, doers, places] = await Promise.all([
    searchAudit(store, visit.scope, query, now()),
    actorNames(store),
    possibleDoers(store),
    letter ? [] : grantableScopes(store, visit, 'audit.read'),
  ]);
  const month = query.month ?? monthOf(now());
  const subjects = await subjectNames(store, entries, viewerRightsOf(visit));
  return showPage(c, 200, {
    title: 'Audit log',
    visit,
    letter,
    body: (
      <>
        {letter ? null : (
          <p>
            Changes to members, API keys, the blocklist and sessions. Each letter has its own log:{' '}
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
        <AuditFilter query={query} month={month} path={c.req.path} doers={doers} />
        <AuditTable
          entries={entries.map(shownTo(visit))}
          zone={letter ? zoneOf(letter) : usualZone}
          nameOf={nameOf}
          subjects={subjects}
        />
        {next === undefined ? null : (
          <p class="pages">
            <a href={`?${queryOf({ ...query, month, after: next })}`}>Older entries</a>
          </p>
        )}
      </>
    ),
  });
}

function queryOf(query: AuditQuery): URLSearchParams {
  return new URLSearchParams(Object.entries(query).map(([name, value]): [string, string] => [name, value ?? '']));
}
