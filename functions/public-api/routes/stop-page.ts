/** What the routes of "it was not me" do. Loaded with the first such request. */
import type { Context } from 'hono';
import { problem } from '../../../shared/http/problem.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import type { SignatureId } from '../../../shared/signature/id.ts';
import { stop } from '../../../shared/signature/stop.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import { isStopToken } from '../../../shared/token/stop.ts';
import { readToken } from '../../../shared/token/token.ts';
import type { ApiContext } from '../context.ts';
import type { StoppedBody } from '../description/schemas.ts';
import { wantsPage } from '../negotiate.ts';
import { stopPressPage, stopResultPage, unusableStopPage } from '../pages/stop.tsx';

/** The page with the button. */
export async function showStop(c: Context, api: ApiContext, token: string): Promise<Response> {
  const id = await findId(api, token);
  if (!id) return unusable(c);
  const record = await readSignature(api.store, id);
  if (!record) return stopResultPage(c, 'gone');
  const letter = await api.letters.find(record.letter);
  const texts = await textsOf(letter, record.language);
  if (record.confirmedAt) return stopResultPage(c, 'confirmed', texts);
  return stopPressPage(c, texts, letter?.title ?? record.letter);
}

/** What the press does. */
export async function doStop(c: Context, api: ApiContext, token: string): Promise<Response> {
  const id = await findId(api, token);
  if (!id) return unusable(c);
  const record = await readSignature(api.store, id);
  const outcome = await stop(api.store, await api.keys(), id, api.now());
  if (!wantsPage(c)) return c.json({ status: outcome } satisfies StoppedBody);
  const texts = record && (await textsOf(await api.letters.find(record.letter), record.language));
  return stopResultPage(c, outcome, texts);
}

async function findId(api: ApiContext, text: string): Promise<SignatureId | undefined> {
  const token = readToken(text);
  return token && isStopToken(await api.keys(), token) ? token.id : undefined;
}

/** Status 200 for people, as with confirmation links: a mail scanner that meets an error may take the link away. */
function unusable(c: Context): Response | Promise<Response> {
  return wantsPage(c) ? unusableStopPage(c) : problem(c, 'token-unknown');
}
