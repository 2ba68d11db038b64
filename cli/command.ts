/** Shared by all command lines: reading arguments, and reporting errors in a sentence. */

import { type LetterSlug, letterSlug } from '../shared/ids.ts';
import { RekeyInProgress } from '../shared/platform/config/secret.ts';
import { Refusal } from './stack.ts';

/** Runs the command with its arguments. A refusal prints a sentence; other errors print a stack trace. */
export function runCommand(run: (args: string[]) => Promise<void>): void {
  run(process.argv.slice(2)).catch((error: unknown) => {
    const isKnown =
      error instanceof Refusal ||
      error instanceof RekeyInProgress ||
      (error instanceof Error && error.name === 'TypeError' && 'code' in error);
    console.error(isKnown ? error.message : error);
    process.exitCode = 1;
  });
}

/** @throws Refusal with the usage when the argument is missing */
export function requireArgument(word: string | undefined, usage: string): string {
  if (word === undefined || word === '') throw new Refusal(usage);
  return word;
}

/** @throws Refusal when the argument is missing or cannot be a slug */
export function slugOf(word: string | undefined, usage: string): LetterSlug {
  const slug = letterSlug.safeParse(requireArgument(word, usage));
  if (!slug.success) throw new Refusal(`"${word}" cannot be the slug of a letter.`);
  return slug.data;
}

/** Prints names and values in two columns. */
export function printFacts(facts: readonly (readonly [string, string])[]): void {
  for (const [name, value] of facts) console.log(`${name.padEnd(14)}${value}`);
}
