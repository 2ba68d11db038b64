/** The imports of a letter, and a form for another. */
import type { Context } from 'hono';
import type { ImportJob } from '../../../shared/jobs/import/job.ts';
import { maxRows } from '../../../shared/jobs/import/limits.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { maxMegabytes } from '../form.ts';
import type { PageVisit } from '../guard.ts';
import { Csrf, showPage } from '../ui/layout.tsx';
import { zoneOf } from '../ui/local-time.ts';
import { amount, formatNumber } from '../ui/number.ts';
import { Timestamp } from '../ui/timestamp.tsx';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly jobs: readonly ImportJob[];
  readonly wrong: string | undefined;
}

export const stateWords = {
  mapping: 'waiting for you to choose columns',
  checking: 'being checked',
  checked: 'checked and ready to import',
  importing: 'being imported',
  done: 'imported',
  cancelled: 'discarded',
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
            <label for="file">List of co-signatories</label>
            <span class="hint" id="file-hint">
              CSV or Excel (XLSX), at most {formatNumber(maxRows)} people and {maxMegabytes} MB. You can check and
              correct everything before anyone is imported.
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
              accept=".csv,.tsv,.txt,.xlsx,text/csv,text/tab-separated-values"
              required
              aria-describedby={wrong ? 'file-wrong file-hint' : 'file-hint'}
              aria-invalid={wrong ? 'true' : undefined}
            />
          </div>
          <button type="submit">Upload and check</button>
        </form>
        {letter.state === 'draft' ? null : (
          <p class="hint">
            Collecting signatures at a meeting? Print the signing sheet (
            <a href={`/${letter.slug}/signing-sheet.pdf`}>A4</a>,{' '}
            <a href={`/${letter.slug}/signing-sheet-us-letter.pdf`}>US Letter</a>
            ). Type its columns into a table afterwards and upload that here.
          </p>
        )}
        {jobs.length > 0 ? (
          <section class="card">
            <h2>Lists from the last month</h2>
            <ul>
              {jobs.map(({ sk, at, rows, state }) => (
                <li>
                  <a href={`${base}/${sk}`}>
                    <Timestamp at={at} zone={zoneOf(letter)} />
                  </a>
                  : {amount(rows, 'line', 'lines')}, {stateWords[state]}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </>
    ),
  });
}
