/**
 * Reads the XML of an untrusted workbook in one pass: elements, attributes and text. Document types are not supported,
 * so there are no entities except XML's own five. https://www.w3.org/TR/xml/
 */

export interface XmlReader {
  /** @param name without its namespace prefix */
  readonly open: (name: string, attribute: (name: string) => string | undefined) => void;
  readonly close?: (name: string) => void;
  readonly text?: (text: string) => void;
}

/** Calls the reader for each element and text. @throws Error for anything that is not XML */
export function readXml(xml: string, reader: XmlReader): void {
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    const end = tag < 0 ? xml.length : tag;
    if (end > at && reader.text) reader.text(unescapeXml(xml.slice(at, end)));
    if (tag < 0) return;
    at = readTag(xml, tag, reader);
  }
}

/** @returns the position after the tag */
function readTag(xml: string, tag: number, reader: XmlReader): number {
  if (xml.startsWith('<!--', tag)) return behind(xml, '-->', tag + 4);
  if (xml.startsWith('<![CDATA[', tag)) {
    const end = behind(xml, ']]>', tag + 9);
    reader.text?.(xml.slice(tag + 9, end - 3));
    return end;
  }
  if (xml.startsWith('<?', tag)) return behind(xml, '?>', tag + 2);
  if (xml.startsWith('<!', tag)) throw new Error('a document type');
  const end = tagEnd(xml, tag + 1);
  if (xml[tag + 1] === '/') {
    reader.close?.(localName(xml.slice(tag + 2, end).trim()));
    return end + 1;
  }
  const isEmpty = xml[end - 1] === '/';
  const inside = xml.slice(tag + 1, isEmpty ? end - 1 : end);
  const space = inside.search(/\s/);
  const name = localName(space < 0 ? inside : inside.slice(0, space));
  reader.open(name, (wanted) => (space < 0 ? undefined : attributeIn(inside.slice(space), wanted)));
  if (isEmpty) reader.close?.(name);
  return end + 1;
}

function behind(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found < 0) throw new Error(`no ${mark}`);
  return found + mark.length;
}

/** A `>` may occur inside an attribute value. */
function tagEnd(xml: string, from: number): number {
  let at = from;
  while (at < xml.length) {
    const sign = xml[at];
    if (sign === '>') return at;
    at = sign === '"' || sign === "'" ? behind(xml, sign, at + 1) : at + 1;
  }
  throw new Error('a tag without an end');
}

const localName = (name: string) => name.slice(name.indexOf(':') + 1);

function attributeIn(attributes: string, wanted: string): string | undefined {
  for (const [, name = '', double, single] of attributes.matchAll(/([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (localName(name) === wanted) return unescapeXml(double ?? single ?? '');
  }
  return undefined;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name)] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
