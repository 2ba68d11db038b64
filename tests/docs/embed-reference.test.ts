/** The reference of the elements names exactly what their code accepts. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../..', import.meta.url).pathname;
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const guide = read('docs/embedding/elements.md');
const code = readdirSync(join(root, 'embed'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !name.startsWith('playground'))
  .map((name) => read(`embed/${name}`))
  .join('\n');

/** @returns the part of the guide under a heading */
function section(heading: string): string {
  const [, rest = ''] = guide.split(`\n## ${heading}\n`);
  return rest.split('\n## ')[0] ?? '';
}

const all = (text: string, pattern: RegExp) => [...new Set([...text.matchAll(pattern)].map(([, name = '']) => name))];
/** @returns the names in code marks in the first column of the tables, as they match */
const firstColumn = (text: string, pattern: RegExp) => all(all(text, /^\| ([^|]+)\|/gm).join(' '), pattern).toSorted();

describe('the reference of the elements has', () => {
  it('each attribute', () => {
    const [list = ''] = all(code, /const attributes = \[([^\]]+)\] as const/g);
    const accepted = all(list, /'(\w+)'/g);
    const documented = firstColumn(section('Attributes and properties'), /`([\w-]+)`/g);
    expect(documented).toEqual(accepted.toSorted());
    expect(accepted.length).toBeGreaterThan(2);
    // Those of a single element stand in sentences.
    const single = all(code, /\bhasAttribute\('([\w-]+)'\)/g);
    const inSentences = all(section('Attributes and properties'), /`<sign-on-\w+ ([\w-]+)>`/g);
    expect(inSentences.toSorted()).toEqual(single.toSorted());
  });

  it('each slot and event', () => {
    expect(firstColumn(section('Slots'), /`([\w-]+)`/g)).toEqual(all(code, /\bslot\(\s*'([\w-]+)'/g).toSorted());
    const events = all(code, /dispatch\([^,]+, '(\w+)'/g).map((name) => `signon:${name}`);
    expect(firstColumn(section('Events'), /`(signon:\w+)`/g)).toEqual(events.toSorted());
  });

  it('each property and part for looks', () => {
    const looks = section('Looks');
    expect(firstColumn(looks, /`(--signon-[\w-]+)`/g)).toEqual(all(code, /(--signon-[\w-]+)/g).toSorted());
    const parts = all(looks.split('| element | parts |')[1] ?? '', /`([a-z]+)`/g);
    expect(parts.toSorted()).toEqual(all(code, /\bpart: '(\w+)'/g).toSorted());
  });

  it('each element', () => {
    const defined = all(code, /\bdefine\('(\w+)'/g).map((name) => `<sign-on-${name}>`);
    expect(all(guide.split('\n## ')[0] ?? '', /`(<sign-on-\w+>)`/g).toSorted()).toEqual(defined.toSorted());
  });

  it('the languages that a form is sent with, and the choices in addresses', () => {
    const sent = all(code, /^\s+(language|textLanguage|letterVersion): carried\(/gm);
    expect(sent.toSorted()).toEqual(['language', 'letterVersion', 'textLanguage']);
    const pages = read('docs/embedding.md');
    for (const name of ['language', 'textLanguage']) expect(`${guide}${pages}`).toContain(`\`${name}\``);
    for (const name of all(read('functions/public-api/page-language.ts'), /c\.req\.query\('(\w+)'\)/g)) {
      expect(pages).toMatch(new RegExp(`[?&]${name}=`));
    }
  });
});
