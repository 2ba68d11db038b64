/**
 * What must hold when AWS fails, each on the deployed stack: no signature, count or mail is lost, none is double; only a
 * mail that was in flight when its function was killed may be.
 *
 * Of the clock one thing is shortened: a message that failed waits a quarter of a minute for its next try, not six. That is
 * harder: in the same minute it comes near the five tries after which it is set aside.
 */
import type { Instance } from '../deploy/instance.ts';
import { mailerIsKilled, relayThrows, sesRefuses, sesThrottles } from './mail.ts';
import { poisonIsSetAside } from './poison.ts';
import type { FaultProxy } from './proxy.ts';
import { tablePutsOff, transactionsConflict } from './table.ts';

const runs = [
  sesThrottles,
  sesRefuses,
  mailerIsKilled,
  relayThrows,
  tablePutsOff,
  transactionsConflict,
  poisonIsSetAside,
];

export async function proveFaults(instance: Instance, proxy: FaultProxy): Promise<void> {
  for (const prove of runs) await prove(instance, proxy);
}
