/** Files that show how a co-signatory agreed, below the verification of a signature that was added by hand. */
import type { Letter } from '../../../shared/letter/letter.ts';
import type { SeenRecord } from '../../../shared/signature/seen-record.ts';
import { isAdded } from '../../../shared/signature/states.ts';
import type { Upload } from '../../../shared/upload/upload.ts';
import { maxEvidenceFiles } from '../files/evidence.ts';
import { stateWords } from '../files/words.ts';
import type { PageVisit } from '../guard.ts';
import { Csrf } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';

interface Props {
  readonly letter: Letter;
  readonly visit: PageVisit;
  readonly record: SeenRecord;
  readonly files: readonly Upload[];
}

export function EvidenceFiles({ letter, visit, record, files }: Props) {
  if (!visit.may('signature.import') || !isAdded(record)) return null;
  const home = `/console/letters/${letter.slug}`;
  const shown = files.filter(({ progress }) => progress.state !== 'waiting');
  const timeZone = zoneOf(letter);
  return (
    <>
      <h3>Files</h3>
      <p class="hint">For example their email as a PDF, or a photo of a signed page. Never published.</p>
      {shown.length > 0 ? (
        <ul>
          {shown.map((one) => (
            <li>
              <a href={`${home}/evidence/${one.id}`}>{`Uploaded on ${formatInZone(one.at, timeZone)}`}</a>
              {` – ${stateWords(one)}`}
            </li>
          ))}
        </ul>
      ) : null}
      {files.length < maxEvidenceFiles ? (
        <form method="post" action={`${home}/signatures/${record.id}/evidence`}>
          <Csrf token={visit.csrf} />
          <button type="submit" class="quiet">
            Add a file
          </button>
        </form>
      ) : (
        <p class="hint">{`There is room for ${maxEvidenceFiles} files. Delete one to add another.`}</p>
      )}
    </>
  );
}
