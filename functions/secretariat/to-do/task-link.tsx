/** A task with the link to the page where it is done. */
import type { Letter } from '../../../shared/letter/letter.ts';
import { type Task, taskFacts, wordsOf } from './task.ts';

export function TaskLink({ slug, task }: { slug: Letter['slug']; task: Task }) {
  return <a href={`/console/letters/${slug}${task.page ?? taskFacts[task.kind].page}`}>{wordsOf(task)}</a>;
}
