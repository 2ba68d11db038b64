/** The letter of a route, read consistently, so that the secretariat sees its latest change. */

import { letterSlug, type SignatureId, signatureId } from '../../shared/ids.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { asSeen, type SeenRecord, type ViewerRights } from '../../shared/signature/seen-record.ts';
import { readSignature } from '../../shared/signature/storage.ts';
import type { ConsoleContext } from './context.ts';
import type { Visit } from './guard.ts';

/** @returns the letter in the path, if it exists. One strongly consistent read. */
export async function letterInPath(
  { store }: ConsoleContext,
  { scope }: Pick<Visit, 'scope'>,
): Promise<Letter | undefined> {
  const slug = letterSlug.safeParse(scope);
  return slug.success ? readLetter(store, slug.data) : undefined;
}

/** @returns the signature data that the visitor may read */
export function viewerRightsOf({ may }: Pick<Visit, 'may'>): ViewerRights {
  return { withNames: may('withheld.read') };
}

export interface LetterAndSignature {
  readonly letter: Letter;
  readonly id: SignatureId;
  readonly record: SeenRecord;
}

/** @returns the signature in the path with its letter; undefined when it belongs to another letter */
export async function signatureOf(
  api: ConsoleContext,
  visit: Pick<Visit, 'scope' | 'may'>,
  param: string | undefined,
): Promise<LetterAndSignature | undefined> {
  const id = signatureId.safeParse(param);
  if (!id.success) return undefined;
  const [letter, record] = await Promise.all([letterInPath(api, visit), readSignature(api.store, id.data)]);
  return letter && record?.letter === letter.slug
    ? { letter, id: id.data, record: asSeen(record, viewerRightsOf(visit)) }
    : undefined;
}
