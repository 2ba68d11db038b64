/** Draws the pictures of a letter, typesets its signing sheets, and stores both in the bucket. */
import { readCount } from '../../shared/count/count.ts';
import { pageSize } from '../../shared/document/choices.ts';
import { signingSheetKey } from '../../shared/document/signing-sheet-data.ts';
import type { LetterSlug } from '../../shared/ids.ts';
import { type Letter, languagesOf } from '../../shared/letter/letter.ts';
import { textsOf } from '../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../shared/letter/shown-version.ts';
import { readLetter, readText } from '../../shared/letter/storage.ts';
import type { LetterText } from '../../shared/letter/text.ts';
import { noteMade, pictureKey, pictureSize, shownOn } from '../../shared/picture/picture.ts';
import { type Bucket, putObject } from '../../shared/platform/bucket/bucket.ts';
import type { Store } from '../../shared/platform/store/store.ts';
import type { Texts } from '../../shared/text/catalogue.ts';
import { countWords } from '../../shared/text/count-words.ts';
import { pageView } from './page-view.ts';
import { makeSigningSheet } from './signing-sheet.ts';
import { oneLine } from './text.ts';
import { makeSvg } from './typst.ts';

export interface ShownOnPicture {
  readonly title: string;
  readonly organisation: string;
  readonly language: string;
  readonly total: number;
  readonly offline: number;
  /** Host of the letter's page. */
  readonly site: string;
}

/** @returns the picture as PNG */
export async function drawPicture(shown: ShownOnPicture, texts: Texts): Promise<Uint8Array> {
  const { title, organisation, language, total, offline, site } = shown;
  const view = {
    ...pageView(language, texts),
    documentTitle: oneLine(title),
    author: oneLine(organisation),
    description: '',
    title: oneLine(title),
    organisation: oneLine(organisation),
    count: total + offline > 0 ? countWords(texts, { total, offline }) : texts.text('letter.sign'),
    site,
  };
  const svg = makeSvg({ template: 'share-picture', view, files: {} });
  // A native module, which deliveries do not need.
  const { default: sharp } = await import('sharp');
  const drawn = sharp(Buffer.from(svg), { density: 72 }).resize({ ...pictureSize, fit: 'fill' });
  return drawn.png({ palette: true, compressionLevel: 9 }).toBuffer();
}

/** Does nothing for a draft. Idempotent, and safe to run twice at once: both write the same. */
export async function makePictures(
  { store, bucket, publicUrl, now }: { store: Store; bucket: Bucket; publicUrl: string; now: () => Date },
  slug: LetterSlug,
): Promise<void> {
  const [letter, count] = await Promise.all([readLetter(store, slug), readCount(store, slug)]);
  if (!letter || !count || letter.state === 'draft') return;
  const { offline, organisations, individuals } = count;
  const total = organisations + individuals;
  const languages = languagesOf(letter);
  for (const language of languages) {
    const stored = await readText(store, slug, versionShownIn(letter, language), language);
    if (!stored) continue;
    const { title, convener } = stored.text;
    const site = new URL(publicUrl).host;
    const shown = { title, organisation: convener.organisation, language, total, offline, site };
    const body = await drawPicture(shown, await textsOf(letter, language));
    await putObject(bucket, { key: pictureKey(slug, language), body, type: 'image/png' });
    await makeSheets(bucket, letter, {
      ...stored.text,
      language,
      url: `${publicUrl}/${slug}`,
      at: now().toISOString(),
    });
  }
  const at = now().toISOString();
  await noteMade(store, slug, { at, shows: shownOn(letter), signatures: total + offline, languages });
}

/** A sheet for each paper. It names the controller of the data, so a letter without a controller has none. */
async function makeSheets(
  bucket: Bucket,
  { slug, settings: { privacy } }: Letter,
  about: Pick<LetterText, 'title' | 'convener'> & { language: string; url: string; at: string },
): Promise<void> {
  if (!privacy) return;
  const { language, title, url, at, convener } = about;
  const { controller, contact } = privacy;
  for (const paper of pageSize.options) {
    const { bytes } = await makeSigningSheet({
      ...{ language, title, url, at, pageSize: paper },
      organisation: convener.organisation,
      privacy: { controller, contact },
    });
    await putObject(bucket, { key: signingSheetKey(slug, language, paper), body: bytes, type: 'application/pdf' });
  }
}
