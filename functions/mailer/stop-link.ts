/** The link in a mail that asks to confirm, for whoever did not ask for it. */
import type { SignatureId } from '../../shared/ids.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { makeStopToken } from '../../shared/platform/token/stop.ts';

/** @returns the address of the page on which to say "it was not me"; opening it changes nothing */
export function stopLink(keys: Keys, publicUrl: string, id: SignatureId): string {
  return `${publicUrl}/stop/${makeStopToken(keys, id)}`;
}
