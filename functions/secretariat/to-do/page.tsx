/** The home page. */
import type { Letter } from '../../../shared/letter/letter.ts';
import { letterStateNames } from '../ui/names.ts';
import { formatNumber } from '../ui/number.ts';
import { Table } from '../ui/table.tsx';
import { numberOf, type Task } from './task.ts';
import { TaskLink } from './task-link.tsx';

interface HomeView {
  readonly letters: readonly (Pick<Letter, 'slug' | 'title' | 'state'> & { readonly counted: number })[];
  /** The most urgent first. */
  readonly tasks: readonly (Task & { readonly letter: Pick<Letter, 'slug' | 'title'> })[];
  /** Whether the visitor may add a letter. */
  readonly mayAdd: boolean;
}

export function Home({ letters, tasks, mayAdd }: HomeView) {
  return (
    <>
      {tasks.length > 0 ? (
        <Table label="To do" columns={['Task', 'Letter']} stacks>
          {tasks.map((task) => (
            <tr>
              <th scope="row">
                {numberOf(task)} <TaskLink slug={task.letter.slug} task={task} />
                {task.detail ? <span class="hint">{task.detail}</span> : null}
              </th>
              <td>
                <bdi>{task.letter.title}</bdi>
              </td>
            </tr>
          ))}
        </Table>
      ) : letters.length > 0 ? (
        <p>All done. Signatures to review, complaints and other tasks appear here.</p>
      ) : null}
      <h2>Letters</h2>
      {mayAdd ? (
        <p>
          <a class="button" href="/console/new-letter">
            New letter
          </a>
        </p>
      ) : null}
      {letters.length === 0 ? (
        <p>No letters yet. {mayAdd ? 'Create your first letter to begin.' : 'Ask an owner for access to a letter.'}</p>
      ) : (
        <Table label="Letters" columns={['Letter', 'State', { number: 'Signatures' }]} stacks>
          {letters.map(({ slug, title, state, counted }) => (
            <tr>
              <th scope="row">
                <a href={`/console/letters/${slug}`}>
                  <bdi>{title}</bdi>
                </a>
              </th>
              <td>
                <span class={state === 'open' ? 'mark good' : 'mark'}>{letterStateNames[state]}</span>
              </td>
              <td class="number" data-label="Signatures">
                {formatNumber(counted)}
              </td>
            </tr>
          ))}
        </Table>
      )}
    </>
  );
}
