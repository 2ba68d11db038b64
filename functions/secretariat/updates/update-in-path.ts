/** The update in the path of a route, with its letter, read consistently. */
import type { Context } from 'hono';
import type { Letter } from '../../../shared/letter/letter.ts';
import { readUpdate } from '../../../shared/update/storage.ts';
import type { Update } from '../../../shared/update/update.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';
import { letterInPath } from '../letter-in-path.ts';

export interface LetterAndUpdate {
  readonly letter: Letter;
  readonly update: Update;
}

/** @returns undefined when the letter has no such update */
export async function updateInPath(
  c: Context,
  api: ConsoleContext,
  visit: Pick<Visit, 'scope'>,
): Promise<LetterAndUpdate | undefined> {
  const letter = await letterInPath(api, visit);
  const update = letter && (await readUpdate(api.store, letter.slug, c.req.param('update') ?? ''));
  return letter && update ? { letter, update } : undefined;
}
