/** A letter as it is kept: its state, settings, versions and the log of what was changed. Texts are kept apart. */

import * as z from 'zod';
import { letterSlug, letterState } from '../ids.ts';
import { languageTag } from '../text/language-tag.ts';
import { line } from '../text/plain-text.ts';
import { timeZone } from '../text/time-zone.ts';
import { isoTimestamp } from '../time.ts';
import { individualLevel, type PublicationPolicy, verificationLevel } from '../verification/level.ts';
import { letterPartner } from './partners.ts';
import { sha256 } from './text.ts';

export const coSignatoryKind = z.enum(['organisation', 'individual']);
export type CoSignatoryKind = z.infer<typeof coSignatoryKind>;

/** Who answers for the signers' data; needed before a letter can be opened. */
const privacy = z.strictObject({
  controller: line(200),
  contact: z.email().max(254),
  /** Where they differ from what the notice says by itself. */
  purpose: line(500).optional(),
  recipients: line(500).optional(),
  retention: line(300).optional(),
});

/** What a translation says of it in its own language. */
export const ownPrivacy = privacy.pick({ purpose: true, recipients: true, retention: true });
export type OwnPrivacy = z.infer<typeof ownPrivacy>;

/** Kinds of co-signatories, dates, policy: what the secretariat sets for a letter, apart from its text. */
export const letterSettings = z.strictObject({
  accepts: z
    .array(coSignatoryKind)
    .min(1)
    .transform((kinds) => [...new Set(kinds)])
    .default(['organisation', 'individual']),
  goal: z.int().min(1).max(100_000_000).optional(),
  privacy: privacy.optional(),
  /** From which level of verification an organisation's signature is published without review. */
  publishedFrom: verificationLevel.default('mailbox'),
  /** The same for individuals: `vouched` means that the secretariat reviews each. */
  individualsPublishedFrom: individualLevel.default('mailbox'),
  /** How many days a confirmation link or code works. */
  confirmWithinDays: z.int().min(1).max(30).default(7),
  /** Where answers to the mails go; the contact for privacy when there is none. */
  replyTo: z.email().max(254).optional(),
  /**
   * So many days after the letter closed, what is kept of its signers and not published is erased. At least as long as
   * a signature can wait for its confirmation.
   */
  keepDays: z.int().min(30).max(3650).optional(),
  opens: z.iso.datetime({ offset: true }).optional(),
  closes: z.iso.datetime({ offset: true }).optional(),
  /** In which the secretariat reads and types these, by its IANA name; UTC when there is none. */
  timeZone: timeZone.optional(),
});
export type LetterSettings = z.infer<typeof letterSettings>;

/** @returns the letter's policy for each kind of co-signatory */
export function publicationPolicy({
  publishedFrom,
  individualsPublishedFrom,
}: Pick<LetterSettings, 'publishedFrom' | 'individualsPublishedFrom'>): PublicationPolicy {
  return { organisation: publishedFrom, individual: individualsPublishedFrom };
}

/**
 * One version: the words as first published. `id` is the SHA-256 of that text in the letter's first language; `texts`
 * names the text that is shown now in each language, which a correction of spelling may have changed.
 */
const letterVersion = z.object({ id: sha256, at: isoTimestamp, texts: z.record(z.string(), sha256) });
export type LetterVersion = z.infer<typeof letterVersion>;

/** A correction of spelling or of a translation: who signed before has signed the same letter. */
const correction = z.object({
  at: isoTimestamp,
  version: sha256,
  language: z.string(),
  from: sha256,
  to: sha256,
  why: line(500),
});

/** A translation that is shown no more: who read it has signed that text still. */
const removedTranslation = z.object({ at: isoTimestamp, version: sha256, language: z.string(), text: sha256 });

/** `delivered` is closed, and handed over to whom it is addressed. */
export const letter = z.object({
  slug: letterSlug,
  state: letterState,
  /** Since when it is closed, once it is. */
  closedAt: isoTimestamp.optional(),
  /** The day on which it was handed over, once it was. */
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
  /** Who may embed it; kept by `partner add`, not by importing. */
  partners: z.array(letterPartner).default([]),
  /** Strings that it puts in the place of ours, by language: see `textsOf`. */
  ownTexts: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** What its translations say, each in its language, of what the settings say in the first: see `privacyIn`. */
  ownPrivacy: z.record(z.string(), ownPrivacy).default({}),
  /** Its own wordings of attestation and consents that signers were ever shown; their words are kept apart. */
  wordings: z.array(sha256).default([]),
  /** Goes up by one with every change: two writers cannot overwrite each other. */
  revision: z.int(),
  updatedAt: isoTimestamp,
});
export type Letter = z.infer<typeof letter>;

/** @returns the version that is signed now */
export function currentVersion({ versions }: Letter): LetterVersion {
  return versions.at(-1) ?? versions[0];
}

/** @returns the version with that id, or that shows the text with that hash, if the letter has one */
export function findVersion({ versions }: Letter, id: string): LetterVersion | undefined {
  return versions.find((version) => version.id === id);
}

/** @returns the languages in which the current version can be read, the first language first */
export function languagesOf(letter: Letter): string[] {
  const others = Object.keys(currentVersion(letter).texts).filter((language) => language !== letter.language);
  return [letter.language, ...others.sort()];
}

export type Signing = 'open' | 'paused' | 'not-yet' | 'closed' | 'draft';

/** What `signing` goes by: the letter, and whether somebody has stopped signing for the moment. */
type Signable = Pick<Letter, 'state' | 'settings'> & { readonly paused?: { readonly signing: boolean } };

/** @returns whether the letter can be signed at that moment */
export function signing({ state, settings, paused }: Signable, now: Date): Signing {
  if (state === 'delivered') return 'closed';
  if (state !== 'open') return state;
  if (settings.opens && new Date(settings.opens) > now) return 'not-yet';
  if (settings.closes && new Date(settings.closes) <= now) return 'closed';
  return paused?.signing ? 'paused' : 'open';
}

/** @returns since when nobody can sign any more; undefined while somebody can, or will */
export function closedSince({ state, settings, closedAt, updatedAt }: Letter, now: Date): Date | undefined {
  if (state === 'closed' || state === 'delivered') return new Date(closedAt ?? updatedAt);
  return signing({ state, settings }, now) === 'closed' ? new Date(settings.closes ?? updatedAt) : undefined;
}

/** @returns when what `signing` says changes next by the clock, if it does */
export function nextTurn({ state, settings }: Pick<Letter, 'state' | 'settings'>, now: Date): Date | undefined {
  if (state !== 'open') return undefined;
  return [settings.opens, settings.closes]
    .flatMap((turn) => (turn && new Date(turn) > now ? new Date(turn) : []))
    .sort((a, b) => a.getTime() - b.getTime())[0];
}
