import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeOf } from './refusal.ts';

/**
 * Logs a function's error in one line: its name and origin. Never its message, because it may quote the item or the
 * mailbox, and logs contain no personal data (rule 10).
 */
export function logFailure(what: string, error: unknown): void {
  console.error(`${what}: ${describeError(error)}`);
}

function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is not an Error was thrown';
  const place = error.stack
    ?.replace(error.message, '')
    .split('\n')
    .map((line) => /(?:at |\()((?:file:\/\/)?\/[^()]*:\d+):\d+\)?$/.exec(line)?.[1])
    .find((path) => path !== undefined && !path.includes('node_modules'));
  const kind = [error.name, codeOf(error)].filter((part) => part !== undefined).join(' ');
  return place === undefined ? kind : `${kind} at ${shorten(place)}`;
}

function shorten(place: string): string {
  const line = place.slice(place.lastIndexOf(':'));
  const path = place.slice(0, place.lastIndexOf(':'));
  return relative(process.cwd(), path.startsWith('file:') ? fileURLToPath(path) : path) + line;
}
