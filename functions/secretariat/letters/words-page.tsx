/** The form for a letter's own strings in one language. The default is above each field. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { agreedTo } from '../../../shared/consent/wording.ts';
import { languagesOf } from '../../../shared/letter/letter.ts';
import { direction } from '../../../shared/text/language.ts';
import type { PageVisit } from '../guard.ts';
import { ErrorSummary, Field, type Filled, TextField } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { FieldConflict, Saved } from './text-conflict.tsx';
import type { FoundWords } from './words.ts';

export interface WordsPage extends FoundWords {
  readonly form: Filled;
  readonly saved?: boolean;
  /** Somebody changed the letter after the form was shown. */
  readonly isStale?: boolean;
}

/** Names for the first part of a key; other groups use that part itself. */
const groupNames: Readonly<Record<string, string>> = {
  letter: 'Page of the letter',
  form: 'Form',
  list: 'List of the signatories',
  sent: 'After sending the form',
  confirm: 'Confirming',
  mail: 'Mails',
  manage: 'A signer’s own page',
  stop: 'Stopping mails',
  embed: 'Embedded form',
  domain: 'Proving a domain',
  mark: 'Marks of verification',
  dispute: '“We did not sign”',
  changes: 'Versions and corrections',
  privacy: 'Privacy notice',
  press: 'Press line',
};

export function wordsPage(c: Context, visit: PageVisit, page: WordsPage): Promise<Response> {
  const { known, language, ours, form, saved, isStale = false } = page;
  const { letter } = known;
  const base = `/console/letters/${letter.slug}/words`;
  const seen = isStale ? letter.revision : (form.values['revision'] ?? letter.revision);
  return showPage(c, isStale ? 409 : form.errors.size > 0 ? 422 : 200, {
    title: `Own words: ${nameOf(language)}`,
    visit,
    letter,
    body: (
      <>
        {saved ? <Saved /> : null}
        {isStale ? <FieldConflict /> : <ErrorSummary errors={form.errors} />}
        <Languages languages={languagesOf(letter)} shown={language} base={base} />
        <p>
          What the pages and mails of this letter say in its own words. What is left empty says what stands above the
          field. Words in braces, such as <code>{'{count}'}</code>, are filled in: keep them as they are.
        </p>
        {ours.size === 0 ? (
          <p class="note">No pages are in this language yet, so there is nothing to word.</p>
        ) : (
          <form method="post" action={`${base}/${language}`}>
            <Csrf token={visit.csrf} />
            <input type="hidden" name="revision" value={seen} />
            {groupsOf(page).map((group) => (
              <Group {...group} {...page} />
            ))}
            <p class="actions">
              <button type="submit">Save</button>
            </p>
          </form>
        )}
      </>
    ),
  });
}

const Languages: FC<{ languages: readonly string[]; shown: string; base: string }> = ({ languages, shown, base }) =>
  languages.length < 2 ? null : (
    <nav aria-label="Languages" class="tabs second">
      {languages.map((one) => (
        <a href={`${base}/${one}`} aria-current={one === shown ? 'page' : undefined}>
          {nameOf(one)}
        </a>
      ))}
    </nav>
  );

interface WordGroup {
  readonly title: string;
  readonly hint?: string;
  readonly keys: readonly string[];
}

/** First the words that signers agree to, then page by page. */
function groupsOf({ ours, own }: FoundWords): WordGroup[] {
  const agreed: readonly string[] = agreedTo;
  const keys = [...new Set([...ours.keys(), ...Object.keys(own)])].filter((key) => !agreed.includes(key));
  const groups = Map.groupBy(keys, (key) => key.slice(0, key.indexOf('.')));
  const order = [...new Set([...Object.keys(groupNames), ...groups.keys()])];
  return [
    {
      title: 'What signers agree to',
      hint: 'As a whole or not at all: fill in each of these, or none. Who signs from now on agrees to these words. Whatever signers were shown before stays kept word by word.',
      keys: agreed,
    },
    ...order.flatMap((name) => {
      const found = groups.get(name);
      return found ? [{ title: groupNames[name] ?? name, keys: found }] : [];
    }),
  ];
}

const Group: FC<WordGroup & WordsPage> = ({ title, hint, keys, form, ours, language }) => {
  const own = keys.filter((key) => form.values[key] !== undefined).length;
  const isOpen = own > 0 || keys.some((key) => form.errors.has(key));
  return (
    <details class="card" open={isOpen}>
      <summary>
        {title}
        {own > 0 ? ` (${own} of ${keys.length} in own words)` : ''}
      </summary>
      {hint ? <p class="hint">{hint}</p> : null}
      {keys.map((key) => (
        <Word name={key} form={form} ours={ours.get(key)} language={language} />
      ))}
    </details>
  );
};

const Word: FC<{ name: string; form: Filled; ours: string | undefined; language: string }> = ({
  name,
  form,
  ours,
  language,
}) => {
  const hint =
    ours === undefined ? undefined : (
      <span lang={language} dir={direction(language)}>
        {ours}
      </span>
    );
  const about = { name, label: <code>{name}</code>, hint, form, lang: language };
  return (ours ?? form.values[name] ?? '').length > 90 ? <TextField {...about} rows={3} /> : <Field {...about} />;
};

const nameOf = (language: string) => new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
