/**
 * Which wordings ask for the consent to one mail about a letter that follows. Nobody who signed under another one is
 * asked (rule 9, docs/decisions/071-follow-up-letters.md).
 */
import { isFrozen } from './wording.ts';

const languages = 'en ar de es fa fr hi id it ja ko nl pl pt ru sw tr uk vi zh-Hans zh-Hant';
/** Wordings of ours from before there was that consent. */
const without: ReadonlySet<string> = new Set(
  languages.split(' ').flatMap((language) => [`${language}-1`, `${language}-2`]),
);

/** @returns whether that wording of ours asks for it; false for those of letters */
export function asksForFollowUp(wording: string): boolean {
  return isFrozen(wording) && !without.has(wording);
}

/** A consent that a signer gave, and the wording in which it was asked for. */
interface Consented {
  readonly consents: { readonly followUp?: boolean | undefined };
  readonly wording: string;
  /** The first consents and each later change, newest last; empty when nothing was changed. */
  readonly consentLog: readonly {
    readonly wording: string;
    readonly consents: { readonly followUp?: boolean | undefined };
  }[];
}

/**
 * @returns the wording in which the signer agreed to a mail about a letter that follows, if that consent is in force. A
 *   later change of another consent, or one click on a link to unsubscribe, shows no wording in which they agreed to it
 */
export function followUpWording({ consents, wording, consentLog }: Consented): string | undefined {
  if (consents.followUp !== true) return undefined;
  const ended = consentLog.findLastIndex((given) => given.consents.followUp !== true);
  return consentLog[ended + 1]?.wording ?? wording;
}
