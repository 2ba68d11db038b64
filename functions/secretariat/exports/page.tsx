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
  ['published', 'Published by name', 'Everyone in the public list, with all their details.'],
  [
    'withheld',
    'Counted, name withheld',
    'Their names are in the file, although they asked not to be published. Handle it with care.',
  ],
  ['paper', 'On paper', 'Imported by the secretariat and counted separately.'],
  ['waiting', 'Awaiting review', 'Confirmed but not counted yet.'],
  ['aside', 'Duplicates and rejected', 'Confirmed but not counted.'],
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
            <h2>Choose what to export</h2>
            <p>Choose at least one group of signatures and a format.</p>
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
                CSV for older versions of Excel
                <span class="hint">Choose this if letters with accents look wrong. Adds a byte order mark.</span>
              </span>
            </label>
          </fieldset>
          {visit.may('mailbox.read') ? (
            <fieldset>
              <legend>Email addresses</legend>
              <label class="choice">
                <input type="checkbox" name="mailboxes" value="yes" />
                <span>
                  Include email addresses
                  <span class="hint">This is recorded in the audit log.</span>
                </span>
              </label>
            </fieldset>
          ) : null}
          <button type="submit">Download</button>
        </form>
        <p class="soft">
          The last line of the file says whether it is complete and what was left out. Unconfirmed and withdrawn
          signatures are never exported. Every export is recorded in the audit log.
        </p>
      </>
    ),
  });
}
