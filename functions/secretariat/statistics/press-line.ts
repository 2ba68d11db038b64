/** A sentence for the press, with the current count. */
import type { Count } from '../../../shared/count/count.ts';
import { textsFor } from '../../../shared/text/catalogue.ts';

/** Facts for the sentence; `countries` is left out when they have not been counted yet. */
export interface PressFacts {
  readonly title: string;
  readonly count: Count;
  readonly countries: number | undefined;
  readonly now: Date;
}

/** @returns the sentence in that language, in the plural forms of its numbers */
export async function pressLine({ title, count, countries, now }: PressFacts, language: string): Promise<string> {
  const { organisations, individuals, offline, added, withheld } = count;
  const texts = await textsFor(language);
  const parts = [
    ...(organisations > 0 ? [texts.plural('letter.organisations', organisations)] : []),
    ...(individuals > 0 ? [texts.plural('letter.individuals', individuals)] : []),
    ...(withheld ? [texts.text('letter.without-name', { count: texts.number(withheld) })] : []),
    ...(added > 0 ? [texts.text('letter.added', { count: texts.number(added) })] : []),
    ...(countries ? [texts.plural('press.countries', countries)] : []),
    ...(offline > 0 ? [texts.text('letter.on-paper', { count: texts.number(offline) })] : []),
  ];
  const total = texts.plural('letter.count', organisations + individuals);
  const list = new Intl.ListFormat(texts.language, { type: 'unit', style: 'short' }).format(parts);
  const moment = now.toISOString();
  return texts.text('press.line', {
    time: `${texts.date(moment)}, ${moment.slice(11, 16)}`,
    title,
    signed: parts.length > 0 ? `${total} (${list})` : total,
  });
}
