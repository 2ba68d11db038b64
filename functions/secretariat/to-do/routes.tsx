/** Routes for the home page: the tasks of each letter, and the letters themselves. */
import { readCount } from '../../../shared/count/count.ts';
import { everything } from '../../../shared/ids.ts';
import { readLetter } from '../../../shared/letter/storage.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { lettersOf } from '../letters/letters-of.ts';
import { showPage } from '../ui/layout.tsx';
import { Home } from './page.tsx';
import { readTasks } from './read-tasks.ts';
import { taskKinds } from './task.ts';

export function homeRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', '/console', 'membership', async (c, visit) => {
    const letters = await lettersOf(api.store, visit);
    const found = await Promise.all(
      letters.map(async (row) => {
        const [count, letter] = await Promise.all([
          readCount(api.store, row.slug),
          readLetter(api.store, row.slug, 'eventual'),
        ]);
        const tasks = letter ? await readTasks(api, visit, letter) : [];
        return { ...row, counted: count ? count.organisations + count.individuals : 0, tasks };
      }),
    );
    const tasks = found
      .flatMap((letter) => letter.tasks.map((task) => ({ ...task, letter })))
      .sort((a, b) => taskKinds.indexOf(a.kind) - taskKinds.indexOf(b.kind));
    const mayAdd = visit.may('letter.write', everything);
    return showPage(c, 200, { title: 'To do', visit, body: <Home letters={found} tasks={tasks} mayAdd={mayAdd} /> });
  });
}
