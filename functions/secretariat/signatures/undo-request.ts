/** Taking back, as it is asked for, and what was done, as it is shown. */
import * as z from 'zod';
import { actor, auditAction } from '../../../shared/audit/audit.ts';
import { signatureId } from '../../../shared/ids.ts';
import { undoId } from '../../../shared/signature/moderation/undo-log.ts';
import { isoTimestamp } from '../../../shared/time.ts';

export const undoRequest = z.strictObject({ act: undoId });

/** What was done, without what it was before: that may be somebody's name. */
export const actView = z.object({
  id: undoId,
  at: isoTimestamp,
  by: actor,
  did: auditAction,
  of: z.array(signatureId),
  bulk: z.string().optional(),
  undoneAt: isoTimestamp.optional(),
});
