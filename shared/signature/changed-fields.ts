/** The fields of a signature that a step changes. */
import { isDeepStrictEqual } from 'node:util';
import type { SignatureRecord } from './record.ts';
import type { Step } from './update-item.ts';

/** Fields that an undo does not restore: they result from events and change with them. */
const notTakenBack = new Set<string>([
  'due',
  'dueAt',
  'dueNext',
  'lookAt',
  'sweeps',
  'leasedUntil',
  'revision',
  'history',
  'confirmTokens',
  'manageTokens',
]);

/** @returns the names of the fields that a step changes, without those that an undo does not restore */
export function changedFields({ before, after }: Step): string[] {
  const [from, to] = [
    new Map<string, unknown>(Object.entries(before)),
    new Map<string, unknown>(Object.entries(after)),
  ];
  return [...new Set([...from.keys(), ...to.keys()])].filter(
    (name) => !notTakenBack.has(name) && !isDeepStrictEqual(from.get(name), to.get(name)),
  );
}

/** @returns whether a step adds nothing but a line to the history, as when the same decision is made again */
export function isRepeat(step: Step): boolean {
  const mails = ({ due, dueAt, dueNext }: SignatureRecord) => [due, dueAt, dueNext];
  return changedFields(step).length === 0 && isDeepStrictEqual(mails(step.before), mails(step.after));
}
