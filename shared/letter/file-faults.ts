/** Explains errors in a field of a letter's file, for people. */
import type * as z from 'zod';

/** A fault in a file. `line` counts from 1. */
export interface Fault {
  readonly line: number;
  readonly field: string;
  readonly message: string;
}

/** @returns the fault, with the line on which the field stands */
export function fault(
  path: readonly PropertyKey[],
  message: string,
  lineOf: (path: readonly PropertyKey[]) => number,
): Fault {
  return { line: lineOf(path), field: path.map(String).join('.'), message };
}

/** Zod's names of types, in words for people. */
const kinds: Readonly<Record<string, string>> = {
  string: 'words on one line',
  number: 'a number, such as 100',
  int: 'a whole number, such as 100',
  array: 'a list: each on a line of its own that begins with a hyphen',
  object: 'several fields, each on a line of its own, moved in by two spaces',
  date: 'a day, such as 2026-12-31',
};

/** @param present whether the file has the field */
export function messageOf(issue: z.core.$ZodIssue, present: boolean): string {
  if (issue.code === 'invalid_type')
    return present ? `must be ${kinds[issue.expected] ?? issue.expected}` : 'is missing';
  if (issue.code === 'invalid_format' && issue.format === 'date')
    return 'must be a day that there is, such as 2026-12-31';
  if (issue.code === 'invalid_format' && issue.format === 'datetime')
    return 'must be a day, such as 2026-12-31, or a day and a time, such as 2026-12-31 18:00';
  if (issue.code === 'invalid_format' && issue.format === 'email') return 'must be an email address';
  if (issue.code === 'invalid_format' && issue.format === 'url')
    return 'must be the address of a website, such as https://example.org';
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`;
  if (issue.code === 'too_small' && issue.origin !== 'string') return `must be at least ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin !== 'string') return `must be at most ${issue.maximum}`;
  return issue.message;
}
