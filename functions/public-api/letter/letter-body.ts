/** The letter as JSON, with all that a custom form needs. Loaded on demand. */
import type { Context } from 'hono';
import { currentVersion, languagesOf, signing } from '../../../shared/letter/letter.ts';
import { logoPath } from '../../../shared/letter/look.ts';
import { offersFollowUp, ownTextsIn, wordingOf } from '../../../shared/letter/own-texts.ts';
import { versionShownIn } from '../../../shared/letter/shown-version.ts';
import { tintsOf } from '../../../shared/letter/tints.ts';
import { addressOf } from '../../../shared/mail/sender.ts';
import { describeFields } from '../../../shared/signature/form-fields.ts';
import type { LetterBody } from '../answer-schemas.ts';
import type { ApiContext } from '../context.ts';
import type { PublicLetter } from '../letter-cache.ts';
import { letterLanguage } from '../page-language.ts';
import { countOf } from '../public-letter.ts';
import { type PrivacySentences, privacyIn } from './privacy-notice.ts';

/** @returns the letter as the API presents it, in the reader's language; undefined for a draft */
export async function describeLetter(
  api: ApiContext,
  c: Context,
  found: PublicLetter,
): Promise<LetterBody | undefined> {
  const language = letterLanguage(c, found);
  const version = versionShownIn(found, language);
  const [stored, count] = await Promise.all([
    api.letters.text(found.slug, version, language),
    countOf(api, found.slug),
  ]);
  const state = signing(found, api.now());
  if (!stored || !count || state === 'draft') return undefined;
  const { accepts, publishedFrom, individualsPublishedFrom, opens, closes, timeZone = 'UTC', privacy } = found.settings;
  return {
    ...stored.text,
    blocks: stored.blocks,
    slug: found.slug,
    url: `${api.publicUrl}/${found.slug}`,
    state,
    language,
    languages: languagesOf(found),
    version: version.id,
    ...(version === currentVersion(found) ? {} : { translationOf: version.at }),
    texts: ownTextsIn(found, language)?.strings ?? {},
    wording: wordingOf(found, language),
    versions: found.versions.map(({ id, at }) => ({ id, at })),
    corrections: found.corrections,
    policy: { accepts, publishedFrom, individualsPublishedFrom },
    opens: opens ?? null,
    closes: closes ?? null,
    timeZone,
    deliveredOn: found.deliveredOn ?? null,
    privacy: privacy ? privacyBody(privacy, privacyIn(found, language)) : null,
    ...lookBody(api.publicUrl, found),
    sender: addressOf(api.mailFrom),
    fields: describeFields(accepts, { followUp: offersFollowUp(found, language) }),
    count,
  };
}

/** Most letters have none, and partner sites load this. */
function lookBody(publicUrl: string, { slug, logo, settings: { colour } }: PublicLetter): Pick<LetterBody, 'look'> {
  if (!logo && colour === undefined) return {};
  const tints = colour === undefined ? { light: null, dark: null } : tintsOf(colour);
  const shown = logo && { url: `${publicUrl}${logoPath(slug, logo)}`, width: logo.width, height: logo.height };
  return { look: { ...tints, logo: shown ?? null } };
}

function privacyBody(
  { controller, contact }: NonNullable<PublicLetter['settings']['privacy']>,
  { purpose, recipients, retention }: PrivacySentences,
): LetterBody['privacy'] {
  return {
    controller,
    contact,
    purpose: purpose?.text ?? null,
    recipients: recipients?.text ?? null,
    retention: retention?.text ?? null,
    languages: {
      purpose: purpose?.language ?? null,
      recipients: recipients?.language ?? null,
      retention: retention?.language ?? null,
    },
  };
}
