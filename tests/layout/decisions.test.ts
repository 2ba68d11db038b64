/** Decisions are referred to by number, so numbers are unique and every reference leads to a file. */
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const files = globSync('docs/decisions/[0-9]*.md').toSorted();
const numberOf = (path: string) => Number(/decisions\/(\d{3})-/.exec(path)?.[1]);
const numbers = files.map(numberOf);

/** Numbers in "decision 023", "decisions 7 and 26" and "decisions/025". */
const references = (text: string) =>
  [...text.matchAll(/\bdecisions?(?:[ \n]+(?:\* )?|\/)(\d{1,3})\b(?:(?:, | and )(\d{1,3})\b)?/gi)].flatMap(
    ([, one, other]) => [one, other].flatMap((number) => (number === undefined ? [] : [Number(number)])),
  );

describe('decisions', () => {
  it('have a number of their own, which the heading repeats', () => {
    expect(files.length).toBeGreaterThan(30);
    expect(new Set(numbers).size).toBe(files.length);
    for (const file of files) {
      const heading = /^# (\d+)\b/.exec(readFileSync(file, 'utf8'))?.[1];
      expect(Number(heading), file).toBe(numberOf(file));
    }
  });

  it.each([
    ['as (decision 023) says', [23]],
    ['Decisions 7 and 26', [7, 26]],
    ['(docs/decisions/025-list-indexes.md)', [25]],
    ['(decision\n * 007)', [7]],
    ['a decision of 2026', []],
  ])('are found in %j', (text, expected) => {
    expect(references(text)).toEqual(expected);
  });

  it('exist wherever code or documents refer to one', () => {
    const sources = globSync('{*.md,docs/**/*.md,{cli,embed,functions,infra,shared,tests}/**/*.{ts,tsx,js,md}}');
    const missing = sources
      .filter((file) => !file.includes('node_modules') && !file.endsWith('decisions.test.ts'))
      .flatMap((file) =>
        references(readFileSync(file, 'utf8'))
          .filter((number) => !numbers.includes(number))
          .map((number) => `${file}: ${number}`),
      );
    expect(missing).toEqual([]);
  });
});
