/** Issues of zod in words for people: its own messages are for programmers. */
import type * as z from 'zod';
import { isAbsent } from '../../../shared/platform/http/faults.ts';
import { amount, formatNumber } from './number.ts';

/** A message that zod made; those of our schemas are written for people. */
const madeByZod = /^(Too small|Too big|Invalid|Unrecognized)/;

const formats: Readonly<Record<string, string>> = {
  email: 'is not an email address',
  url: 'is not a web address, such as https://example.org',
  date: 'is not a day',
  datetime: 'is not a day and a time',
};

/** @returns words that follow the label of the field, such as “must be at least 1” */
export function issueWords(issue: z.core.$ZodIssue): string {
  if (!madeByZod.test(issue.message)) return issue.message;
  switch (issue.code) {
    case 'invalid_type':
      if (isAbsent(issue) || /undefined/.test(issue.message)) return 'is missing';
      return issue.expected === 'number' || issue.expected === 'int' ? 'is not a whole number' : 'is not valid';
    case 'too_small':
      return isNumber(issue.origin) ? `must be at least ${formatNumber(Number(issue.minimum))}` : 'is missing';
    case 'too_big':
      return isNumber(issue.origin)
        ? `must be at most ${formatNumber(Number(issue.maximum))}`
        : issue.origin === 'string'
          ? `must have at most ${amount(Number(issue.maximum), 'character', 'characters')}`
          : `must have at most ${formatNumber(Number(issue.maximum))}`;
    case 'invalid_format':
      return formats[issue.format] ?? 'is not valid';
    case 'invalid_value':
      return 'choose one from the list';
    default:
      return 'is not valid';
  }
}

const isNumber = (origin: string) => origin === 'number' || origin === 'int' || origin === 'bigint';
