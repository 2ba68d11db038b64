/** The letter page: the letter, its signatories, the conveners' offices, and the form beside it. */
import type { Child, FC } from 'hono/jsx';
import type { Delivery } from '../../../shared/delivery/delivery.ts';
import type { Handed } from '../../../shared/handover/storage.ts';
import { type Letter, languagesOf, type Signing } from '../../../shared/letter/letter.ts';
import { LetterBody, Offices } from '../../../shared/letter/letter-view.tsx';
import type { LetterPartner } from '../../../shared/letter/partners.ts';
import { olderVersionIn, versionShownIn } from '../../../shared/letter/shown-version.ts';
import type { StoredText } from '../../../shared/letter/storage.ts';
import { pictureSize } from '../../../shared/picture/picture.ts';
import type { ListedSignature } from '../../../shared/signature/lists/public-list.ts';
import { pageLanguage, type Texts } from '../../../shared/text/catalogue.ts';
import { countWords } from '../../../shared/text/count-words.ts';
import { DeliverySection } from '../deliveries/section.tsx';
import type { NewsItem } from '../news/find-news.ts';
import { NewsHead } from '../news/head.tsx';
import { NewsSection } from '../news/section.tsx';
import { ShareSection } from '../share/section.tsx';
import { FormOrNotice } from '../sign/form-or-notice.tsx';
import { JsonLd } from '../ui/json-ld.tsx';
import { ownName } from '../ui/language-switch.tsx';
import { Logo } from '../ui/look.tsx';
import { CountLine, type ShownCount } from './count.tsx';
import { Glance } from './glance.tsx';
import { Names } from './names.tsx';
import { NeighbourLinks, type Neighbours } from './neighbours.tsx';

export interface LetterView {
  readonly letter: Letter;
  readonly stored: StoredText;
  readonly state: Signing;
  readonly count: ShownCount;
  readonly newest: readonly ListedSignature[];
  /** Names are currently hidden. */
  readonly isListPaused: boolean;
  /** Its deliveries, and how each was handed over. */
  readonly deliveries: readonly Delivery[];
  readonly handed: Handed;
  readonly news: readonly NewsItem[];
  readonly now: Date;
  readonly texts: Texts;
  /** The reader's language. */
  readonly reader: string;
  /** Languages that the reader chose by the address. */
  readonly chosen: URLSearchParams;
  readonly publicUrl: string;
  readonly neighbours: Neighbours;
  /** The partner whose link led here. */
  readonly partner: LetterPartner | undefined;
}

export const LetterPage: FC<LetterView> = (view) => {
  const { letter, stored, state, count, texts, reader, partner, publicUrl } = view;
  const form = partner && { values: new Map([['partner', partner.id]]), errors: [] };
  const aside = (
    <aside>
      <FormOrNotice
        {...{ letter, state, texts, language: reader, form }}
        textLanguage={stored.text.language}
        hasElement
      />
    </aside>
  );
  return (
    <>
      <Languages {...view} />
      <div class="two">
        <Glance {...{ letter, state, count, texts }} />
        {/* On a phone too, show above the letter that it cannot be signed. */}
        {state === 'open' ? null : aside}
        <div class="reading">
          <article class="sheet letter">
            <Logo letter={letter} organisation={stored.text.convener.organisation} />
            <NeighbourLinks {...view.neighbours} texts={texts} />
            <OlderTranslation {...view} />
            <LetterBody stored={stored} />
            <Corrections {...view} />
            <Undersigned {...view} />
            <DeliverySection {...view} text={stored.text} />
            <NewsSection {...view} />
            <ShareSection {...{ letter, texts, publicUrl }} title={stored.text.title} />
            <Offices offices={stored.text.convener.offices} texts={texts} language={stored.text.language} />
          </article>
          {state === 'open' ? (
            <p class="stick">
              <a class="button" href="#sign">
                {texts.text('letter.sign')}
              </a>
            </p>
          ) : null}
        </div>
        {state === 'open' ? aside : null}
      </div>
    </>
  );
};

/** The names of co-signatories. A letter that nobody has signed, and that nobody can sign now, has no such part. */
const Undersigned: FC<LetterView> = ({ letter, texts, state, count, newest, isListPaused, chosen }) => {
  const hasSigners = count.total + count.offline > 0;
  if (!hasSigners && state !== 'open') return null;
  return (
    <section class="undersigned" id="undersigned" aria-labelledby="undersigned-title">
      <h2 id="undersigned-title">{texts.text('letter.undersigned')}</h2>
      {hasSigners ? <CountLine count={count} texts={texts} /> : <p class="screen">{texts.text('letter.none-yet')}</p>}
      {isListPaused ? <p class="screen">{texts.text('list.paused')}</p> : null}
      <Names items={newest} texts={texts} letter={letter} />
      {count.total > 0 ? (
        <p class="screen">
          <a href={chosen.size > 0 ? `/${letter.slug}/signatories?${chosen}` : `/${letter.slug}/signatories`}>
            {texts.text('letter.all')}
          </a>
        </p>
      ) : null}
    </section>
  );
};

