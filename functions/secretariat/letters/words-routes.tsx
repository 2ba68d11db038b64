/** Routes for a letter's own strings on pages and in mails, language by language. */
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { noErrors } from '../ui/field.tsx';
import { refusalPage } from '../ui/refusal.tsx';
import { letterWithTextsInPath } from './letter-with-texts-in-path.ts';
import { saveWords, wordsInPath } from './words.ts';
import { wordsPage } from './words-page.tsx';

const write = { permission: 'letter.write', of: 'letter' } as const;
const base = '/console/letters/:letter/words';

export function letterWordsRoutes(guard: Guard, api: ConsoleContext): void {
  guard.page('get', base, write, async (c, visit) => {
    const known = await letterWithTextsInPath(c, api);
    if (!known) return refusalPage(c, 'not-found', visit);
    const { slug, language } = known.letter;
    return c.redirect(`/console/letters/${slug}/words/${language}`, 303);
  });

  guard.page('get', `${base}/:language`, write, async (c, visit) => {
    const found = await wordsInPath(c, api);
    if (!found) return refusalPage(c, 'not-found', visit);
    const saved = c.req.query('saved') !== undefined;
    return wordsPage(c, visit, { ...found, form: { values: found.own, errors: noErrors }, saved });
  });

  guard.page('post', `${base}/:language`, write, async (c, visit) => {
    const found = await wordsInPath(c, api);
    if (!found) return refusalPage(c, 'not-found', visit);
    const { own, ours, language, known } = found;
    const { fields } = visit.form;
    // An empty field restores the default.
    const typed = [...new Set([...ours.keys(), ...Object.keys(own)])].flatMap((key) => {
      const value = fields[key];
      return value === undefined ? [] : [[key, value] as const];
    });
    const values = Object.fromEntries(typed);
    const done = await saveWords(api, visit, found, values, Number(fields['revision']));
    if (done.outcome === 'missing') return refusalPage(c, 'not-found', visit);
    if (done.outcome === 'stale') {
      const kept = done.before.letter.ownTexts[language] ?? {};
      const differing = [...new Set([...typed.map(([key]) => key), ...Object.keys(kept)])].filter(
        (key) => kept[key] !== values[key],
      );
      const errors = new Map(differing.map((key) => [key, `Saved by someone else: ${kept[key] ?? 'our wording'}`]));
      return wordsPage(c, visit, { ...found, known: done.before, form: { values, errors }, isStale: true });
    }
    if (done.outcome === 'wrong') {
      const { revision } = fields;
      const errors = new Map(
        [...done.errors].map(([key, why]) => [key, key === '' ? why : `${ours.get(key) ?? key}: ${why}`]),
      );
      return wordsPage(c, visit, { ...found, form: { values: { ...values, revision }, errors } });
    }
    return c.redirect(`/console/letters/${known.letter.slug}/words/${language}?saved`, 303);
  });
}
