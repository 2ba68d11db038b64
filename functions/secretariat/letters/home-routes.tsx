/** Routes for the home page: the letters that a member has access to. */
import { readCount } from '../../../shared/count/count.ts';
import type { Tally } from '../../../shared/count/counted-as.ts';
import { everything } from '../../../shared/ids.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { showPage } from '../ui/layout.tsx';
import { letterStateNames } from '../ui/names.ts';
import { Table } from '../ui/table.tsx';
import { lettersOf } from './letters-of.ts';

export function homeRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console', 'membership', async (c, visit) => {
    const letters = await lettersOf(api.store, visit);
    const counts = await Promise.all(letters.map(({ slug }) => readCount(api.store, slug)));
    return showPage(c, 200, {
      title: 'Letters',
      visit,
      body: (
        <>
          {visit.may('letter.write', everything) ? (
            <p>
              <a class="button" href="/console/new-letter">
                New letter
              </a>
            </p>
          ) : null}
          {letters.length === 0 ? (
            <p>
              No letters yet.{' '}
              {visit.may('letter.write', everything)
                ? 'Create your first letter to begin.'
                : 'Ask an owner for access to a letter.'}
            </p>
          ) : (
            <Table label="Letters" columns={['Letter', 'State', { number: 'Signatures' }]}>
              {letters.map(({ slug, title, state }, index) => (
                <tr>
                  <th scope="row">
                    <a href={`/console/letters/${slug}`}>
                      <bdi>{title}</bdi>
                    </a>
                  </th>
                  <td>
                    <span class={state === 'open' ? 'mark good' : 'mark'}>{letterStateNames[state]}</span>
                  </td>
                  <td class="number">{counted(counts[index])}</td>
                </tr>
              ))}
            </Table>
          )}
        </>
      ),
    });
  });
}

const counted = (count: Tally | undefined) => (count ? count.organisations + count.individuals : 0);
