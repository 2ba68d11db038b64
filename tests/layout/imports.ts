/** The imports between our own files, types included. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';

export interface Import {
  readonly from: string;
  readonly to: string;
}

/** @returns the tracked source files of the project, as paths from its root */
export function sourceFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', 'cli', 'embed', 'functions', 'infra', 'shared', 'tests'], {
    encoding: 'utf8',
  });
  return listed.split('\n').filter((path) => /\.tsx?$/.test(path));
}

/** @returns every import of one of these files by another, static or not */
export function importsOf(files: readonly string[]): Import[] {
  return files.flatMap((from) =>
    ts
      .preProcessFile(readFileSync(from, 'utf8'), true, true)
      .importedFiles.filter(({ fileName }) => fileName.startsWith('.'))
      .map(({ fileName }) => ({ from, to: posix.join(posix.dirname(from), fileName) })),
  );
}

/**
 * @returns the folder that a file of `shared` belongs to: `shared/letter`, `shared/platform/store`; subfolders such as
 *   `shared/signature/lists` belong to their parent
 */
export function sharedFolder(path: string): string | undefined {
  const parts = path.split('/');
  if (parts[0] !== 'shared' || parts.length < 3) return undefined;
  return parts.slice(0, parts[1] === 'platform' ? 3 : 2).join('/');
}

/** @returns groups of folders of `shared` that import each other, directly or through others */
export function folderCycles(imports: readonly Import[]): string[][] {
  const reaches = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    const [one, other] = [sharedFolder(from), sharedFolder(to)];
    if (one && other && one !== other) reaches.set(one, (reaches.get(one) ?? new Set()).add(other));
  }
  const all = [...reaches.keys()];
  const reachable = new Map(all.map((folder) => [folder, everythingFrom(folder, reaches)]));
  const isTied = (one: string, other: string) => reachable.get(one)?.has(other) && reachable.get(other)?.has(one);
  const groups = all
    .filter((folder) => isTied(folder, folder))
    .map((folder) => all.filter((one) => isTied(folder, one)));
  return [...new Map(groups.map((group) => [group.toSorted().join(), group.toSorted()])).values()];
}

function everythingFrom(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): Set<string> {
  const found = new Set<string>();
  const open = [...(next.get(start) ?? [])];
  for (let one = open.pop(); one !== undefined; one = open.pop()) {
    if (found.has(one)) continue;
    found.add(one);
    open.push(...(next.get(one) ?? []));
  }
  return found;
}

/**
 * @returns each file of `shared` that is only ever loaded by one function, or by the command line; tests do not count
 */
export function usedByOne(files: readonly string[], imports: readonly Import[]): { file: string; user: string }[] {
  const importers = new Map<string, Set<string>>();
  for (const { from, to } of imports) {
    if (!from.startsWith('tests/')) importers.set(to, (importers.get(to) ?? new Set()).add(from));
  }
  // A function loads everything it imports, so its own importers do not matter.
  const within = new Map([...importers].filter(([path]) => path.startsWith('shared/')));
  return files
    .filter((file) => file.startsWith('shared/'))
    .flatMap((file) => {
      const loaded = [...everythingFrom(file, within)].filter((path) => !path.startsWith('shared/'));
      const users = new Set(loaded.map(userOf));
      const [user] = users;
      return users.size === 1 && user ? [{ file, user }] : [];
    });
}

const userOf = (path: string) =>
  path
    .split('/')
    .slice(0, path.startsWith('functions/') ? 2 : 1)
    .join('/');

/**
 * @param functionFolder `functions/secretariat`
 * @param frame folders that every noun may import, as `ui`
 * @returns imports between nouns of a function, and how many stay within their noun
 */
export function nounImports(functionFolder: string, imports: readonly Import[], frame: readonly string[]) {
  const nounOf = (path: string) => {
    const parts = path.slice(functionFolder.length + 1).split('/');
    return path.startsWith(`${functionFolder}/`) && parts.length > 1 && !frame.includes(parts[0] ?? '')
      ? parts[0]
      : undefined;
  };
  const between = imports.filter(({ from, to }) => nounOf(from) && nounOf(to));
  const leaving = between.filter(({ from, to }) => nounOf(from) !== nounOf(to));
  return { leaving, staying: between.length - leaving.length };
}
