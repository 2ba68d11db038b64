/** The switches that pause something for a letter or for all; for the pages and for the API. */
import * as z from 'zod';
import { everything, type GrantScope } from '../../../shared/ids.ts';
import { pausable, readPauses } from '../../../shared/pause/pause.ts';
import { setPause } from '../../../shared/pause/set-pause.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';

export const pauseRequest = z.strictObject({
  what: pausable,
  paused: z.literal([true, false, 'true', 'false']).transform(String),
});

export const pausesView = z
  .object({ signing: z.boolean(), mails: z.boolean(), list: z.boolean() })
  .describe('What is paused');

/** @returns whether the letter in the path exists, if the path has one */
export const isThere = async (api: ConsoleContext, visit: Visit) =>
  visit.scope === everything || (await letterInPath(api, visit)) !== undefined;

/** Pauses or resumes something. */
export function pause(api: ConsoleContext, { scope, actor }: Visit, { what, paused }: z.infer<typeof pauseRequest>) {
  return setPause(api.store, { what, scope, paused: paused === 'true', by: actor }, api.now());
}

/** @returns the pauses for a letter, or for all */
export async function pausesAt({ store }: ConsoleContext, scope: GrantScope): Promise<z.infer<typeof pausesView>> {
  const all = await readPauses(store);
  return { signing: all.signing.has(scope), mails: all.mails.has(scope), list: all.list.has(scope) };
}
