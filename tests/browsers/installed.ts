/** Programs of the machine, which npm does not bring. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @returns the first of these programs in PATH or in one of the folders, if there is one */
export function findProgram(names: readonly string[], folders: readonly string[] = []): string | undefined {
  const path = (process.env['PATH'] ?? '').split(delimiter);
  return [...path, ...folders].flatMap((folder) => names.map((name) => join(folder, name))).find(existsSync);
}
