/** Rows that are parsed once give what parsing each time gives. */
import { expect, it } from 'vitest';
import * as z from 'zod';
import { parseOnce } from '../../shared/platform/store/parse-once.ts';

const place = z.object({ sk: z.string(), lines: z.array(z.string().trim()), note: z.string().optional() });
const row = (lines: readonly string[], sk = 'HALL') => ({ pk: 'PLACE', sk, lines });

it('parses a row that is the same only once', () => {
  const parse = parseOnce(place);
  const first = parse(row([' Main hall ']));
  expect(first).toEqual({ sk: 'HALL', lines: ['Main hall'] });
  expect(parse(row([' Main hall ']))).toBe(first);
});

it('parses a row again when anything in it changed, and tells rows apart by their keys', () => {
  const parse = parseOnce(place);
  expect(parse(row(['Main hall'])).lines).toEqual(['Main hall']);
  expect(parse(row(['Main hall', 'Door B'])).lines).toEqual(['Main hall', 'Door B']);
  expect(parse({ ...row(['Main hall', 'Door B']), note: 'closed' }).note).toBe('closed');
  expect(parse(row(['Main hall'], 'YARD')).sk).toBe('YARD');
  expect(parse(row(['Main hall', 'Door B']))).not.toHaveProperty('note');
});

it('keeps no row that could not be parsed', () => {
  const parse = parseOnce(place);
  expect(() => parse({ pk: 'PLACE', sk: 'HALL', lines: 'Main hall' })).toThrow(z.ZodError);
  expect(() => parse({ pk: 'PLACE', sk: 'HALL', lines: 'Main hall' })).toThrow(z.ZodError);
});
