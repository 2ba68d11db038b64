/** The updates of a letter. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import { isPublic, type Update, wordsIn } from '../../../shared/update/update.ts';
import type { PageVisit } from '../guard.ts';

import { showPage } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { Table } from '../ui/table.tsx';
import { Timestamp } from '../ui/timestamp.tsx';
import { readyMade, readyMadeNames } from './ready-made.ts';
import { updateStateNames } from './words.ts';

export function updatesPage(
  c: Context,
  { visit, letter, updates }: { visit: PageVisit; letter: Letter; updates: readonly Update[] },
) {
  const base = `/console/letters/${letter.slug}/updates`;
  return showPage(c, 200, {
    title: 'Updates',
    visit,
    letter,
    body: (
      <>
        <p>
          An update is news about this letter, by email to everyone who asked for it when signing
          {updates.some(isPublic) ? (
            <>
              , and <a href={`/${letter.slug}/news`}>under the letter</a>
            </>
          ) : null}
          .
        </p>
        {updates.length === 0 ? <p>No updates yet.</p> : <List {...{ base, letter, updates }} />}
        {visit.may('update.send') ? (
          <section class="card">
            <p class="actions">
              <a class="button" href={`${base}/new`}>
                Write an update
              </a>
            </p>
            <p class="hint">
              Or start with a text:{' '}
              {readyMade.options.map((kind, place) => (
                <>
                  {place > 0 ? ' · ' : null}
                  <a href={`${base}/new?start=${kind}`}>{readyMadeNames[kind]}</a>
                </>
              ))}
            </p>
          </section>
        ) : null}
      </>
    ),
  });
}

function List({ base, letter, updates }: { base: string; letter: Letter; updates: readonly Update[] }) {
  return (
    <Table label="Updates" columns={['Subject', 'State', 'When', 'Where']} stacks>
      {updates.map((update) => {
        const { language, words } = wordsIn(update, letter, letter.language);
        return (
          <tr>
            <th scope="row">
              <a href={`${base}/${update.id}`}>
                <bdi lang={language}>{words.subject}</bdi>
              </a>
            </th>
            <td>{updateStateNames[update.state]}</td>
            <td>
              <Timestamp at={update.startedAt ?? update.sendAt ?? update.changedAt} zone={zoneOf(letter)} />
            </td>
            <td>{update.mailOnly ? 'By email only' : 'By email and under the letter'}</td>
          </tr>
        );
      })}
    </Table>
  );
}
