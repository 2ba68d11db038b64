import { expect, it } from 'vitest';
import { compileOne, makeManyNames } from '../fixtures/document.ts';
import { namesIn, namesOf } from '../fixtures/document-names.ts';

it('20,000 names are shown once each, and no other', { timeout: 600_000 }, async () => {
  const data = makeManyNames(20_000);
  expect((await namesIn(data)).toSorted()).toEqual(namesOf(data).toSorted());
  const { missingCharacters } = await compileOne(data, { standard: 'pdf-a-3a' });
  expect(missingCharacters).toEqual([]);
});
