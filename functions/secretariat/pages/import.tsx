/** One list: what its columns hold, what was found in its lines, how far it has come. */
import type { Context } from 'hono';
import type { ImportJob, ImportPart, Outcome } from '../../../shared/import/job.ts';
import { type ImportField, importFields } from '../../../shared/import/row.ts';
import { type Letter, languagesOf } from '../../../shared/letter/letter.ts';
import type { PageVisit } from '../guard.ts';
import { stateWords } from './imports.tsx';
import { Csrf, showPage } from './layout.tsx';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly job: ImportJob;
  /** Some of its lines, and which. */
  readonly part: ImportPart | undefined;
  readonly number: number;
  readonly wrong?: string;
}

const fieldWords = {
  name: 'Name of the person',
  organisation: 'Organisation',
  email: 'Email address',
  country: 'Country',
  website: 'Website',
  role: 'Role',
  kind: 'Organisation or individual',
  language: 'Language',
  note: 'Note',
} as const satisfies Record<ImportField, string>;

const outcomeWords = {
  good: 'can be imported',
  faulty: 'cannot be imported',
  twice: 'is in the list twice',
  duplicate: 'has signed or was asked already',
  imported: 'was imported',
  already: 'was imported before',
} as const satisfies Record<Outcome, string>;

export function importPage(c: Context, status: 200 | 409 | 422, shown: Shown): Promise<Response> {
  const { visit, letter, job, wrong } = shown;
  const base = `/console/letters/${letter.slug}/import/${job.sk}`;
  const working = job.state === 'checking' || job.state === 'importing';
  return showPage(c, status, {
    title: 'Import of a list',
    visit,
    letter,
    body: (
      <>
        {wrong ? (
          <div class="alert" role="alert">
            <p>{wrong}</p>
          </div>
        ) : null}
        <div class="note">
          <p>
            {job.rows.toLocaleString('en')} lines. The list{' '}
            {job.state === 'done' || job.state === 'cancelled' ? 'is ' : ''}
            {stateWords[job.state]}
            {working ? `: ${Math.round((100 * job.next) / job.parts)} %` : ''}.
          </p>
          <Sums sums={job.sums} />
          {working ? (
            <PostButton csrf={visit.csrf} action={`${base}/step`} label="Go on, and show how far it is" />
          ) : null}
          {job.state === 'checked' && (job.sums.good ?? 0) > 0 ? (
            <PostButton
              csrf={visit.csrf}
              action={`${base}/start`}
              label={`Import ${(job.sums.good ?? 0).toLocaleString('en')} ${job.settings?.mode === 'paper' ? 'on paper' : 'and ask them by mail'}`}
            />
          ) : null}
          {job.state === 'done' || job.state === 'cancelled' ? null : (
            <PostButton csrf={visit.csrf} action={`${base}/cancel`} label="Drop the list" grave />
          )}
        </div>
        {job.state === 'mapping' || job.state === 'checked' ? <MappingForm {...shown} base={base} /> : null}
        <Lines {...shown} base={base} />
      </>
    ),
  });
}

function Sums({ sums }: Pick<ImportJob, 'sums'>) {
  const known = Object.entries(sums).filter(([, sum]) => sum > 0);
  if (known.length === 0) return null;
  return (
    <ul>
      {known.map(([name, sum]) => (
        <li>{`${sum.toLocaleString('en')}: ${wordsOf(name)}`}</li>
      ))}
    </ul>
  );
}

const wordsOf = (name: string) => Object.entries(outcomeWords).find(([outcome]) => outcome === name)?.[1] ?? name;

function PostButton(props: { csrf: string; action: string; label: string; grave?: boolean }) {
  return (
    <form method="post" action={props.action}>
      <Csrf token={props.csrf} />
      <p>
        <button type="submit" class={props.grave ? 'grave' : undefined}>
          {props.label}
        </button>
      </p>
    </form>
  );
}

