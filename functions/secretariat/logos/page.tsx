/** The logos that await a decision, each beside the organisation that it is for. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import type { KeptUpload } from '../../../shared/upload/upload.ts';
import type { PageVisit } from '../guard.ts';
import { Csrf, showPage } from '../ui/layout.tsx';

export interface WaitingLogo {
  readonly upload: KeptUpload;
  readonly record: SignatureRecord;
  readonly fieldsVersion: string;
}

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly waiting: readonly WaitingLogo[];
}

export function logosPage(c: Context, { visit, letter, waiting }: Shown): Promise<Response> {
  const base = `/console/letters/${letter.slug}/logos`;
  return showPage(c, 200, {
    title: 'Logos of organisations',
    visit,
    letter,
    narrow: true,
    body: (
      <>
        <p>
          An organisation adds its logo on its own page. It appears beside the name once you approve it. An earlier logo
          stays until then.
        </p>
        {waiting.length === 0 ? <p>All done. New logos appear here.</p> : null}
        {waiting.map(({ upload, record, fieldsVersion }) => (
          <section class="card">
            <h2>
              <a href={`/console/letters/${letter.slug}/signatures/${record.id}`}>
                <bdi>{record.organisationName}</bdi>
              </a>
            </h2>
            <p>
              <img
                class="preview"
                src={`${base}/${upload.id}/content`}
                alt={`The logo for ${record.organisationName ?? 'the organisation'}`}
                {...upload.progress.file.size}
              />
            </p>
            <form method="post" action={`${base}/${upload.id}`}>
              <Csrf token={visit.csrf} />
              <input type="hidden" name="fieldsVersion" value={fieldsVersion} />
              <button type="submit" name="do" value="approve">
                Approve this logo
              </button>
            </form>
            <form method="post" action={`${base}/${upload.id}`}>
              <Csrf token={visit.csrf} />
              <div class="field">
                <label for={`reason-${upload.id}`}>Reason, if you reject it</label>
                <span class="hint">
                  The organisation reads it on its own page. For example: This is another organisation’s logo.
                </span>
                <input id={`reason-${upload.id}`} name="reason" type="text" maxlength={300} required />
              </div>
              <button type="submit" name="do" value="decline" class="grave">
                Reject this logo
              </button>
            </form>
          </section>
        ))}
      </>
    ),
  });
}
