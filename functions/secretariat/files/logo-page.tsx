/** The page with the logo of a letter. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Upload } from '../../../shared/upload/upload.ts';
import type { PageVisit } from '../guard.ts';
import { FileList } from '../ui/file-list.tsx';
import { showPage } from '../ui/layout.tsx';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly uploads: readonly Upload[];
}

export function logoPage(c: Context, { visit, letter, uploads }: Shown): Promise<Response> {
  return showPage(c, 200, {
    title: 'Logo',
    visit,
    letter,
    narrow: true,
    body: (
      <section class="card">
        <p>
          The convener’s logo appears at the top of the letter’s page, the form, emails and the document.
          {letter.logo ? '' : ' There is none yet.'}
        </p>
        {letter.logo ? (
          <p>
            <img
              class="preview"
              src={`/console/letters/${letter.slug}/files/${letter.logo.id}/content`}
              alt="The logo in use"
              width={letter.logo.width}
              height={letter.logo.height}
            />
          </p>
        ) : null}
        <FileList {...{ visit, letter, uploads }} target={{ kind: 'look' }} label="Add a logo" />
        <p class="hint">
          Screen readers say the name of the convening organisation instead. You choose the colour in the{' '}
          <a href={`/console/letters/${letter.slug}/settings`}>settings</a>.
        </p>
      </section>
    ),
  });
}
