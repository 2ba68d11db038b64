/** The result of a check, in words for people who run the stack. */

export interface Finding {
  readonly check: string;
  /** `fail`: it does not work. `warn`: it works, but somebody should know. */
  readonly level: 'ok' | 'warn' | 'fail';
  readonly says: string;
  /** Advice; every finding except `ok` has it. */
  readonly todo?: string;
}

export const ok = (check: string, says: string): Finding => ({ check, level: 'ok', says });
export const warn = (check: string, says: string, todo: string): Finding => ({ check, level: 'warn', says, todo });
export const fail = (check: string, says: string, todo: string): Finding => ({ check, level: 'fail', says, todo });

/** @returns lines for a terminal */
export function linesOf({ check, level, says, todo }: Finding): string[] {
  const mark = { ok: 'ok  ', warn: 'warn', fail: 'FAIL' }[level];
  return [`${mark}  ${check.padEnd(14)}${says}`, ...(todo === undefined ? [] : [`${' '.repeat(20)}→ ${todo}`])];
}
