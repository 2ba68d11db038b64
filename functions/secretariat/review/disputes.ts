/** Requests about reports that an organisation did not sign; for the pages and for the API. */
import * as z from 'zod';
import { writeAudit } from '../../../shared/audit/audit.ts';
import { disputeAnswer, disputeId, disputeSubject, readDispute } from '../../../shared/dispute/dispute.ts';
import type { Letter } from '../../../shared/letter/letter.ts';
import type { ConsoleContext } from '../context.ts';
import type { Visit } from '../guard.ts';

export const answerRequest = z.strictObject({ id: disputeId, answer: disputeAnswer });
export const raiserRequest = answerRequest.pick({ id: true });

/** @returns the report with the mailbox; records who looked */
export async function raiserOf({ store, now }: ConsoleContext, { actor }: Visit, { slug }: Letter, id: string) {
  const raised = await readDispute(store, slug, id);
  if (!raised) return undefined;
  await writeAudit(store, { by: actor, did: 'mailbox.seen', scope: slug, subject: disputeSubject(id) }, now());
  return raised;
}
