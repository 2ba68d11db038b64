/** The lists that were imported under a letter, and a form for another. */
import type { Context } from 'hono';
import type { ImportJob } from '../../../shared/import/job.ts';
import { mostRows } from '../../../shared/import/limits.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { mostMegabytes } from '../form.ts';
import type { PageVisit } from '../guard.ts';
import { Csrf, showPage } from './layout.tsx';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly jobs: readonly ImportJob[];
  readonly wrong: string | undefined;
}

export const stateWords = {
  mapping: 'waits for you to say what its columns hold',
  checking: 'is being checked',
  checked: 'waits for you to start',
  importing: 'is being imported',
  done: 'done',
  cancelled: 'cancelled',
} as const satisfies Record<ImportJob['state'], string>;

export function importsPage(c: Context, status: 200 | 422, { visit, letter, jobs, wrong }: Shown): Promise<Response> {
  const base = `/console/letters/${letter.slug}/import`;
  return showPage(c, status, {
    title: 'Import',
    visit,
    letter,
    narrow: true,
    body: (
      <>
        <form method="post" action={base} enctype="multipart/form-data" class="card">
          <Csrf token={visit.csrf} />
          <div class="field">
            <label for="file">A list of co-signatories</label>
            <span class="hint" id="file-hint">
              CSV in UTF-8 or Excel (XLSX), the first line with names of columns, at most{' '}
              {mostRows.toLocaleString('en')} lines and {mostMegabytes} MB. Nothing is imported before you have seen
              what was found.
            </span>
            {wrong ? (
              <span class="wrong" id="file-wrong">
                {wrong}
              </span>
            ) : null}
            <input
              id="file"
              type="file"
              name="file"
              accept=".csv,.xlsx,text/csv"
              required
              aria-describedby={wrong ? 'file-wrong file-hint' : 'file-hint'}
              aria-invalid={wrong ? 'true' : undefined}
            />
          </div>
          <button type="submit">Look at it</button>
        </form>
        {jobs.length > 0 ? (
          <section class="card">
            <h2>Lists of the last month</h2>
            <ul>
              {jobs.map(({ sk, at, rows, state }) => (
                <li>
                  <a href={`${base}/${sk}`}>{`${at.slice(0, 10)}, ${at.slice(11, 16)} UTC`}</a>:{' '}
                  {rows.toLocaleString('en')} lines, {stateWords[state]}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </>
    ),
  });
}
