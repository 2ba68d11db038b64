/** The link in a mail that asks to confirm, for recipients who did not ask for it. */
import type { SignatureId } from '../../shared/ids.ts';
import type { Keys } from '../../shared/platform/token/keys.ts';
import { makeStopToken } from '../../shared/platform/token/stop.ts';

/** @returns the address of the "it was not me" page; opening it changes nothing */
export function stopLink(keys: Keys, publicUrl: string, id: SignatureId): string {
  return `${publicUrl}/stop/${makeStopToken(keys, id)}`;
}