/** The languages of the text, and which of them is the official one. */
const Languages: FC<LetterView> = ({ letter, stored, texts, reader }) => {
  const languages = languagesOf(letter);
  const shown = stored.text.language;
  if (languages.length < 2 && texts.language === pageLanguage(shown)) return null;
  const official = new Intl.DisplayNames([texts.language], { type: 'language' }).of(letter.language);
  return (
    <nav class="screen" aria-label={texts.text('letter.languages')}>
      {languages.length > 1 ? (
        <p class="soft">
          {texts.label('letter.languages')}
          {languages.map((language, index) => (
            <>
              {index > 0 ? ' · ' : null}
              {language === shown ? (
                <span aria-current="true" lang={language}>
                  {ownName(language)}
                </span>
              ) : (
                <a href={hrefFor(letter, language, reader)} lang={language} hreflang={language}>
                  {ownName(language)}
                </a>
              )}
            </>
          ))}
        </p>
      ) : null}
      <p class="soft">{texts.text('delivery.binding', { language: official ?? letter.language })}</p>
    </nav>
  );
};

/** A translation that was kept when the official text changed. */
const OlderTranslation: FC<LetterView> = ({ letter, stored, texts, reader }) => {
  const older = olderVersionIn(letter, stored.text.language);
  if (!older) return null;
  return (
    <p class="note">
      {texts.text('letter.older-translation', { date: texts.date(older.at) })}{' '}
      <a class="screen" href={hrefFor(letter, letter.language, reader)}>
        {texts.text('letter.read-official')}
      </a>
    </p>
  );
};

/** The page follows, unless the letter is not in the reader's language at all: then only the text changes. */
function hrefFor(letter: Letter, language: string, reader: string): string {
  const follows = languagesOf(letter).some((one) => pageLanguage(one) === pageLanguage(reader));
  return `/${letter.slug}?lang=${language}${follows ? '' : `&language=${reader}`}`;
}

const Corrections: FC<LetterView> = ({ letter, stored, texts }) => {
  const version = versionShownIn(letter, stored.text.language).id;
  const made = letter.corrections.filter((one) => one.version === version && one.language === stored.text.language);
  return (
    <>
      {made.map(({ at, why }) => (
        <p class="soft">{texts.text('letter.corrected', { date: texts.date(at), why })}</p>
      ))}
      {letter.versions.length > 1 || letter.corrections.length > 0 ? (
        <p class="soft screen">
          <a href={`/${letter.slug}/changes`}>{texts.text('changes.link')}</a>
        </p>
      ) : null}
    </>
  );
};

/** Networks want a territory with each language: `en_US`, `zh_TW`. */
function networkLocale(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region ? `${language}_${region}` : language;
}

/** Metadata for people who share the page (https://ogp.me) and for machines (https://schema.org/Message). */
export function letterHead({ letter, stored: { text }, count, texts, publicUrl, partner, news }: LetterView): Child {
  const url = `${publicUrl}/${letter.slug}`;
  const shared = encodeURIComponent(partner ? `${url}?partner=${partner.id}` : url);
  const oembed = `${publicUrl}/oembed?format=json&url=${shared}`;
  const picture = `${url}/share.png?lang=${text.language}`;
  const summary = `${text.addressees.map(({ name }) => name).join(', ')} — ${text.body.replace(/\s+/g, ' ').slice(0, 180)}…`;
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Message',
    additionalType: 'https://www.wikidata.org/wiki/Q1362425',
    headline: text.title,
    inLanguage: text.language,
    dateSent: text.date,
    url,
    text: text.body,
    sender: {
      '@type': 'Organization',
      name: text.convener.organisation,
      ...(text.convener.website ? { url: text.convener.website } : {}),
    },
    author: { '@type': 'Person', name: text.convener.signatory, jobTitle: text.convener.role },
    recipient: text.addressees.map(({ name, lines }) => ({ '@type': 'Person', name, description: lines.join(', ') })),
  };
  return (
    <>
      <meta name="description" content={summary} />
      <link rel="canonical" href={url} />
      {news.length > 0 ? <NewsHead letter={letter} texts={texts} /> : null}
      <link rel="alternate" type="application/json+oembed" href={oembed} title={text.title} />
      {languagesOf(letter).map((language) => (
        <link rel="alternate" hreflang={language} href={`${url}?lang=${language}`} />
      ))}
      <meta property="og:type" content="article" />
      <meta property="og:title" content={text.title} />
      <meta property="og:description" content={summary} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={text.convener.organisation} />
      <meta property="og:locale" content={networkLocale(text.language)} />
      {languagesOf(letter)
        .filter((language) => language !== text.language)
        .map((language) => (
          <meta property="og:locale:alternate" content={networkLocale(language)} />
        ))}
      <meta property="og:image" content={picture} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content={String(pictureSize.width)} />
      <meta property="og:image:height" content={String(pictureSize.height)} />
      <meta property="og:image:alt" content={`${text.title} — ${countWords(texts, count)}`} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta property="article:published_time" content={text.date} />
      <JsonLd data={data} />
    </>
  );
}
