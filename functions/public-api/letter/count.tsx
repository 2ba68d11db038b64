/** The count, in words and as a progress bar towards the goal. */
import type { FC } from 'hono/jsx';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { countWords } from '../../../shared/text/count-words.ts';

export interface ShownCount {
  readonly organisations: number;
  readonly individuals: number;
  readonly offline: number;
  readonly added: number;
  readonly total: number;
  readonly withheld: number | null;
  readonly goal: number | null;
  readonly asOf: string;
}

/** The way to the goal, if there is one. */
export const GoalBar: FC<{ count: ShownCount; texts: Texts }> = ({ count: { total, goal }, texts }) =>
  goal === null ? null : (
    <progress
      class="bar"
      max={goal}
      value={Math.min(total, goal)}
      aria-label={texts.text('letter.goal', { goal: texts.number(goal) })}
    />
  );

export const CountLine: FC<{ count: ShownCount; texts: Texts }> = ({ count, texts }) => {
  const { organisations, individuals, added, total, withheld, goal, asOf } = count;
  const parts = [
    ...(organisations > 0 ? [texts.plural('letter.organisations', organisations)] : []),
    ...(individuals > 0 ? [texts.plural('letter.individuals', individuals)] : []),
  ];
  const without = withheld ? texts.text('letter.without-name', { count: texts.number(withheld) }) : undefined;
  const byHand = added > 0 ? [texts.text('letter.added', { count: texts.number(added) })] : [];
  return (
    <>
      <p class="count" data-total={total}>
        <b>{countWords(texts, count)}</b>
        {[...(parts.length > 1 ? parts : []), ...(without ? [without] : []), ...byHand].join(' · ')}
      </p>
      <GoalBar count={count} texts={texts} />
      <p class="soft">
        {goal === null ? null : `${texts.text('letter.goal', { goal: texts.number(goal) })} · `}
        <time datetime={asOf}>
          {texts.text('letter.as-of', {
            time: `${texts.date(asOf)}${texts.text('document.comma')}${asOf.slice(11, 16)}`,
          })}
        </time>
      </p>
    </>
  );
};
