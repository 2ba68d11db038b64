/** How long the clients for queues and secrets wait; the one for the table has its own (`shared/store`). */

/**
 * Without it a call that hangs takes all the time that a function has. Both answer within tens of milliseconds; with the
 * SDK's three tries it is over after five seconds, and the public API still has time for an answer of its own.
 */
export const clientTimeouts = {
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_500, throwOnRequestTimeout: true },
};
