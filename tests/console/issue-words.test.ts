/** No form of the console answers in the words of zod. */
import { expect, it } from 'vitest';
import * as z from 'zod';
import { issueWords } from '../../functions/secretariat/ui/issue-words.ts';
import { documentOptions } from '../../shared/delivery/delivery.ts';
import { byHandFields } from '../../shared/handover/handover.ts';
import { letterSettings } from '../../shared/letter/letter.ts';
import { letterText } from '../../shared/letter/text.ts';
import { moderation } from '../../shared/signature/moderation/actions.ts';
import { updateFields } from '../../shared/update/update.ts';

const wordsOf = (schema: z.ZodType, value: unknown) => schema.safeParse(value).error?.issues.map(issueWords) ?? [];

it.each<[z.ZodType, unknown, string]>([
  [z.int().min(1), -3, 'must be at least 1'],
  [z.int().max(3650), 4000, 'must be at most 3,650'],
  [z.int(), Number.NaN, 'is not a whole number'],
  [z.int(), 1.5, 'is not a whole number'],
  [z.string(), undefined, 'is missing'],
  [z.string().min(1), '', 'is missing'],
  [z.string().max(2), 'abc', 'must have at most 2 characters'],
  [z.array(z.string()).max(1), ['a', 'b'], 'must have at most 1'],
  [z.email(), 'nobody', 'is not an email address'],
  [z.url(), 'here', 'is not a web address, such as https://example.org'],
  [z.iso.date(), '2026-02-31', 'is not a day'],
  [z.enum(['a', 'b']), 'c', 'choose one from the list'],
  [z.string().regex(/x/, 'write an x'), 'y', 'write an x'],
])('words for an issue, %#', (schema, value, words) => {
  expect(wordsOf(schema, value)).toEqual([words]);
});

const long = 'x'.repeat(200_000);

it.each([letterSettings, letterText, documentOptions, byHandFields, updateFields, moderation])(
  'no schema of a form speaks as a program, %#',
  (schema) => {
    const shape = 'shape' in schema ? Object.keys(schema.shape) : ['do', 'why', 'note', 'rank', 'fieldsVersion'];
    const values = [undefined, null, '', '?', long, -1, 1e12, Number.NaN, [], [''], {}, { a: 1 }];
    const inputs = values.map((value) => Object.fromEntries(shape.map((name) => [name, value])));
    for (const words of inputs.flatMap((input) => wordsOf(schema, input))) {
      expect(words).not.toMatch(/expected|Invalid|>=|<=|Too (small|big)|NaN|undefined/);
    }
  },
);
