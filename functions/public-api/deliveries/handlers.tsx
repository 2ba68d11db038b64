/** Handlers for deliveries. Loaded with the first such request. */
import type { Context } from 'hono';
import * as z from 'zod';
import { type Delivery, deliveryFileKind, findFile } from '../../../shared/delivery/delivery.ts';
import { downloadName, typeOf } from '../../../shared/delivery/files.ts';
import { readDelivery } from '../../../shared/delivery/storage.ts';
import { fileName } from '../../../shared/document/files.ts';
import { publicHandovers } from '../../../shared/handover/handover.ts';
import { findHandoverLink, noteOnCopy } from '../../../shared/handover/handover-mail.ts';
import { readHanded } from '../../../shared/handover/storage.ts';
import { deliveryId } from '../../../shared/ids.ts';
import { currentVersion } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import { readTextWithHash } from '../../../shared/letter/storage.ts';
import type { Texts } from '../../../shared/text/catalogue.ts';
import { bestLanguage } from '../../../shared/text/language.ts';
import { isPublicFile } from '../../../shared/upload/public-files.ts';
import { readUpload } from '../../../shared/upload/storage.ts';
import { uploadFileName } from '../../../shared/upload/upload.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { letterLanguage, readerLanguage } from '../page-language.ts';
import { publicCache } from '../security-headers.ts';
import { showPage } from '../ui/layout.tsx';
import { messagePage } from '../ui/message.tsx';
import { NamesPage, pageOfNames } from './names-page.tsx';
import { DeliveryPage } from './page.tsx';

/** @returns the delivery in the path, once its list is frozen and unless it was cancelled */
async function deliveryIn(c: Context, api: ApiContext, letter: PublicLetter): Promise<Delivery | undefined> {
  const id = deliveryId.safeParse(c.req.param('delivery'));
  const found = id.success ? await readDelivery(api.store, letter.slug, id.data) : undefined;
  return found?.frozen && !found.cancelledAt ? found : undefined;
}

export async function showDelivery(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const delivery = await deliveryIn(c, api, letter);
  if (!delivery?.frozen) return c.notFound();
  const languages = Object.keys(delivery.frozen.texts);
  const language = bestLanguage([letterLanguage(c, letter)], languages, letter.language);
  const hash = delivery.frozen.texts[language];
  const [handed, stored] = await Promise.all([
    readHanded(api.store, letter.slug),
    hash === undefined ? undefined : readTextWithHash(api.store, letter.slug, language, hash),
  ]);
  const handover = handed.handovers.find((one) => one.delivery === delivery.id);
  if (!stored) return c.notFound();
  const texts = await textsOf(letter, readerLanguage(c, letter));
  const handovers = handover ? publicHandovers(handover, handed.files) : [];
  const { text } = stored;
  const title = texts.text('delivery.number', { number: texts.number(delivery.number) });
  c.header('cache-control', publicCache);
  c.header('vary', 'Accept-Language');
  return showPage(c, 200, {
    title: `${title} – ${text.title}`,
    texts,
    look: letter,
    // Its address is given to nobody before it is handed over.
    hidden: handovers.length === 0,
    body: (
      <DeliveryPage {...{ letter, delivery, text, texts, handovers }} answers={handed.answers} files={handed.files} />
    ),
  });
}

/** Everybody on the list as a web page, for readers whose programs read a PDF badly. Made of the same file as the others. */
export async function showNames(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const delivery = await deliveryIn(c, api, letter);
  const page = pageNumber.safeParse(c.req.query('cursor'));
  if (!delivery?.frozen || !page.success) return c.notFound();
  const languages = Object.keys(delivery.frozen.texts);
  const language = bestLanguage([letterLanguage(c, letter)], languages, delivery.frozen.language);
  const file = findFile(delivery, 'list-json', language);
  const path = `/${letter.slug}/deliveries/${delivery.id}`;
  const [stored, bytes] = await Promise.all([
    readTextWithHash(api.store, letter.slug, language, delivery.frozen.texts[language] ?? ''),
    file && api.readFile(file.key),
  ]);
  if (!stored || !bytes) {
    // The files are being made, or somebody was erased and they are being made again.
    c.header('cache-control', 'no-store');
    return c.redirect(path, 302);
  }
  const view = pageOfNames(bytes, page.data);
  if (!view) return c.notFound();
  const texts = await textsOf(letter, readerLanguage(c, letter));
  c.header('cache-control', publicCache);
  c.header('vary', 'Accept-Language');
  return showPage(c, 200, {
    title: `${texts.text('letter.undersigned')} – ${stored.text.title}`,
    texts,
    look: letter,
    // Search engines find the letter's own list, which a withdrawal changes.
    hidden: true,
    body: (
      <NamesPage
        {...{ view, texts, language, title: stored.text.title }}
        deliveryPath={path}
        number={delivery.number}
      />
    ),
  });
}

const pageNumber = z.coerce.number().int().min(1).max(10_000).default(1);

