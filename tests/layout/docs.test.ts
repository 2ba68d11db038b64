/** Documents name files and link to each other; all of these must exist. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';

const documents = globSync('{*.md,docs/**/*.md,.github/**/*.md}');

/** `shared/letter/letter.ts`, in backticks; patterns with `<…>`, `*` or `…` stand for many */
const namedFiles = (text: string) =>
  [...text.matchAll(/`((?:cli|docs|functions|infra|shared|tests)\/[\w./-]+\.(?:tsx?|js|json|md))`/g)]
    .map(([, path = '']) => path)
    .filter((path) => !path.includes('TAG'));

const links = (text: string) =>
  [...text.matchAll(/\]\((?!https?:|mailto:|#)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);

describe.each(documents)('%s', (document) => {
  const text = readFileSync(document, 'utf8');

  it('only names files that exist', () => {
    expect(namedFiles(text).filter((path) => !existsSync(path))).toEqual([]);
  });

  it('only links to files that exist', () => {
    expect(links(text).filter((path) => !existsSync(posix.join(posix.dirname(document), path)))).toEqual([]);
  });
});
