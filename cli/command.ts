/** How every command line of ours ends: with a sentence for the person at the keyboard when something is wrong. */
import { Refusal } from './stack.ts';

/** Runs the command with what was typed after its name. */
export function runCommand(run: (args: string[]) => Promise<void>): void {
  run(process.argv.slice(2)).catch((error: unknown) => {
    // parseArgs throws a TypeError with a code for an option that there is not.
    const isTypo = error instanceof Error && error.name === 'TypeError' && 'code' in error;
    console.error(error instanceof Refusal || isTypo ? error.message : error);
    process.exitCode = 1;
  });
}
