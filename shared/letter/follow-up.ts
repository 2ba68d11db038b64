/** Whether the wording in which a signer of a letter agreed asks for the consent to be invited to a later one. */
import { asksForFollowUp, followUpWording } from '../consent/follow-up.ts';
import { followUpKey } from '../consent/wording.ts';
import type { LetterSlug } from '../ids.ts';
import type { Store } from '../platform/store/store.ts';
import { readOwnWording } from './storage.ts';

type Consented = Parameters<typeof followUpWording>[0];

/** @returns a function that tells it of a signature of that letter; reads each wording of the letter's own once */
export function followUpCover(store: Store, slug: LetterSlug): (record: Consented) => Promise<boolean> {
  const known = new Map<string, Promise<boolean>>();
  return async (record) => {
    const wording = followUpWording(record);
    if (wording === undefined) return false;
    if (asksForFollowUp(wording)) return true;
    const read = async () => (await readOwnWording(store, slug, wording))?.strings[followUpKey] !== undefined;
    const found = known.get(wording) ?? read();
    known.set(wording, found);
    return found;
  };
}
