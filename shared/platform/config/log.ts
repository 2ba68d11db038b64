/**
 * Lines for the function's log: one JSON object each, never with personal data. Lambda adds time and request id. (The
 * mailer, which has room for it, logs with Powertools; the public API starts sooner without.)
 */

/** @param facts what happened, as short words and numbers: no message of an error, it may quote what was sent */
export function logError(message: string, facts: Readonly<Record<string, string | number>>): void {
  process.stderr.write(`${JSON.stringify({ level: 'ERROR', message, ...facts })}\n`);
}
