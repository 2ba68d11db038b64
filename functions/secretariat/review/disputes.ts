/** Requests about reports that an organisation did not sign; for the pages and for the API. */
import * as z from 'zod';
import { writeAudit } from '../../../shared/audit/audit.ts';
import {
  answerDispute,
  answerWords,
  type DisputePage,
  disputeAnswer,
  disputeId,
  disputeSubject,
  listDisputes,
  readDispute,
} from '../../../shared/dispute/dispute.ts';
import { signatureId } from '../../../shared/ids.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { Store } from '../../../shared/platform/store/store.ts';
import { readModerationList } from '../../../shared/signature/lists/moderation-list.ts';
import { refusals } from '../../../shared/signature/moderation/actions.ts';
import { moderate } from '../../../shared/signature/moderation/moderate.ts';
import { fieldsVersion } from '../../../shared/signature/public-fields.ts';
import { asSeen, type SeenRecord, type ViewerRights } from '../../../shared/signature/seen-record.ts';
import { isCounted } from '../../../shared/signature/states.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';

/** The signature to remove, with the version of its public fields that was seen. */
const removed = z.strictObject({ signature: signatureId, fieldsVersion });

export const answerRequest = z.strictObject({
  id: disputeId,
  answer: disputeAnswer,
  remove: removed
    .optional()
    .describe('The signature to reject, with the version of its fields that was seen. Only with `rejected`'),
  tell: z.boolean().default(false).describe('Whether to email the answer to the address that the complaint gave'),
  words: answerWords.optional().describe('Your own words in that email'),
});
export type AnswerRequest = z.infer<typeof answerRequest>;
export const raiserRequest = answerRequest.pick({ id: true });

export type Raised = DisputePage['items'][number] & {
  /** Signatures whose name has the words of the name in the complaint. */
  readonly signatures: readonly SeenRecord[];
};

/** Each takes a search of its own, so a page holds few. */
const shownAtOnce = 20;
const maxSignatures = 5;

/** @returns a page of complaints, each that is not answered with the signatures that it may be about */
export async function readRaised(
  store: Store,
  letter: Letter,
  { before, ...sight }: ViewerRights & { before: string | undefined },
): Promise<{ items: Raised[]; next: string | undefined }> {
  const page = await listDisputes(store, letter.slug, { before, limit: shownAtOnce });
  const items = await Promise.all(
    page.items.map(async (one): Promise<Raised> => {
      if (one.answer !== undefined) return { ...one, signatures: [] };
      const query = { state: 'any', order: 'name', q: one.organisation, limit: maxSignatures, ...sight } as const;
      const found = await readModerationList(store, letter.slug, query);
      const signatures = (found?.records ?? []).map((record) => asSeen(record, sight));
      return { ...one, signatures: signatures.toSorted(likelierFor(one.organisation)) };
    }),
  );
  return { items, next: page.next };
}

/** @returns an order: the name as it was given comes first, then those that are counted. The first one is chosen */
function likelierFor(organisation: string) {
  const fold = (name: string) => name.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const rank = (record: SeenRecord) =>
    (fold(record.organisationName ?? '') === fold(organisation) ? 0 : 2) + (isCounted(record) ? 0 : 1);
  return (one: SeenRecord, other: SeenRecord) => rank(one) - rank(other);
}

/** For the secretariat's eyes. */
const whyRemoved = 'The organisation says that it did not sign';

const changedMeanwhile =
  'The details of the signature changed after you opened the page. Check the new details, then answer again.';

/**
 * Removes the signature, if asked to, and stores the answer. When the signature cannot be removed, nothing is answered.
 *
 * @returns `done`, `gone` when there is no such complaint or signature, or a sentence that says why nothing was done
 */
export async function giveAnswer(
  api: ConsoleContext,
  { actor }: Pick<Visit, 'actor'>,
  letter: Letter,
  { id, answer, remove, tell, words }: AnswerRequest,
): Promise<{ readonly outcome: 'done' | 'gone' } | { readonly outcome: 'refused'; readonly why: string }> {
  const { store } = api;
  if (!(await readDispute(store, letter.slug, id))) return { outcome: 'gone' };
  if (answer === 'rejected' && remove) {
    const moderating = { store, keys: await api.keys(), letter, by: actor, now: api.now() };
    const wanted = { do: 'reject', why: whyRemoved, tell: true, fieldsVersion: remove.fieldsVersion } as const;
    const done = await moderate(moderating, remove.signature, wanted);
    if (done.outcome === 'gone') return { outcome: 'gone' };
    if (done.outcome === 'refused') return { outcome: 'refused', why: refusals[done.why] };
    if (done.outcome === 'changed-meanwhile') return { outcome: 'refused', why: changedMeanwhile };
  }
  const kept = await answerDispute(store, letter.slug, { id, answer, tell, words, by: actor }, api.now());
  return { outcome: kept ? 'done' : 'gone' };
}

/** @returns the report with the mailbox; records who looked */
export async function raiserOf({ store, now }: ConsoleContext, { actor }: Visit, { slug }: Letter, id: string) {
  const raised = await readDispute(store, slug, id);
  if (!raised) return undefined;
  await writeAudit(store, { by: actor, did: 'mailbox.seen', scope: slug, subject: disputeSubject(id) }, now());
  return raised;
}
