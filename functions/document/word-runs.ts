/** Text as runs of a Word file. Word takes the direction of a run from its property, which is only for text of that direction. */
import { type IRunOptions, TextRun } from 'docx';

export type Direction = 'ltr' | 'rtl';

const rtlLetter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}\p{Script=Hanifi_Rohingya}]/u;
const letter = /\p{L}/u;
/** An isolate of `isolated`, which holds no other. */
const isolates = /(\u2068[^\u2068\u2069]*\u2069)/u;

/**
 * @param around direction of the paragraph
 * @returns the text in pieces of one direction each. Digits and signs between letters of one direction go with these, others
 *   with the paragraph
 */
export function directedPieces(text: string, around: Direction): { text: string; direction: Direction }[] {
  const pieces: { text: string; direction: Direction }[] = [];
  const add = (part: string, direction: Direction) => {
    const last = pieces.at(-1);
    if (last?.direction === direction) last.text += part;
    else if (part !== '') pieces.push({ text: part, direction });
  };
  for (const part of text.split(isolates)) {
    const isIsolate = isolates.test(part);
    const own = isIsolate ? (directionOf(part) ?? 'ltr') : around;
    const words = part.split(/([^\p{L}\p{M}]+)/u);
    const known = words.map(directionOf);
    for (const [place, word] of words.entries()) {
      const [before, after] = [known.slice(0, place).findLast(Boolean), known.slice(place + 1).find(Boolean)];
      const between = before === after ? before : undefined;
      add(word, known[place] ?? between ?? own);
    }
  }
  return pieces;
}

/** @returns the direction of the first letter; undefined when there is none */
function directionOf(text: string): Direction | undefined {
  const first = letter.exec(text)?.[0];
  return first === undefined ? undefined : rtlLetter.test(first) ? 'rtl' : 'ltr';
}

/** @returns the text as runs, which all look like this */
export function runsOf(text: string, around: Direction, look: IRunOptions = {}): TextRun[] {
  return directedPieces(text, around).map(
    (piece) => new TextRun({ ...look, text: piece.text, rightToLeft: piece.direction === 'rtl' }),
  );
}
