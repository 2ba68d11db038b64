/** Reads the shared strings of a workbook, which are stored apart from its sheets (ECMA-376 part 1, 18.4). */
import { readXml } from './xml.ts';

/** Strings that cells refer to by number. Pieces of formatted text are joined; phonetic hints are left out. */
export function readSharedStrings(xml: string): readonly string[] {
  const found: string[] = [];
  let text: string | undefined;
  let isText = false;
  let pronounced = 0;
  readXml(xml, {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') pronounced += 1;
      if (name === 't') isText = true;
    },
    text: (piece) => {
      if (isText && pronounced === 0 && text !== undefined) text += piece;
    },
    close: (name) => {
      if (name === 't') isText = false;
      if (name === 'rPh') pronounced -= 1;
      if (name !== 'si') return;
      found.push(unescapeControls(text ?? ''));
      text = undefined;
    },
  });
  return found;
}

/**
 * Excel writes characters that XML cannot hold as `_x000D_`.
 * https://learn.microsoft.com/dotnet/api/documentformat.openxml.varianttypes.vtbstring
 */
export const unescapeControls = (text: string) =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code) => String.fromCharCode(Number.parseInt(String(code), 16)))
    : text;
