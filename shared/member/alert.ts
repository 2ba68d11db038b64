/** Events that a member can be mailed about, and how soon. Each member chooses. */
import * as z from 'zod';
import { letterSlug } from '../ids.ts';
import { isoTimestamp } from '../time.ts';
import type { Permission } from './role.ts';

export const alertKind = z.enum(['complaint', 'burst', 'review', 'goal', 'delivery']);
export type AlertKind = z.infer<typeof alertKind>;

export const alertWhen = z.enum(['at-once', 'daily', 'never']);
export type AlertWhen = z.infer<typeof alertWhen>;

/** Members who may not handle it are not told. */
export const alertNeeds: Readonly<Record<AlertKind, Permission>> = {
  complaint: 'signature.decide',
  burst: 'signature.decide',
  review: 'signature.decide',
  goal: 'letter.read',
  delivery: 'letter.state',
};

export const alertChoices = z.partialRecord(alertKind, alertWhen);

/** The last mail of a kind, and the numbers by letter that the member was told of. */
export const alerted = z.partialRecord(
  alertKind,
  z.object({ at: isoTimestamp.optional(), seen: z.record(z.string(), z.int()) }),
);

/** The number of a letter in a mail: no names. */
export const alertOfLetter = z.object({ letter: letterSlug, title: z.string(), number: z.int() });
export type AlertOfLetter = z.infer<typeof alertOfLetter>;
