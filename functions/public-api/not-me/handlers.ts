/** Handlers for "it was not me". Loaded with the first such request. */
import type { Context } from 'hono';
import type { SignatureId } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import { textsOf } from '../../../shared/letter/own-texts.ts';
import { hasBlocked, undoBlock } from '../../../shared/mailbox/block.ts';
import { maxSmallBody, readBody } from '../../../shared/platform/http/body.ts';
import { fieldErrors, problem } from '../../../shared/platform/http/problem.ts';
import { isDerivedToken } from '../../../shared/platform/token/derived.ts';
import { readToken } from '../../../shared/platform/token/token.ts';
import type { SignatureRecord } from '../../../shared/signature/record.ts';
import { readSignature } from '../../../shared/signature/storage.ts';
import type { TestSignature } from '../../../shared/test-signature/test-signature.ts';
import type { StoppedBody } from '../answer-schemas.ts';
import type { ApiContext } from '../context.ts';
import { titleOf, titleReadBy } from '../letter-title.ts';
import { stopRequest } from '../request-schemas.ts';
import { wantsPage } from '../wants-page.ts';
import { endSubmission } from './end-submission.ts';
import { blockedPage, stopPressPage, stopResultPage, unusableStopPage } from './page.tsx';

/** The page with the buttons that the link currently allows. */
export async function getNotMe(c: Context, api: ApiContext, text: string): Promise<Response> {
  const found = await findLink(api, text);
  if (!found) return unusable(c);
  if (found.hasBlocked) return blockedPage(c);
  const record = (await readSignature(api.store, found.id)) ?? (await unconfirmedTest(api, found.id));
  if (!record) return stopResultPage(c, 'gone');
  const letter = await api.letters.find(record.letter);
  const texts = await textsOf(letter, record.language);
  if (record.confirmedAt) return stopResultPage(c, 'confirmed', texts);
  return stopPressPage(c, texts, { title: await titleFor(api, letter, record), look: letter });
}

/** The title in the language of the signer. */
async function titleFor(api: ApiContext, letter: Letter | undefined, record: SignatureRecord | TestSignature) {
  if (!('textLanguage' in record)) return titleReadBy(api, letter, record);
  return letter ? titleOf(api, letter, record.textLanguage) : record.letter;
}

async function unconfirmedTest(api: ApiContext, id: SignatureId): Promise<TestSignature | undefined> {
  const test = await (await import('../../../shared/test-signature/test-signature.ts')).readTest(api.store, id);
  return test?.confirmedAt ? undefined : test;
}

/** Handles the POST of a button. */
export async function postNotMe(c: Context, api: ApiContext, text: string): Promise<Response> {
  const found = await findLink(api, text);
  if (!found) return unusable(c);
  // A request without a body means the same as the former only button.
  const body = c.req.header('content-type') === undefined ? { fields: {} } : await readBody(c, maxSmallBody);
  if ('problem' in body) return problem(c, body.problem);
  const asked = stopRequest.safeParse(body.fields);
  if (!asked.success) return problem(c, 'invalid-fields', { errors: fieldErrors(asked.error) });
  const { action } = asked.data;
  if (action === 'undo') {
    const isUndone = await undoBlock(api.store, found.token, api.now());
    return result(c, isUndone ? 'undone' : 'gone');
  }
  const { id, token } = found;
  const record = await readSignature(api.store, id);
  const block = action === 'block' ? token : undefined;
  const outcome = await endSubmission(api.store, await api.keys(), { id, block }, api.now());
  return result(c, outcome, record && (await textsOf(await api.letters.find(record.letter), record.language)));
}

function result(c: Context, ...[status, texts]: Result): Response | Promise<Response> {
  return wantsPage(c) ? stopResultPage(c, status, texts) : c.json({ status } satisfies StoppedBody);
}
type Result = Parameters<typeof stopResultPage> extends [Context, ...infer Rest] ? Rest : never;

/** Finds the link of a mail that asks to confirm, or any link that has blocked its mailbox and can undo that. */
async function findLink(
  api: ApiContext,
  text: string,
): Promise<{ id: SignatureId; token: string; hasBlocked: boolean } | undefined> {
  const read = readToken(text);
  if (!read) return undefined;
  const isBlocked = await hasBlocked(api.store, read.token);
  return isBlocked || isDerivedToken(await api.keys(), 'stop', read) ? { ...read, hasBlocked: isBlocked } : undefined;
}

/** Status 200 for people, as for confirmation links: a mail scanner that gets an error may remove the link. */
function unusable(c: Context): Response | Promise<Response> {
  return wantsPage(c) ? unusableStopPage(c) : problem(c, 'token-unknown');
}
