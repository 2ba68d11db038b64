/** The page of an uploaded file: the form to send it, what came of the check, and whether the public may see it. */
import type { Context } from 'hono';
import type { Child, FC } from 'hono/jsx';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { UploadForm } from '../../../shared/platform/bucket/form.ts';
import { refusalWords } from '../../../shared/upload/refusal-words.ts';
import { isKept, type KeptUpload, type Upload } from '../../../shared/upload/upload.ts';
import type { PageVisit } from '../guard.ts';
import { Alert, Facts } from '../ui/components.tsx';
import { Csrf, showPage } from '../ui/layout.tsx';
import { formatInZone, zoneOf } from '../ui/local-time.ts';
import { kindWords, stateWords, typeWords } from './words.ts';

export interface ShownFile {
  readonly visit: PageVisit;
  readonly letter: Letter;
  readonly upload: Upload;
  /** The page that the file belongs to. */
  readonly back: string;
}

const accepted = {
  scan: ['image/png,image/jpeg,image/webp,application/pdf', 'A PDF, JPEG, PNG or WebP of at most 10 MB.'],
  logo: ['image/png,image/jpeg,image/webp,image/svg+xml', 'A PNG, JPEG, SVG or WebP of at most 1 MB.'],
} as const;

const isEvidence = ({ target }: Pick<Upload, 'target'>) => target.kind === 'evidence';
const kindOf = ({ target: { kind } }: Upload) => (kind === 'look' || kind === 'logo' ? 'logo' : 'scan');

function show(c: Context, { visit, letter, upload, back }: ShownFile, body: Child): Promise<Response> {
  return showPage(c, 200, {
    title: kindWords[upload.target.kind],
    visit,
    letter,
    narrow: true,
    body: (
      <>
        <p>
          <a href={back}>← Back</a>
        </p>
        {body}
      </>
    ),
  });
}

/** Sends the file straight to the bucket: it may be larger than what a function takes. */
export function sendPage(c: Context, shown: ShownFile, { action, fields }: UploadForm): Promise<Response> {
  const [types, words] = accepted[kindOf(shown.upload)];
  return show(
    c,
    shown,
    <form method="post" action={action} enctype="multipart/form-data" class="card">
      {Object.entries(fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="field">
        <label for="file">File</label>
        <span class="hint" id="file.hint">
          {words} We make a copy without hidden data, such as where a photo was taken.{' '}
          {shown.upload.target.kind === 'evidence'
            ? 'Only people who may add signatures by hand can see it, and it is never published.'
            : 'Nobody else sees it before you publish it.'}
        </span>
        <input id="file" name="file" type="file" accept={types} aria-describedby="file.hint" required />
      </div>
      <button type="submit">Upload</button>
      <p class="hint">
        Uploading may take a minute. This form works for an hour. If your browser then shows a page of code, the file is
        too large: go back, and choose a smaller one.
      </p>
    </form>,
  );
}

/** S3 redirected here after the upload. The POST registers the file, because GET changes nothing. */
export function arrivedPage(c: Context, shown: ShownFile): Promise<Response> {
  const { visit, letter, upload } = shown;
  return show(
    c,
    shown,
    <form method="post" action={`${addressOf(letter, upload)}/arrived`} class="card" data-advance="">
      <Csrf token={visit.csrf} />
      <p>The file was uploaded. It is checked next.</p>
      <button type="submit">Check the file</button>
    </form>,
  );
}

export function filePage(c: Context, shown: ShownFile): Promise<Response> {
  const { visit, letter, upload } = shown;
  const { progress } = upload;
  const timeZone = zoneOf(letter);
  // Refreshes automatically, also without scripts.
  if (progress.state === 'checking') c.header('refresh', '3');
  return show(
    c,
    shown,
    <>
      {progress.state === 'checking' ? (
        <div class="note" role="status">
          <p>The file is being checked. This takes some seconds, and you can close this page.</p>
          <p class="actions">
            <a class="button quiet" href={addressOf(letter, upload)}>
              Refresh
            </a>
          </p>
        </div>
      ) : null}
      {progress.state === 'refused' ? (
        <Alert title={progress.why === 'unavailable' ? 'Upload the file again' : 'The file was refused'}>
          <p>{refusalWords[progress.why]}</p>
        </Alert>
      ) : null}
      <section class="card">
        {isKept(upload) ? <Preview {...{ letter, upload }} /> : null}
        <Facts
          facts={[
            ['State', stateWords(upload, letter.logo)],
            ['Type', isKept(upload) ? typeWords[upload.progress.file.type] : undefined],
            ['Size', isKept(upload) ? sizeWords(upload.progress.file.bytes) : undefined],
            ['Uploaded', formatInZone(upload.at, timeZone)],
          ]}
        />
        {visit.may(isEvidence(upload) ? 'signature.import' : 'letter.write') ? <Actions {...shown} /> : null}
      </section>
    </>,
  );
}

const Preview: FC<{ letter: Letter; upload: KeptUpload }> = ({ letter, upload }) => {
  const { type, size } = upload.progress.file;
  const address = `${addressOf(letter, upload)}/content`;
  return (
    <p>
      {type === 'application/pdf' || !size ? null : (
        <img class="preview" src={address} alt="" width={size.width} height={size.height} />
      )}
      <a href={address}>Open the file</a>
    </p>
  );
};

const Actions: FC<ShownFile> = ({ visit, letter, upload }) => {
  const base = addressOf(letter, upload);
  const isLook = upload.target.kind === 'look';
  return (
    <>
      {isKept(upload) && !isEvidence(upload) ? (
        <form method="post" action={`${base}/publish`}>
          <Csrf token={visit.csrf} />
          {(isLook ? letter.logo?.id === upload.id : upload.isPublic) ? (
            <button type="submit" name="public" value="no" class="quiet">
              {isLook ? 'Stop using it' : 'Unpublish'}
            </button>
          ) : (
            <button type="submit" name="public" value="yes">
              {isLook ? 'Use this logo' : 'Publish'}
            </button>
          )}
        </form>
      ) : null}
      <form method="post" action={`${base}/remove`}>
        <Csrf token={visit.csrf} />
        <p class="hint">Deleting it cannot be undone.</p>
        <button type="submit" class="grave">
          Delete the file
        </button>
      </form>
    </>
  );
};

function addressOf({ slug }: Pick<Letter, 'slug'>, upload: Pick<Upload, 'id' | 'target'>): string {
  return `/console/letters/${slug}/${isEvidence(upload) ? 'evidence' : 'files'}/${upload.id}`;
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
}
