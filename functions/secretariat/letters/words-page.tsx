/** The form for a letter's own strings in one language. The default is above each field. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { agreedTo } from '../../../shared/consent/wording.ts';
import { languagesOf } from '../../../shared/letter/letter.ts';
import type { MessageKey } from '../../../shared/text/catalogue.ts';
import { direction } from '../../../shared/text/language.ts';
import type { PageVisit } from '../guard.ts';
import { ErrorSummary, Field, type Filled, TextField } from '../ui/field.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { firstWords } from './first-words.ts';
import { FieldConflict, Saved } from './text-conflict.tsx';
import type { FoundWords } from './words.ts';

export interface WordsPage extends FoundWords {
  readonly form: Filled;
  readonly saved?: boolean;
  /** Somebody changed the letter after the form was shown. */
  readonly isStale?: boolean;
}

type KeyGroup = MessageKey extends `${infer Name}.${string}` ? Name : never;

/** Names for the first part of a key, in the order of the page. */
const groupNames: Readonly<Record<KeyGroup, string>> = {
  letter: 'Letter page',
  form: 'Form',
  list: 'List of signatures',
  share: 'Sharing',
  news: 'News',
  sent: 'After sending the form',
  confirm: 'Confirmation',
  mail: 'Emails',
  manage: 'A signer’s own page',
  logo: 'A signer’s logo',
  stop: 'Stopping all emails',
  unsubscribe: 'Stopping news',
  follow: 'A letter that follows',
  embed: 'Embedded form',
  domain: 'Domain verification',
  duplicate: 'Duplicates',
  link: 'Request for links',
  code: 'Confirmation by code',
  page: 'Other pages',
  mark: 'Verification marks',
  dispute: 'Complaints',
  changes: 'Versions and corrections',
  preview: 'Preview of a draft',
  test: 'Test signatures',
  home: 'Home page',
  delivery: 'Deliveries',
  document: 'Document',
  sheet: 'Signing sheet',
  arrived: 'Receipt by the addressee',
  answer: 'Answers',
  ready: 'Ready-made updates',
  privacy: 'Privacy notice',
  press: 'Press line',
};

export function wordsPage(c: Context, visit: PageVisit, page: WordsPage): Promise<Response> {
  const { known, language, ours, form, saved, isStale = false } = page;
  const { letter } = known;
  const base = `/console/letters/${letter.slug}/words`;
  const seen = isStale ? letter.revision : (form.values['revision'] ?? letter.revision);
  return showPage(c, isStale ? 409 : form.errors.size > 0 ? 422 : 200, {
    title: `Wording: ${nameOf(language)}`,
    visit,
    letter,
    body: (
      <>
        {saved ? <Saved /> : null}
        {isStale ? <FieldConflict /> : <ErrorSummary errors={form.errors} />}
        <Languages languages={languagesOf(letter)} shown={language} base={base} />
        <p>
          Replace our wording on the pages and in the emails of this letter. Leave a field empty to keep our wording,
          shown above it. Keep words in braces, such as <code>{'{count}'}</code>: we fill them in.
        </p>
        {ours.size === 0 ? (
          <p class="note">We have no pages in this language yet, so there is nothing to change.</p>
        ) : (
          <form method="post" action={`${base}/${language}`}>
            <Csrf token={visit.csrf} />
            <input type="hidden" name="revision" value={seen} />
            <FirstWords {...page} />
            <div class="field" hidden>
              <label for="find">Find a text</label>
              <input id="find" type="search" data-find="" />
              <span class="hint" role="status" data-found=""></span>
            </div>
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

/** The ten that most letters change, each beside the page or mail on which it is read. */
const FirstWords: FC<WordsPage> = ({ known, form, ours, language }) => {
  const { slug, state } = known.letter;
  return (
    <section class="card">
      <h2>Changed by most letters</h2>
      {firstWords
        .filter(({ key }) => ours.has(key))
        .map(({ key, where, page }) => (
          <div class="two pair">
            <div>
              <p class="soft">{where}</p>
              {page !== undefined && state !== 'draft' ? (
                <p>
                  <a href={`/${slug}${page}`}>
                    See it on the page<span class="away">{`: ${where}`}</span>
                  </a>
                </p>
              ) : null}
            </div>
            <Word name={key} form={form} ours={ours.get(key)} language={language} />
          </div>
        ))}
    </section>
  );
};

interface WordGroup {
  readonly title: string;
  readonly hint?: string;
  readonly keys: readonly string[];
}

/** First the words that signers agree to, then page by page. */
function groupsOf({ ours, own }: FoundWords): WordGroup[] {
  const agreed: readonly string[] = agreedTo;
  const isFirst = (key: string) => firstWords.some((first) => first.key === key && ours.has(key));
  const keys = [...new Set([...ours.keys(), ...Object.keys(own)])].filter(
    (key) => !agreed.includes(key) && !isFirst(key),
  );
  const groups = Map.groupBy(keys, (key) => key.slice(0, key.indexOf('.')));
  const left = [...groups].flatMap(([name, found]) => (Object.hasOwn(groupNames, name) ? [] : found));
  return [
    {
      title: 'Consents',
      hint: 'Fill in all of these or none. People who sign from now on agree to this wording. For earlier signatures we keep the wording that they saw.',
      keys: agreed,
    },
    ...Object.entries(groupNames).flatMap(([name, title]) => {
      const found = groups.get(name);
      return found ? [{ title, keys: found }] : [];
    }),
    ...(left.length > 0 ? [{ title: 'No longer used', keys: left }] : []),
  ];
}

const Group: FC<WordGroup & WordsPage> = ({ title, hint, keys, form, ours, language }) => {
  const own = keys.filter((key) => form.values[key] !== undefined).length;
  const isOpen = own > 0 || keys.some((key) => form.errors.has(key));
  return (
    <details class="card" open={isOpen} data-words="">
      <summary>
        {title}
        {own > 0 ? ` (${own} of ${keys.length} changed)` : ''}
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
  // Our own words are the best name of a string. A removed string has only its key.
  const label =
    ours === undefined ? (
      <code>{name}</code>
    ) : (
      <span lang={language} dir={direction(language)}>
        {ours}
      </span>
    );
  const about = { name, label, form, lang: language };
  const isLong = (ours ?? form.values[name] ?? '').length > 90;
  return (
    <div data-word="">
      {form.values[name] === undefined ? null : <span class="mark good">changed</span>}
      {isLong ? <TextField {...about} rows={3} /> : <Field {...about} />}
    </div>
  );
};

const nameOf = (language: string) => new Intl.DisplayNames(['en'], { type: 'language' }).of(language) ?? language;
