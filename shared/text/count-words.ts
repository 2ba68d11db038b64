/** The count in words for people. Browsers load it, too: it imports only types. */
import type { Texts } from './catalogue.ts';

/** @returns "123 co-signatories", or "123 co-signatories + 45 on paper" */
export function countWords(texts: Texts, { total, offline }: { total: number; offline: number }): string {
  const signed = texts.plural('letter.count', total);
  return offline === 0 ? signed : `${signed} + ${texts.text('letter.on-paper', { count: texts.number(offline) })}`;
}
