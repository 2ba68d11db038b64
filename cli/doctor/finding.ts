/** The result of a check, in words for people who run the stack. */

export interface Finding {
  readonly check: string;
  /** `wrong`: it does not work as it must. `look`: it works, but somebody should know. */
  readonly level: 'fine' | 'look' | 'wrong';
  readonly says: string;
  /** Advice; every finding that is not fine has it. */
  readonly todo?: string;
}

export const ok = (check: string, says: string): Finding => ({ check, level: 'fine', says });
export const warn = (check: string, says: string, todo: string): Finding => ({ check, level: 'look', says, todo });
export const fail = (check: string, says: string, todo: string): Finding => ({ check, level: 'wrong', says, todo });

/** @returns lines for a terminal */
export function linesOf({ check, level, says, todo }: Finding): string[] {
  const mark = { fine: 'ok   ', look: 'look ', wrong: 'WRONG' }[level];
  return [`${mark}  ${check.padEnd(14)}${says}`, ...(todo === undefined ? [] : [`${' '.repeat(21)}→ ${todo}`])];
}
