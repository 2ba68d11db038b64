/**
 * Log lines of a function: one JSON object each, never with personal data. Lambda adds time and request id.
 */

/** Short words and numbers, never an error message, since that may quote the request. */
type Facts = Readonly<Record<string, string | number>>;

export function logError(message: string, facts: Facts): void {
  writeLine('ERROR', message, facts);
}

/** For diagnosis later; needs no immediate action. */
export function logWarning(message: string, facts: Facts): void {
  writeLine('WARN', message, facts);
}

function writeLine(level: 'ERROR' | 'WARN', message: string, facts: Facts): void {
  process.stderr.write(`${JSON.stringify({ level, message, ...facts })}\n`);
}
