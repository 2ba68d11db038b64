/**
 * Guarantees when AWS fails, each checked on the deployed stack: no signature, count or mail is lost or doubled, except
 * a mail that was in flight when its function was killed, which may be doubled.
 *
 * One wait is shortened: a failed message waits seconds for its next attempt, not six minutes. That is harder: within the
 * same minute it comes closer to the number of attempts after which it is set aside.
 */
import type { Instance } from '../../deploy/instance.ts';
import { mailerIsKilled, relayThrows, sesRefuses, sesThrottles } from './mail.ts';
import { poisonIsSetAside } from './poison.ts';
import type { FaultProxy } from './proxy.ts';
import { tablePutsOff, transactionsConflict } from './table.ts';

/** The names under which `npm run test:deploy -- NAME` runs them. */
type FaultRun =
  | 'ses-throttles'
  | 'ses-refuses'
  | 'mailer-killed'
  | 'relay-throws'
  | 'table-puts-off'
  | 'transactions-conflict'
  | 'poison';

/** Runs a part if it was requested. */
type RunPart = (name: FaultRun, prove: () => Promise<unknown>) => Promise<void>;

/** @param meanwhile runs when no more is killed, while mails wait more than a minute for the end of their leases */
export async function proveLeases(
  part: RunPart,
  instance: Instance,
  proxy: FaultProxy,
  meanwhile: () => Promise<void>,
): Promise<void> {
  const lastKill = Promise.withResolvers<void>();
  const killed = part('mailer-killed', () => mailerIsKilled(instance, proxy, lastKill.resolve));
  await Promise.race([killed, lastKill.promise]);
  const throttled = part('ses-throttles', () => sesThrottles(instance, proxy));
  await Promise.all([killed, throttled.then(meanwhile)]);
}

/** One after the other, since each may concern all calls or all mails. */
export async function proveOtherFaults(part: RunPart, instance: Instance, proxy: FaultProxy): Promise<void> {
  await part('ses-refuses', () => sesRefuses(instance, proxy));
  await part('relay-throws', () => relayThrows(instance, proxy));
  await part('table-puts-off', () => tablePutsOff(instance, proxy));
  await part('transactions-conflict', () => transactionsConflict(instance, proxy));
  await part('poison', () => poisonIsSetAside(instance));
}
