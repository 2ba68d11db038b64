/** Prepares text for typesetting: all text by people passes through here before it reaches a file. */
import { cleanLine } from '../../shared/text/clean.ts';

/** Longest run without a space that a column is sure to hold. */
const longestRun = 30;

/** @returns one line of text that can be stored in any file: well-formed, without controls and direction overrides */
export function oneLine(text: string): string {
  return cleanLine(text.toWellFormed());
}

/**
 * @returns the text with places to break in runs that are too long for a column; a zero-width space is invisible, and
 *   adds no hyphen that the name does not have
 */
export function breakable(text: string): string {
  if (!longRun.test(text)) return text;
  return text.replace(longRuns, (run) => {
    const letters = Array.from(new Intl.Segmenter().segment(run), ({ segment }) => segment);
    const parts = [];
    for (let at = 0; at < letters.length; at += 10) parts.push(letters.slice(at, at + 10).join(''));
    return parts.join('\u200b');
  });
}

const longRun = new RegExp(`\\S{${longestRun}}`, 'u');
const longRuns = new RegExp(`\\S{${longestRun},}`, 'gu');

const ltr = /\p{Script=Latin}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Nd}/u;
const rtl =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;

/**
 * @returns the text with isolates of the writing direction where it needs them: so that a name in Arabic does not reorder
 *   the words around it. They are invisible
 */
export function isolated(text: string, around: 'ltr' | 'rtl'): string {
  return (around === 'ltr' ? rtl : ltr).test(text) ? `\u2068${text}\u2069` : text;
}
