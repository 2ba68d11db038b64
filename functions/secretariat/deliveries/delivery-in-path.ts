/** The delivery in the path of a route, with its letter and its handover, read consistently. */
import type { Context } from 'hono';
import type { Delivery } from '../../../shared/delivery/delivery.ts';
import { readDelivery } from '../../../shared/delivery/storage.ts';
import type { Handover } from '../../../shared/handover/handover.ts';
import { readHandover } from '../../../shared/handover/storage.ts';
import { type Acting, frozenText as readFrozenText } from '../../../shared/handover/write-handover.ts';
import { deliveryId } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { LetterText } from '../../../shared/letter/text.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';

export interface LetterAndDelivery {
  readonly letter: Letter;
  readonly delivery: Delivery;
  readonly handover: Handover;
}

/** @returns the delivery in the path with its letter; undefined when it belongs to another letter */
export async function deliveryInPath(
  c: Context,
  api: ConsoleContext,
  visit: Pick<Visit, 'scope'>,
): Promise<LetterAndDelivery | undefined> {
  const [letter, id] = [await letterInPath(api, visit), deliveryId.safeParse(c.req.param('delivery'))];
  if (!letter || !id.success) return undefined;
  const [delivery, handover] = await Promise.all([
    readDelivery(api.store, letter.slug, id.data),
    readHandover(api.store, letter.slug, id.data),
  ]);
  return delivery && { letter, delivery, handover };
}

/** @returns the input of an action on the handover */
export function actingOn(
  api: ConsoleContext,
  { actor }: Pick<Visit, 'actor'>,
  { letter, delivery, handover }: LetterAndDelivery,
): Acting {
  return { store: api.store, letter: letter.slug, delivery, handover, by: actor, now: api.now() };
}

/** @returns the text that was frozen, in that language; undefined until the list is frozen */
export function frozenText(
  { store }: ConsoleContext,
  { letter, delivery }: Pick<LetterAndDelivery, 'letter' | 'delivery'>,
  language: string,
): Promise<LetterText | undefined> {
  return readFrozenText({ store, letter: letter.slug, delivery }, language);
}

/** @returns the languages of the documents, the official one first */
export function documentLanguages({ letter, delivery }: Pick<LetterAndDelivery, 'letter' | 'delivery'>): string[] {
  const languages = Object.keys(delivery.frozen?.texts ?? {});
  return languages.toSorted(
    (a, b) => Number(b === letter.language) - Number(a === letter.language) || (a < b ? -1 : 1),
  );
}
