/** Timeouts of the clients for secrets and functions; those for table, queues and mail have their own. */

/**
 * Without timeouts, a call that hangs takes all the time that a function has. Both services answer within tens of
 * milliseconds. With the SDK's three tries a call ends after five seconds, and the public API still has time to answer.
 */
export const clientTimeouts = {
  requestHandler: { connectionTimeout: 1_000, requestTimeout: 1_500, throwOnRequestTimeout: true },
};
