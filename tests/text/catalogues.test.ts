import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { messagesIn, pageLanguages, textsFor } from '../../shared/text/catalogue.ts';
import { en } from '../../shared/text/languages/en.ts';
import { makeTexts } from '../../shared/text/texts.ts';

const forms: readonly string[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
const pluralOf = (key: string) => /^(.+)_([a-z]+)$/.exec(key);
/** Names of strings that have forms. */
const stems = new Set(Object.keys(en).flatMap((key) => (key.endsWith('_other') ? [key.replace(/_other$/, '')] : [])));

/** @returns the keys that a catalogue must have, no more and no fewer */
function keysFor(language: string): string[] {
  const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  const single = Object.keys(en).filter((key) => !stems.has(pluralOf(key)?.[1] ?? ''));
  return [...single, ...[...stems].flatMap((stem) => wanted.map((form) => `${stem}_${form}`))].sort();
}

const placeholders = (message: string) => [...message.matchAll(/\{\w+\}/g)].map(([name]) => name).sort();

/** @returns the errors in a catalogue, in words */
function faultsOf(language: string, messages: Readonly<Partial<Record<string, string>>>): string[] {
  const keys = keysFor(language);
  const has = Object.keys(messages);
  const english = new Map<string, string>(Object.entries(en));
  return [
    ...keys.filter((key) => !has.includes(key)).map((key) => `${key}: is missing`),
    ...has.filter((key) => !keys.includes(key)).map((key) => `${key}: is no string of this language`),
    ...Object.entries(messages).flatMap(([key, message = '']) => {
      const plural = pluralOf(key);
      // English "one" may omit the number, but another language may still need it: its form also covers 21.
      const model = placeholders(english.get(`${plural?.[1]}_other`) ?? english.get(key) ?? '');
      const found = placeholders(message);
      // "One thing": a form for a single number may write it as a word.
      const spared = plural && plural[2] !== 'other' ? ['{count}'] : [];
      const lost = model.filter((name) => !found.includes(name) && !spared.includes(name));
      const added = found.filter((name) => !model.includes(name));
      return [
        ...(message.trim() === '' ? [`${key}: is empty`] : []),
        ...lost.map((name) => `${key}: lost ${name}`),
        ...added.map((name) => `${key}: has ${name}, which is never filled`),
      ];
    }),
  ];
}

describe.each(pageLanguages)('the catalogue "%s"', (language) => {
  it('says whether a native speaker has reviewed it, as docs/languages.md does', () => {
    const [head = ''] = readFileSync(`shared/text/languages/${language}.ts`, 'utf8').split('export');
    const state =
      language === 'en' ? /^ \* The (source of all others)\.$/m : /^ \* Reviewed by a native speaker: (.+)\.$/m;
    expect(head).toMatch(state);
    const row = new RegExp(`^\\| \`${language}\` \\|[^|]+\\| (.+) \\|$`, 'm').exec(
      readFileSync('docs/languages.md', 'utf8'),
    );
    expect(row?.[1]).toContain(state.exec(head)?.[1]);
  });

  it('ends no sentence with a full stop after a date that has one', async () => {
    const stops = (await textsFor(language)).date('2026-03-04').endsWith('.');
    const twice = Object.entries(await messagesIn(language)).filter(([, message]) => message.includes('{date}.'));
    expect(stops ? twice : []).toEqual([]);
  });

  it('has every string, with its placeholders and in the forms of its grammar', async () => {
    expect(faultsOf(language, await messagesIn(language))).toEqual([]);
  });
});

describe('a catalogue', () => {
  const count = { 'letter.count_other': '{count} подписавших', 'letter.count_one': '{count} подписавший' };

  it('is reported when it lacks forms, strings or placeholders', () => {
    const { 'form.email': _, ...rest } = en;
    const extra = { 'form.e-mail': 'x', 'letter.opens': '{who}' };
    const unfinished = { ...rest, ...count, 'list.next': ' ', 'letter.goal': 'Ziel', ...extra };
    expect(faultsOf('ru', unfinished)).toEqual(
      expect.arrayContaining([
        'form.email: is missing',
        'form.e-mail: is no string of this language',
        'letter.count_few: is missing',
        'letter.count_many: is missing',
        'list.next: is empty',
        'letter.goal: lost {goal}',
        'letter.opens: lost {date}',
        'letter.opens: has {who}, which is never filled',
      ]),
    );
  });

  it('is asked for the form that the number needs', () => {
    const texts = makeTexts('ru', {
      ...en,
      ...count,
      'letter.count_few': '{count} подписавших (few)',
      'letter.count_many': '{count} подписавших (many)',
    });
    expect([1, 2, 5, 1.5].map((number) => texts.plural('letter.count', number))).toEqual([
      '1 подписавший',
      '2 подписавших (few)',
      '5 подписавших (many)',
      '1,5 подписавших',
    ]);
  });
});

describe('a number and a label', () => {
  it.each([
    ['de', '0 Unterschriften'],
    ['fr', '0 cosignataire'],
    ['pt', '0 assinaturas'],
    ['ru', '0 подписей'],
    ['uk', '0 підписів'],
    ['fa', '۰ امضا'],
  ])('in "%s" are written as usual: %s', async (language, none) => {
    expect((await textsFor(language)).plural('letter.count', 0)).toBe(none);
  });

  it.each([
    ['en', 'Country: '],
    ['fr', 'Pays\u00a0: '],
    ['zh-Hans', '国家或地区：'],
    ['zh-Hant', '國家或地區：'],
  ])('in "%s" are written as usual: %s', async (language, label) => {
    expect((await textsFor(language)).label('form.country')).toBe(label);
  });
});

describe('every string', () => {
  const sources = globSync('{cli,embed,functions,infra,shared}/**/*.{ts,tsx}')
    .filter((path) => !pageLanguages.some((language) => path === `shared/text/languages/${language}.ts`))
    .map((path) => readFileSync(path, 'utf8'));
  const code = sources.join('\n');
  const literal = new Set(code.match(/(?<=['"`])[a-z]+\.[a-z-]+(?=['"`])/g));
  /** `form.kind-${kind}`: the placeholder stands for one word or several. */
  const built = [...code.matchAll(/`([a-z]+\.[a-z-]*(?:\$\{[^`{}]*(?:\{[^}]*\})?[^`{}]*\}[a-z-]*)+)`/g)].map(
    ([, template = '']) => new RegExp(`^${template.replace(/\$\{.*?\}/g, '[a-z-]+').replaceAll('.', '\\.')}$`),
  );

  it('is used somewhere in the code', () => {
    const nameOf = (key: string) => {
      const stem = pluralOf(key)?.[1];
      return stem && stems.has(stem) ? stem : key;
    };
    const isUsed = (name: string) => literal.has(name) || built.some((pattern) => pattern.test(name));
    expect(Object.keys(en).filter((key) => !isUsed(nameOf(key)))).toEqual([]);
  });

  it('gets its colon from its language when it is a label', () => {
    expect(code.match(/texts\.text\([^()]*\)\}:.*/g) ?? []).toEqual([]);
  });

  it('with forms names them as in its grammar', () => {
    const odd = Object.keys(en).filter((key) => key.includes('_') && !forms.includes(pluralOf(key)?.[2] ?? ''));
    expect(odd).toEqual([]);
  });
});
