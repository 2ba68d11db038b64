/** The answers to a letter, and the form to record or change one. */
import type { Context } from 'hono';
import type { FC } from 'hono/jsx';
import { type Answer, type AnswerFields, answerFields } from '../../../shared/handover/answer.ts';
import { type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import { Blocks } from '../../../shared/letter/letter-view.tsx';
import { direction } from '../../../shared/text/language.ts';
import { languageName, offeredLanguages } from '../../../shared/text/language-names.ts';
import { writeDate } from '../../../shared/text/texts.ts';
import type { Upload } from '../../../shared/upload/upload.ts';
import type { PageVisit } from '../guard.ts';
import { ErrorSummary, Field, type Filled, GroupedSelect, TextField } from '../ui/field.tsx';
import { FileList } from '../ui/file-list.tsx';
import { issueWords } from '../ui/issue-words.ts';
import { Csrf, showPage } from '../ui/layout.tsx';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
}

interface ShownAnswers extends Shown {
  readonly answers: readonly Answer[];
  readonly files: readonly Upload[];
}

export function answersPage(c: Context, { visit, letter, answers, files }: ShownAnswers) {
  const base = `/console/letters/${letter.slug}/answers`;
  const canWrite = visit.may('letter.write');
  return showPage(c, 200, {
    title: 'Answers',
    visit,
    letter,
    body: (
      <>
        {answers.length === 0 ? (
          <p>The addressee’s reply goes here, and is shown under the letter. None has been recorded yet.</p>
        ) : null}
        {answers.map((answer) => (
          <AnswerCard {...{ visit, letter, answer, files, base, canWrite }} />
        ))}
        {canWrite ? (
          <p>
            <a class="button" href={`${base}/new`}>
              Record an answer
            </a>
          </p>
        ) : null}
        {canWrite ? (
          <p class="hint">
            To say on the letter’s page that nobody has answered, set the number of days in the{' '}
            <a href={`/console/letters/${letter.slug}/settings`}>settings</a>.
          </p>
        ) : null}
      </>
    ),
  });
}

interface OneAnswer extends Shown {
  readonly answer: Answer;
  readonly files: readonly Upload[];
  readonly base: string;
  readonly canWrite: boolean;
}

const AnswerCard: FC<OneAnswer> = ({ visit, letter, answer, files, base, canWrite }) => {
  const { id, from, receivedOn, language, blocks } = answer;
  return (
    <section class="card">
      <h2>
        <bdi lang={language}>{from}</bdi>
      </h2>
      <p class="soft">{`Received on ${writeDate(receivedOn, 'en')}`}</p>
      <div lang={language} dir={direction(language)}>
        <Blocks blocks={blocks} level={2} />
      </div>
      <FileList {...{ visit, letter }} uploads={files} target={{ kind: 'answer', answer: id }} label="Add a file" />
      {canWrite ? (
        <p class="after">
          <a class="button quiet" href={`${base}/${id}`}>
            Edit
          </a>
        </p>
      ) : null}
    </section>
  );
};

const labels: Readonly<Record<keyof AnswerFields, string>> = {
  from: 'From',
  receivedOn: 'Received on',
  language: 'Language',
  text: 'Text',
};

export type ReadAnswer =
  | { readonly ok: true; readonly content: AnswerFields }
  | { readonly ok: false; readonly errors: Filled['errors'] };

/** @returns the fields, or a sentence for each with an error */
export function readFields(fields: Readonly<Record<string, string | undefined>>, today: string): ReadAnswer {
  const { from, receivedOn, language, text } = fields;
  const read = answerFields.safeParse({ from, receivedOn, language, text });
  const errors = new Map<string, string>();
  for (const issue of read.error?.issues ?? []) {
    const name = String(issue.path[0] ?? '');
    const label = Object.entries(labels).find(([key]) => key === name)?.[1] ?? name;
    errors.set(name, `${label}: ${issueWords(issue)}`);
  }
  if (read.success && read.data.receivedOn > today) errors.set('receivedOn', 'Received on: that day has not come yet.');
  return read.success && errors.size === 0 ? { ok: true, content: read.data } : { ok: false, errors };
}

export function fieldsOf({ from, receivedOn, language, text, revision }: Answer): Record<string, string> {
  return { from, receivedOn, language, text, revision: String(revision) };
}

/** @returns the languages of the letter, then all others. One that is not offered is kept when it was chosen by the API */
function languageGroups(letter: Letter, chosen: string | undefined) {
  const own = languagesOf(letter);
  const others = offeredLanguages().filter(([tag]) => !own.includes(tag));
  const isKnown = chosen === undefined || own.includes(chosen) || others.some(([tag]) => tag === chosen);
  const named = (tags: readonly string[]) => tags.map((tag) => [tag, languageName(tag) ?? tag] as const);
  return [
    { label: 'Languages of the letter', options: named(own) },
    { label: 'Other languages', options: isKnown ? others : [...named([chosen]), ...others] },
  ];
}

/** @param id the answer that is changed; undefined for a new one */
export function answerPage(
  c: Context,
  status: 200 | 409 | 422,
  { visit, letter, form, id }: Shown & { readonly form: Filled; readonly id: string | undefined },
): Promise<Response> {
  const base = `/console/letters/${letter.slug}/answers`;
  const isNew = id === undefined;
  return showPage(c, status, {
    title: isNew ? 'Record an answer' : 'Edit the answer',
    visit,
    letter,
    narrow: true,
    body: (
      <>
        <ErrorSummary errors={form.errors} />
        <form method="post" action={isNew ? `${base}/new` : `${base}/${id}`} class="card" novalidate={true}>
          <Csrf token={visit.csrf} />
          {isNew ? null : <input type="hidden" name="revision" value={form.values['revision']} />}
          <Field
            name="from"
            label="From"
            hint="As the public should read it, such as “Office of the Mayor of Bishkek”."
            form={form}
            required
          />
          <Field name="receivedOn" label="Received on" type="date" form={form} required />
          <GroupedSelect
            name="language"
            label="Language of the answer"
            form={form}
            groups={languageGroups(letter, form.values['language'])}
          />
          <TextField name="text" label="Text" hint="Markdown, as in the letter." form={form} rows={12} />
          <button type="submit">{isNew ? 'Publish the answer' : 'Save'}</button>
          <p class="hint">The letter’s page shows it within half a minute.</p>
        </form>
        {isNew ? null : (
          <form method="post" action={`${base}/${id}/remove`} class="card">
            <Csrf token={visit.csrf} />
            <input type="hidden" name="revision" value={form.values['revision']} />
            <p>Removing it takes it off the letter’s page. This cannot be undone.</p>
            <button type="submit" class="grave">
              Remove the answer
            </button>
          </form>
        )}
      </>
    ),
  });
}
