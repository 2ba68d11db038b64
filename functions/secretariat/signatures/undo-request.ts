/** The request to undo an action, and the view of past actions. */
import * as z from 'zod';
import { actor, auditAction } from '../../../shared/audit/audit.ts';
import { signatureId } from '../../../shared/ids.ts';
import { undoId } from '../../../shared/signature/moderation/undo-log.ts';
import { isoTimestamp } from '../../../shared/time.ts';

export const undoRequest = z.strictObject({ act: undoId });

/** An action without the previous state, which may contain somebody's name. */
export const undoEntryView = z.object({
  id: undoId,
  at: isoTimestamp,
  by: actor,
  did: auditAction,
  of: z.array(signatureId),
  bulk: z.string().optional(),
  undoneAt: isoTimestamp.optional(),
});
