/** The link in a mail that asks to confirm, for recipients who did not ask for it. */
import type { SignatureId } from '../../shared/ids.ts';
import { makeDerivedToken } from '../../shared/platform/token/derived.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';

/** @returns the address of the "it was not me" page; opening it changes nothing */
export function stopLink(keys: Keys, publicUrl: string, id: SignatureId): string {
  return `${publicUrl}/stop/${makeDerivedToken(keys, 'stop', id)}`;
}
