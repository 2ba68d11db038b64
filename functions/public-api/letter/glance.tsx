/** The count, the goal and the deadline at a glance; at the top of the page on a phone. */
import type { FC } from 'hono/jsx';
import type { Letter, Signing } from '../../../shared/letter/letter.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { countWords } from '../../../shared/text/count-words.ts';
import { Deadline } from '../ui/deadline.tsx';
import { GoalBar, type ShownCount } from './count.tsx';

export const Glance: FC<{ letter: Letter; state: Signing; count: ShownCount; texts: Texts }> = (props) => {
  const { letter, state, count, texts } = props;
  const { goal } = count;
  const hasSigners = count.total + count.offline > 0;
  const { closes, timeZone = 'UTC' } = letter.settings;
  const isOpen = state === 'open' || state === 'paused';
  const deadline =
    isOpen && closes ? (
      <span class="until">
        <Deadline {...{ closes, timeZone, texts }} />
      </span>
    ) : null;
  if (!hasSigners && goal === null && !deadline) return null;
  return (
    <div class="glance screen">
      {hasSigners ? <p class="glance-count">{countWords(texts, count)}</p> : null}
      <GoalBar count={count} texts={texts} />
      <p class="soft">
        {goal === null ? null : texts.text('letter.goal', { goal: texts.number(goal) })}
        {goal !== null && deadline ? ' · ' : null}
        {deadline}
      </p>
    </div>
  );
};
