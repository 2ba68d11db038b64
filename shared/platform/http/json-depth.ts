/** Limits how deeply JSON may be nested, since later code walks through it recursively. */

/** Far more than any body of ours needs. */
const deepest = 32;

/** @returns whether the text nests arrays and objects more deeply than allowed. One pass; the text need not be valid */
export function isTooDeep(json: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < json.length; at += 1) {
    const sign = json.charAt(at);
    if (inString) {
      if (sign === '\\') at += 1;
      else if (sign === '"') inString = false;
    } else if (sign === '"') inString = true;
    else if (sign === '[' || sign === '{') {
      depth += 1;
      if (depth > deepest) return true;
    } else if (sign === ']' || sign === '}') depth -= 1;
  }
  return false;
}
