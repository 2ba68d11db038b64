/** Splits the shell examples of the documents into commands. It knows as much of the shell as they use. */

/** The words of a command; redirections are left out. */
export type Command = readonly string[];

/**
 * @returns all commands in order, those within `$(…)` before the command that uses them. Such a part stays in its word
 *   as `$(…)`, and variables as `$name`
 */
export function commandsIn(script: string): Command[] {
  const commands: Command[] = [];
  let words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const endWord = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  const endCommand = () => {
    endWord();
    const kept = words.filter((_, index) => words[index - 1] !== '>' && words[index] !== '>');
    if (kept.length > 0) commands.push(kept);
    words = [];
  };
  /** Reads `$(…)` from its dollar sign on. */
  const substitution = (): string => {
    const start = at;
    let depth = 0;
    do {
      if (script[at] === '(') depth += 1;
      if (script[at] === ')') depth -= 1;
      at += 1;
    } while (depth > 0 || at <= start + 1);
    const text = script.slice(start, at);
    commands.push(...commandsIn(text.slice(2, -1)));
    return text;
  };
  while (at < script.length) {
    const character = script[at] ?? '';
    if (character === "'") {
      const end = script.indexOf("'", at + 1);
      word = (word ?? '') + script.slice(at + 1, end);
      at = end + 1;
    } else if (character === '"') {
      at += 1;
      word ??= '';
      while (script[at] !== '"') {
        if (at >= script.length) throw new Error(`a quote does not end: ${script}`);
        if (script.startsWith('$(', at)) word += substitution();
        else {
          if (script[at] === '\\') at += 1;
          word += script[at];
          at += 1;
        }
      }
      at += 1;
    } else if (script.startsWith('$(', at)) word = (word ?? '') + substitution();
    else if (character === '\\' && script[at + 1] === '\n') at += 2;
    else if (character === '#' && word === undefined) {
      while (at < script.length && script[at] !== '\n') at += 1;
    } else if ('\n;|'.includes(character) || script.startsWith('&&', at)) {
      endCommand();
      at += character === '&' ? 2 : 1;
    } else if (/\s/.test(character)) {
      endWord();
      at += 1;
    } else if (character === '>') {
      endWord();
      words.push('>');
      at += 1;
    } else {
      word = (word ?? '') + character;
      at += 1;
    }
  }
  endCommand();
  return commands;
}
