/** The uploaded files of one place of a letter, and the button to add another. */
import type { FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import { maxUploads } from '../../../shared/upload/storage.ts';
import { type Upload, type UploadTarget, uploadsFor } from '../../../shared/upload/upload.ts';
import { kindWords, stateWords } from '../files/words.ts';
import type { PageVisit } from '../guard.ts';
import { Csrf } from './layout.tsx';

interface Shown {
  readonly visit: PageVisit;
  readonly letter: Letter;
  /** All uploads of the letter. */
  readonly uploads: readonly Upload[];
  readonly target: UploadTarget;
}

export const FileList: FC<Shown & { label: string }> = ({ visit, letter, uploads, target, label }) => {
  const shown = uploadsFor(uploads, target);
  const base = `/console/letters/${letter.slug}/files`;
  return (
    <>
      {shown.length > 0 ? (
        <ul>
          {shown.map((one) => (
            <li>
              <a href={`${base}/${one.id}`}>{kindWords[one.target.kind]}</a>
              {` – ${stateWords(one, letter.logo)}`}
            </li>
          ))}
        </ul>
      ) : null}
      {visit.may('letter.write') && shown.length < maxUploads ? (
        <form method="post" action={base}>
          <Csrf token={visit.csrf} />
          {Object.entries(target).map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <button type="submit" class="quiet">
            {label}
          </button>
        </form>
      ) : null}
    </>
  );
};
