/**
 * Log lines of a function: one JSON object each, never with personal data. Lambda adds time and request id. (The mailer
 * logs with Powertools; the public API starts faster without.)
 */

/** @param facts short words and numbers, never an error message, since that may quote the request */
export function logError(message: string, facts: Readonly<Record<string, string | number>>): void {
  process.stderr.write(`${JSON.stringify({ level: 'ERROR', message, ...facts })}\n`);
}
