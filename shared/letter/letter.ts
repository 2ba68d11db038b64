/** A letter as stored: its state, settings, versions and change log. Texts are stored separately. */

import * as z from 'zod';
import { letterSlug, letterState } from '../ids.ts';
import { languageTag } from '../text/language-tag.ts';
import { line } from '../text/plain-text.ts';
import { timeZone } from '../text/time-zone.ts';
import { isoTimestamp } from '../time.ts';
import { individualLevel, verificationLevel } from '../verification/level.ts';
import { colour, letterLogo } from './look.ts';
import { nextStep } from './next-step.ts';
import { letterPartner } from './partners.ts';
import { sha256 } from './text.ts';

export const coSignatoryKind = z.enum(['organisation', 'individual']);
export type CoSignatoryKind = z.infer<typeof coSignatoryKind>;

/** The controller of the signers' data. Required before a letter can be opened. */
const privacy = z.strictObject({
  controller: line(200),
  contact: z.email().max(254),
  /** Set where the letter differs from the standard privacy notice. */
  purpose: line(500).optional(),
  recipients: line(500).optional(),
  retention: line(300).optional(),
});

/** The same parts in the language of a translation. */
export const ownPrivacy = privacy.pick({ purpose: true, recipients: true, retention: true });
export type OwnPrivacy = z.infer<typeof ownPrivacy>;

/** Settings by the secretariat, apart from the text: kinds of co-signatories, dates, policy. */
export const letterSettings = z.strictObject({
  accepts: z
    .array(coSignatoryKind)
    .min(1)
    .transform((kinds) => [...new Set(kinds)])
    .default(['organisation', 'individual']),
  goal: z.int().min(1).max(100_000_000).optional(),
  privacy: privacy.optional(),
  /** Lowest level of verification at which an organisation's signature is published without review. */
  publishedFrom: verificationLevel.default('mailbox'),
  /** The same for individuals: `vouched` means that the secretariat reviews each one. */
  individualsPublishedFrom: individualLevel.default('mailbox'),
  /** Lifetime of a confirmation link or code, in days. */
  confirmWithinDays: z.int().min(1).max(30).default(7),
  /** Address for replies to the mails; by default the privacy contact. */
  replyTo: z.email().max(254).optional(),
  /**
   * Days after closing until data about signers that is not published is erased. At least as long as a signature can
   * await confirmation.
   */
  keepDays: z.int().min(30).max(3650).optional(),
  /** Days after the last handover from which the letter's page says that nobody has answered. */
  noAnswerAfterDays: z.int().min(1).max(3650).optional(),
  /** The colour of pages, form and mails; ours by default. */
  colour: colour.optional(),
  /** The form asks whether its signers may be asked, once and by mail, about a letter that follows this one. */
  asksFollowUp: z.boolean().optional(),
  /** The letter that this one follows. */
  follows: letterSlug.optional(),
  /** A page of the convener's choice, offered after signing. */
  next: nextStep.optional(),
  /** Order of the names on its pages. By default the newest first, and by name once it is delivered. */
  nameOrder: z.enum(['newest', 'name']).optional(),
  /** Left out of the home page, the sitemap and search engines. Anybody with the link can read and sign it. */
  unlisted: z.boolean().optional(),
  opens: z.iso.datetime({ offset: true }).optional(),
  closes: z.iso.datetime({ offset: true }).optional(),
  /** IANA name of the time zone in which the secretariat reads and types these times; UTC by default. */
  timeZone: timeZone.optional(),
});
export type LetterSettings = z.infer<typeof letterSettings>;

/**
 * A version: the text as first published. `id` is the SHA-256 of that text in the letter's first language. `texts`
 * names the text shown now in each language, which a correction of spelling may have changed.
 */
const letterVersion = z.object({
  id: sha256,
  at: isoTimestamp,
  texts: z.record(z.string(), sha256),
  /** Translations of an earlier version that readers still get, marked as such: the id of that version by language. */
  older: z.record(z.string(), sha256).optional(),
});
export type LetterVersion = z.infer<typeof letterVersion>;

