/**
 * A refusal is an error whose message is one sentence for the person at the terminal (a port in use, Java missing). It
 * is shown without a stack trace; every other error is a bug and keeps its stack trace.
 */
const refusalName = 'Refusal';

export function refusal(sentence: string): Error {
  const error = new Error(sentence);
  error.name = refusalName;
  return error;
}

function isRefusal(error: unknown): error is Error {
  return error instanceof Error && error.name === refusalName;
}

/**
 * Ends a command that cannot continue: prints one sentence for a refusal, the whole error for a bug. Exit code 1 for
 * both.
 */
export function exitWith(error: unknown): never {
  console.error(isRefusal(error) ? error.message : error);
  process.exit(1);
}

/** The code of a system error (`EADDRINUSE`, `ENOENT`), if it has one. */
export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
