/**
 * Guarantees when AWS fails, each checked on the deployed stack: no signature, count or mail is lost or doubled, except
 * a mail that was in flight when its function was killed, which may be doubled.
 *
 * One wait is shortened: a failed message waits a quarter of a minute for its next attempt, not six minutes. That is
 * harder: within the same minute it comes closer to the number of attempts after which it is set aside.
 */
import { mailerIsKilled, relayThrows, sesRefuses, sesThrottles } from './mail.ts';
import { poisonIsSetAside } from './poison.ts';
import { tablePutsOff, transactionsConflict } from './table.ts';

/** In order, by the names under which `npm run test:deploy -- NAME` runs them. */
export const faultRuns = [
  ['ses-throttles', sesThrottles],
  ['ses-refuses', sesRefuses],
  ['mailer-killed', mailerIsKilled],
  ['relay-throws', relayThrows],
  ['table-puts-off', tablePutsOff],
  ['transactions-conflict', transactionsConflict],
  ['poison', poisonIsSetAside],
] as const;
