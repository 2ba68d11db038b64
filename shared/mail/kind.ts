/** The mails there are. */
import * as z from 'zod';
import { signatureId } from '../signature/id.ts';

export const mailKind = z.enum(['confirmation', 'receipt']);
export type MailKind = z.infer<typeof mailKind>;

/** What a message on the mail queue says: ids only, never personal data. */
export const mailRequest = z.strictObject({ signature: signatureId, mail: mailKind });
export type MailRequest = z.infer<typeof mailRequest>;
