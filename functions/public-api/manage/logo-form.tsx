/** The logo on the owner's page: how far it is, and the form to add, replace or remove it. */
import type { FC } from 'hono/jsx';
import { fitted, logoPath } from '../../../shared/letter/look.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import type { MessageKey, Texts } from '../../../shared/text/catalogue.ts';
import type { Upload } from '../../../shared/upload/upload.ts';

interface Shown {
  readonly record: SignatureRecord;
  /** The last file, until the secretariat has accepted it. */
  readonly upload: Upload | undefined;
  readonly fault: MessageKey | undefined;
  /** Address of the owner's page. */
  readonly page: string;
  readonly texts: Texts;
}

export const LogoForm: FC<Shown> = ({ record, upload, fault, page, texts }) => (
  <section class="operation" id="logo" aria-labelledby="logo-title">
    <h2 id="logo-title">{texts.text('logo.title')}</h2>
    <p>{texts.text('logo.intro')}</p>
    {fault ? (
      <p class="alert" role="alert">
        {texts.text(fault)}
      </p>
    ) : null}
    {upload ? <p class="note">{progressOf(upload, texts)}</p> : null}
    {record.logo ? (
      <div class="logo">
        <img src={logoPath(record.letter, record.logo)} alt="" {...fitted(record.logo, { width: 160, height: 80 })} />
        <p class="soft">{texts.text('logo.shown')}</p>
      </div>
    ) : null}
    <form method="post" action={`${page}/logo`} enctype="multipart/form-data">
      <div class="field">
        <label for="logo-file">{texts.text('logo.file')}</label>
        <input id="logo-file" type="file" name="file" accept="image/png,image/jpeg,image/svg+xml,image/webp" required />
      </div>
      <label class="choice" for="logo-right">
        <input id="logo-right" type="checkbox" name="right" required />
        <span>{texts.text('logo.right')}</span>
      </label>
      <button type="submit">{texts.text('logo.send')}</button>
    </form>
    {record.logo || record.logoUpload ? (
      <form method="post" action={`${page}/logo`} enctype="multipart/form-data">
        <button type="submit" name="remove" value="on" class="grave">
          {texts.text('logo.remove')}
        </button>
      </form>
    ) : null}
  </section>
);

function progressOf({ progress }: Upload, texts: Texts): string {
  switch (progress.state) {
    case 'waiting':
    case 'checking':
      return texts.text('logo.checking');
    case 'kept':
      return texts.text('logo.review');
    case 'refused':
      return texts.text('logo.refused');
    case 'declined':
      return texts.text('logo.declined', { reason: progress.reason });
  }
}
