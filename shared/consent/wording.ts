/**
 * The wording that a signer was shown when attesting and consenting. It is stored with the signature (rule 9).
 */
import { createHash } from 'node:crypto';
import { type MessageKey, type Messages, pageLanguage } from '../text/catalogue.ts';
import { wordings } from './wordings.ts';

/** Asked for under some letters only. Wordings of letters from before there was this consent do not have it. */
export const followUpKey = 'form.follow-up' satisfies MessageKey;

/** The strings that a signer agrees to, or that say what agreeing means. */
export const agreedTo = [
  'form.kind-organisation',
  'form.kind-individual',
  'form.attestation',
  'form.publication',
  'form.updates',
  'form.partner',
  'form.display-public',
  'form.display-withheld',
  'form.display-hint',
  followUpKey,
] as const satisfies readonly MessageKey[];

/** Those that a letter replaces all together, if it replaces any. */
export const replacedTogether = agreedTo.filter((key) => key !== followUpKey);

/** The highest wording number of each language. */
const newest = new Map<string, number>();
for (const id of Object.keys(wordings)) {
  const { language, number } = readId(id);
  newest.set(language, Math.max(newest.get(language) ?? 0, number));
}

/**
 * @param wanted the language that the signer reads
 * @returns the wording that the form shows in it, such as `fr-1`
 */
export function wordingFor(wanted: string): string {
  const language = pageLanguage(wanted);
  return `${language}-${newest.get(language) ?? 1}`;
}

/** @returns whether the wording is one of ours */
export function isFrozen(id: string): boolean {
  return Object.hasOwn(wordings, id);
}

/**
 * @param own strings that replace ours: either everything that signers agree to, or none of it; the consent to a mail
 *   about a letter that follows may be left out, and is not asked for then
 * @returns the id of that wording: its SHA-256, since no line of `wordings.ts` freezes it
 */
export function ownWordingId(own: Agreed): string | undefined {
  return replacedTogether.every((key) => own[key] !== undefined) ? hashWording(own) : undefined;
}

type Agreed = Readonly<Record<string, string>>;

const isAgreed = (key: string) => agreedTo.some((agreed) => agreed === key);

/** @returns only the strings that signers agree to */
export function agreedIn(strings: Agreed): Record<string, string> {
  return Object.fromEntries(Object.entries(strings).filter(([key]) => isAgreed(key)));
}

/** @returns only the other strings; the same object when there is nothing to leave out */
export function withoutAgreed(strings: Agreed): Agreed {
  if (!Object.keys(strings).some(isAgreed)) return strings;
  return Object.fromEntries(Object.entries(strings).filter(([key]) => !isAgreed(key)));
}

/** @returns the SHA-256 of the strings of a wording, by which `wordings.ts` freezes it */
export function hashWording(messages: Messages | Agreed): string {
  return createHash('sha256')
    .update(JSON.stringify(agreedTo.flatMap((key) => (messages[key] === undefined ? [] : [[key, messages[key]]]))))
    .digest('hex');
}

/** The number follows the last hyphen: `zh-Hant-2`. */
function readId(id: string) {
  const hyphen = id.lastIndexOf('-');
  return { language: id.slice(0, hyphen), number: Number(id.slice(hyphen + 1)) };
}
