/** A mail as plain text. */

import type { Texts } from '../../../shared/text/catalogue.ts';
import type { Part } from './parts.ts';
import { writeBlocks } from './plain-blocks.ts';
import { fillText, isolate, plainWords } from './words.ts';

/** @returns the whole text; every address and code is on a line of its own, for people and programs */
export function writeText(parts: readonly Part[], footer: string, texts: Texts): string {
  const blocks = parts.map((part) => plainWords(block(part, texts), texts.language));
  // Two hyphens and a space mark the rest as a signature, not part of the message (RFC 3676 §4.3).
  return `${[...blocks, `-- \n${plainWords(footer, texts.language)}`].join('\n\n')}\n`;
}

function block(part: Part, texts: Texts): string {
  switch (part.is) {
    case 'paragraph':
      return part.words;
    case 'heading':
      return `* ${part.words}`;
    case 'lines':
      return part.lines.join('\n');
    case 'button':
      return part.href;
    case 'link':
      return `${part.words}\n${part.href}`;
    case 'code':
      return fillText(texts, 'mail.code-code', { code: part.code });
    case 'facts': {
      const lines = part.facts.map(({ name, value }) => texts.text('page.label', { label: name }) + isolate(value));
      return [part.words, ...lines.map((line) => `  ${line}`)].join('\n');
    }
    case 'text':
      return writeBlocks(part.blocks);
    case 'rule':
      return '* * *';
  }
}
