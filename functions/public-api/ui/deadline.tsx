/** Until when a letter can be signed. Without JavaScript in the letter's time zone; with it, also in the reader's. */
import type { FC } from 'hono/jsx';
import type { Texts } from '../../../shared/text/catalogue.ts';

/** Takes the place of the time while a sentence is split around it. */
const mark = '\n';

export const Deadline: FC<{ closes: string; timeZone: string; texts: Texts }> = ({ closes, timeZone, texts }) => {
  const [before, after] = texts.text('form.deadline', { moment: mark }).split(mark);
  return (
    <>
      {before}
      <time datetime={closes}>{texts.time(closes, timeZone)}</time>
      {after}
    </>
  );
};
