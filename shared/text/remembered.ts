/** Languages and names come from requests, so no more than this is remembered of each function. */
const most = 500;

/**
 * @param make makes a value that depends only on the text; errors are not remembered
 * @returns the same function, which makes each value once: objects of `Intl` take fifty times as long to make as to use
 */
export function remembered<Value>(make: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const made = make(text);
    if (known.size >= most) known.clear();
    known.set(text, made);
    return made;
  };
}
