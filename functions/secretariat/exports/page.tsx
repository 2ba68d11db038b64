/** The page to choose an export. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { PageVisit } from '../guard.ts';
import { Csrf, showPage } from '../ui/layout.tsx';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly wrong?: boolean;
}

const groups = [
  ['published', 'Published by name', 'What the public list shows, with everything that was said.'],
  ['withheld', 'Counted, name withheld', 'Their names are in the file. They asked for them not to be published.'],
  ['paper', 'On paper', 'Imported by the secretariat and counted apart.'],
  ['waiting', 'Waiting for the secretariat', 'Confirmed and not counted yet.'],
  ['aside', 'Duplicates and rejected', 'Confirmed and not counted.'],
] as const;

export function exportPage(c: Context, status: 200 | 422, { visit, letter, wrong }: Shown): Promise<Response> {
  return showPage(c, status, {
    title: 'Export',
    visit,
    letter,
    narrow: true,
    body: (
      <>
        {wrong ? (
          <div class="alert" role="alert">
            <h2>No file was made</h2>
            <p>Choose at least one group of signatures, and a format.</p>
          </div>
        ) : null}
        <form method="post" action={`/console/letters/${letter.slug}/export`} class="card">
          <Csrf token={visit.csrf} />
          <fieldset>
            <legend>Signatures</legend>
            {groups.map(([value, label, hint], index) => (
              <label class="choice">
                <input type="checkbox" name="groups" value={value} checked={index === 0} />
                <span>
                  {label}
                  <span class="hint">{hint}</span>
                </span>
              </label>
            ))}
          </fieldset>
          <fieldset>
            <legend>Format</legend>
            <label class="choice">
              <input type="radio" name="format" value="csv" checked />
              <span>CSV</span>
            </label>
            <label class="choice">
              <input type="radio" name="format" value="xlsx" />
              <span>Excel (XLSX)</span>
            </label>
            <label class="choice">
              <input type="radio" name="format" value="json" />
              <span>JSON</span>
            </label>
            <label class="choice">
              <input type="checkbox" name="bom" value="yes" />
              <span>
                CSV with a byte order mark
                <span class="hint">When a spreadsheet shows letters with accents wrongly.</span>
              </span>
            </label>
          </fieldset>
          {visit.may('mailbox.read') ? (
            <fieldset>
              <legend>Mailboxes</legend>
              <label class="choice">
                <input type="checkbox" name="mailboxes" value="yes" />
                <span>
                  With email addresses
                  <span class="hint">It is written down that you took them.</span>
                </span>
              </label>
            </fieldset>
          ) : null}
          <button type="submit">Download</button>
        </form>
        <p class="soft">
          The last line of the file says that it is whole, and what was left out. Who has not confirmed, and who has
          withdrawn, is in no export. Every export is written down in the audit trail.
        </p>
      </>
    ),
  });
}
