/** Taking back, as it is asked for, and what was done, as it is shown. */
import * as z from 'zod';
import { actor, deed } from '../../../shared/audit/audit.ts';
import { signatureId } from '../../../shared/ids.ts';
import { actId } from '../../../shared/signature/moderation/undo-log.ts';
import { moment } from '../../../shared/time.ts';

export const undoRequest = z.strictObject({ act: actId });

/** What was done, without what it was before: that may be somebody's name. */
export const actView = z.object({
  id: actId,
  at: moment,
  by: actor,
  did: deed,
  of: z.array(signatureId),
  bulk: z.string().optional(),
  undoneAt: moment.optional(),
});