/**
 * Leads to a file of a delivery as it is now, by a link that works for minutes. To the delivery's page while there is
 * none: it is being made, without somebody who was erased.
 */
export async function sendDocument(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const [, pdf] = /^(.*)\.pdf$/.exec(c.req.param('file') ?? '') ?? [];
  const kind = deliveryFileKind.safeParse(pdf === undefined ? c.req.param('kind') : 'pdf');
  const id = deliveryId.safeParse(pdf ?? c.req.param('delivery'));
  if (!id.success || !kind.success) return c.notFound();
  const delivery = await readDelivery(api.store, letter.slug, id.data);
  if (!delivery?.frozen || delivery.cancelledAt) return c.notFound();
  const languages = Object.keys(delivery.frozen.texts);
  const language = bestLanguage([letterLanguage(c, letter)], languages, delivery.frozen.language);
  const file = findFile(delivery, kind.data, language);
  c.header('cache-control', 'no-store');
  if (!file) return c.redirect(`/${letter.slug}/deliveries/${delivery.id}`, 302);
  const etag = `"${file.sha256}"`;
  c.header('etag', etag);
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  // The link is only for GET: S3 refuses other methods.
  if (c.req.method === 'HEAD') return c.body(null, 200, { 'content-type': typeOf(file.file) });
  return c.redirect(await api.linkToFile(file.key, downloadName(delivery, file)), 302);
}

/** Leads to an uploaded file that the secretariat has published, by a link that works for minutes. */
export async function sendFile(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const upload = await readUpload(api.store, letter.slug, 'upload', c.req.param('file') ?? '');
  if (!upload || !isPublicFile(upload)) return c.notFound();
  c.header('cache-control', 'no-store');
  return c.redirect(await api.linkToFile(upload.progress.file.key, uploadFileName(upload)), 302);
}

/** Leads from the link in a mail to the document as it is now. */
export async function openDocument(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const link = await findHandoverLink(api.store, c.req.param('token') ?? '', 'document', api.now());
  if (link?.state !== 'valid' || link.mail.letter !== letter.slug) return unusable(c, letter);
  const { language } = link.mail;
  const delivery = await readDelivery(api.store, letter.slug, link.mail.delivery);
  const file = delivery && findFile(delivery, 'pdf', language);
  // It is being made again without somebody who was erased; its page says so.
  if (!file) return c.redirect(`/${letter.slug}/deliveries/${link.mail.delivery}`, 302);
  return c.redirect(await api.linkToFile(file.key, fileName('pdf', letter.slug)), 302);
}

export async function askArrived(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const link = await findHandoverLink(api.store, c.req.param('token') ?? '', 'arrived', api.now());
  if (link?.state !== 'valid' || link.mail.letter !== letter.slug) return unusable(c, letter);
  const { texts, convener, title } = await wordsFor(api, letter, link.mail.language);
  return showPage(c, 200, {
    title: texts.text('arrived.title'),
    texts,
    look: letter,
    hidden: true,
    body: (
      <form method="post" class="card">
        <h1>{texts.text('arrived.title')}</h1>
        <p>{texts.text('arrived.text', { convener, title })}</p>
        <button type="submit" class="huge">
          {texts.text('arrived.button')}
        </button>
      </form>
    ),
  });
}

/** A press of the button. A second one changes nothing. */
export async function noteArrived(c: Context, api: ApiContext, letter: PublicLetter): Promise<Response> {
  const link = await findHandoverLink(api.store, c.req.param('token') ?? '', 'arrived', api.now());
  if (link?.state !== 'valid' || link.mail.letter !== letter.slug) return unusable(c, letter);
  await noteOnCopy(api.store, link.mail, 'arrivedAt', api.now().toISOString());
  const { texts, convener } = await wordsFor(api, letter, link.mail.language);
  return messagePage(c, 200, texts, {
    title: texts.text('arrived.done-title'),
    text: texts.text('arrived.done-text', { convener }),
    look: letter,
    more: <BackToLetter letter={letter} texts={texts} />,
  });
}

async function wordsFor(api: ApiContext, letter: PublicLetter, language: string) {
  const texts = await textsOf(letter, language);
  const stored = await api.letters.text(letter.slug, versionShownIn(letter, language), language);
  const text = stored ?? (await api.letters.text(letter.slug, currentVersion(letter), letter.language));
  return { texts, convener: text?.text.convener.organisation ?? '', title: text?.text.title ?? letter.title };
}

/** Status 200 for people: a mail scanner that gets an error may remove the link. */
async function unusable(c: Context, letter: PublicLetter): Promise<Response> {
  const texts = await textsOf(letter, readerLanguage(c, letter));
  return messagePage(c, 200, texts, {
    title: texts.text('confirm.unknown-title'),
    text: texts.text('arrived.unusable'),
    look: letter,
    more: <BackToLetter letter={letter} texts={texts} />,
  });
}

const BackToLetter = ({ letter, texts }: { letter: PublicLetter; texts: Texts }) => (
  <p>
    <a href={`/${letter.slug}`}>{texts.text('list.back')}</a>
  </p>
);