function MappingForm({ visit, letter, job, base }: Shown & { base: string }) {
  const { settings, mapping, columns } = job;
  const mode = settings?.mode;
  const kind = settings?.kind ?? letter.settings.accepts[0];
  return (
    <form method="post" action={base} class="card">
      <Csrf token={visit.csrf} />
      <fieldset>
        <legend>What the columns hold</legend>
        <div class="cards">
          {importFields.map((field) => (
            <div class="field">
              <label for={`column-${field}`}>{fieldWords[field]}</label>
              <select id={`column-${field}`} name={`column.${field}`}>
                <option value="">not in the list</option>
                {columns.map((column, index) => (
                  <option value={String(index)} selected={mapping[field] === index}>
                    {column}
                  </option>
                ))}
              </select>
            </div>
          ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>How they are imported</legend>
        <label class="choice">
          <input type="radio" name="mode" value="mail" required checked={mode === 'mail'} />
          <span>
            Unconfirmed, with a mail
            <span class="hint">Each gets the mail that asks to confirm, as if they had filled in the form.</span>
          </span>
        </label>
        <label class="choice">
          <input type="radio" name="mode" value="paper" required checked={mode === 'paper'} />
          <span>
            On paper
            <span class="hint">
              Counted apart as “on paper”, in no public list. No mail goes out, and addresses are not kept.
            </span>
          </span>
        </label>
        <label class="choice">
          <input type="checkbox" name="publish" value="yes" checked={settings?.publish === true} />
          <span>
            They agreed that their names are published
            <span class="hint">For those asked by mail. Without it their names are withheld.</span>
          </span>
        </label>
      </fieldset>
      <fieldset>
        <legend>Where the list does not say</legend>
        <div class="row">
          <div class="field">
            <label for="kind">Who signs</label>
            <select id="kind" name="kind">
              <option value="organisation" selected={kind === 'organisation'}>
                organisations
              </option>
              <option value="individual" selected={kind === 'individual'}>
                individuals
              </option>
            </select>
          </div>
          <div class="field">
            <label for="language">Language</label>
            <select id="language" name="language">
              {languagesOf(letter).map((language) => (
                <option value={language} selected={settings?.language === language}>
                  {language}
                </option>
              ))}
            </select>
          </div>
        </div>
        <div class="field">
          <label for="note">Note, for the secretariat only</label>
          <span class="hint" id="note-hint">
            Where and when it was signed.
          </span>
          <input
            id="note"
            name="note"
            type="text"
            maxlength={300}
            value={settings?.note}
            aria-describedby="note-hint"
          />
        </div>
      </fieldset>
      <button type="submit">Check the lines</button>
    </form>
  );
}

function Lines({ visit, job, part, number, base }: Shown & { base: string }) {
  if (!part) return null;
  // Who uploaded the list has seen its mailboxes; another member may not.
  const shown = (cell: string) => (cell.includes('@') && !visit.may('mailbox.read') ? 'not shown' : cell);
  const rows = part.rows.map((cells, index) => ({ line: part.first + index, cells, found: part.found[index] }));
  return (
    <section class="card">
      <h2>{`Lines ${part.first} to ${part.first + part.rows.length - 1}`}</h2>
      <section class="scroll" tabindex={0} aria-label="Lines of the list">
        <table>
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Found</th>
              {job.columns.map((column) => (
                <th scope="col">{column}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ line, cells, found }) => (
              <tr>
                <th scope="row">{line}</th>
                <td class="found">
                  {found ? wordsOf(found.outcome) : 'not checked yet'}
                  {found?.why ? <span class="hint">{found.why}</span> : null}
                </td>
                {job.columns.map((_, index) => (
                  <td>
                    <bdi>{shown(cells[index] ?? '')}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <nav class="pages" aria-label="Lines">
        {number > 0 ? <a href={`${base}?part=${number - 1}`}>Lines before</a> : <span />}
        {number + 1 < job.parts ? <a href={`${base}?part=${number + 1}`}>Lines after</a> : null}
      </nav>
    </section>
  );
}