/** A correction of spelling or of a translation. Earlier signers have signed the same letter. */
const correction = z.object({
  at: isoTimestamp,
  version: sha256,
  language: z.string(),
  from: sha256,
  to: sha256,
  why: line(500),
});

/** A translation that is no longer shown. Those who read it have still signed that text. */
const removedTranslation = z.object({ at: isoTimestamp, version: sha256, language: z.string(), text: sha256 });

/** `delivered` means closed, and handed over to its addressees. */
export const letter = z.object({
  slug: letterSlug,
  state: letterState,
  /** When it closed. */
  closedAt: isoTimestamp.optional(),
  /** The day on which it was handed over. */
  deliveredOn: z.iso.date().optional(),
  language: languageTag,
  /** Title in the first language. */
  title: z.string(),
  date: z.string(),
  settings: letterSettings,
  /** Oldest first, never empty. */
  versions: z.tuple([letterVersion], letterVersion),
  corrections: z.array(correction),
  removed: z.array(removedTranslation).default([]),
  /** Partners that may embed it; set by `partner add`, not by importing. */
  partners: z.array(letterPartner).default([]),
  /** Letters that named this one as the one that they follow; their settings say whether they still do. */
  followedBy: z.array(letterSlug).default([]),
  /** Strings that replace ours, by language: see `textsOf`. */
  ownTexts: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Translations of those settings that are text, by language: see `privacyIn`. */
  ownPrivacy: z.record(z.string(), ownPrivacy).default({}),
  /** Its own wordings of attestation and consents that signers were ever shown; their text is stored separately. */
  wordings: z.array(sha256).default([]),
  /** Steps before opening that somebody has looked at in the console. */
  checked: z.object({ signers: isoTimestamp.optional(), preview: sha256.optional() }).optional(),
  /** The convener's logo, as chosen among the uploaded files. */
  logo: letterLogo.optional(),
  /** Increases by one with every change, so that two writers cannot overwrite each other. */
  revision: z.int(),
  updatedAt: isoTimestamp,
});
export type Letter = z.infer<typeof letter>;

/** @returns the version that can be signed now */
export function currentVersion({ versions }: Letter): LetterVersion {
  return versions.at(-1) ?? versions[0];
}

/** @returns the version with that id, or with a text of that hash, if there is one */
export function findVersion({ versions }: Letter, id: string): LetterVersion | undefined {
  return versions.find((version) => version.id === id);
}

/** @returns the languages in which the letter can be read and signed, the first language first */
export function languagesOf(letter: Letter): string[] {
  const { texts, older = {} } = currentVersion(letter);
  const others = [...Object.keys(texts), ...Object.keys(older)].filter((language) => language !== letter.language);
  return [letter.language, ...others.sort()];
}

export type Signing = 'open' | 'paused' | 'not-yet' | 'closed' | 'draft';

/** Input of `signing`: the letter, and whether signing is paused. */
type Signable = Pick<Letter, 'state' | 'settings'> & { readonly paused?: { readonly signing: boolean } };

/** @returns whether the letter can be signed at that time */
export function signing({ state, settings, paused }: Signable, now: Date): Signing {
  if (state === 'delivered') return 'closed';
  if (state !== 'open') return state;
  if (settings.opens && new Date(settings.opens) > now) return 'not-yet';
  if (settings.closes && new Date(settings.closes) <= now) return 'closed';
  return paused?.signing ? 'paused' : 'open';
}

/** @returns when signing ended for good; undefined while it is possible, or will be */
export function closedSince({ state, settings, closedAt, updatedAt }: Letter, now: Date): Date | undefined {
  if (state === 'closed' || state === 'delivered') return new Date(closedAt ?? updatedAt);
  return signing({ state, settings }, now) === 'closed' ? new Date(settings.closes ?? updatedAt) : undefined;
}

/** @returns the next time at which the result of `signing` changes by the clock, if it does */
export function nextSigningChange(
  { state, settings }: Pick<Letter, 'state' | 'settings'>,
  now: Date,
): Date | undefined {
  if (state !== 'open') return undefined;
  return [settings.opens, settings.closes]
    .flatMap((turn) => (turn && new Date(turn) > now ? new Date(turn) : []))
    .sort((a, b) => a.getTime() - b.getTime())[0];
}
