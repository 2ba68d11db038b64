/**
 * What must hold when AWS fails, each on the deployed stack: no signature, count or mail is lost, none is double; only a
 * mail that was in flight when its function was killed may be.
 *
 * Of the clock one thing is shortened: a message that failed waits a quarter of a minute for its next try, not six. That is
 * harder: in the same minute it comes nearer to the tries after which it is set aside.
 */
import { mailerIsKilled, relayThrows, sesRefuses, sesThrottles } from './mail.ts';
import { poisonIsSetAside } from './poison.ts';
import { tablePutsOff, transactionsConflict } from './table.ts';

/** In their order, by the names under which `npm run test:deploy -- NAME` runs them. */
export const faultRuns = [
  ['ses-throttles', sesThrottles],
  ['ses-refuses', sesRefuses],
  ['mailer-killed', mailerIsKilled],
  ['relay-throws', relayThrows],
  ['table-puts-off', tablePutsOff],
  ['transactions-conflict', transactionsConflict],
  ['poison', poisonIsSetAside],
] as const;
