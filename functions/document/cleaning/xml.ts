/**
 * Parses the XML of a drawing: elements, attributes and text. Stricter than XML asks for: a document type that declares
 * anything is refused, so there are no entities except XML's own five. https://www.w3.org/TR/xml/
 */
import { Refused } from './refused.ts';

export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  /** Text directly inside, without that of children. */
  text: string;
}

const maxDepth = 64;

const name = String.raw`[A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?`;
const attribute = String.raw`\s+${name}\s*=\s*(?:"[^"<]*"|'[^'<]*')`;
/** All that may begin with `<`, at one place of the text. */
const markup = new RegExp(
  [
    String.raw`<!--(?:(?!--)[\s\S])*-->`,
    String.raw`<!\[CDATA\[(?<cdata>(?:(?!\]\]>)[\s\S])*)\]\]>`,
    String.raw`<\?(?:(?!\?>)[\s\S])*\?>`,
    String.raw`<!DOCTYPE\s[^<>[\]]*>`,
    String.raw`</(?<close>${name})\s*>`,
    String.raw`<(?<open>${name})(?<attributes>(?:${attribute})*)\s*(?<empty>/?)>`,
  ].join('|'),
  'y',
);
const attributes = new RegExp(String.raw`\s+(${name})\s*=\s*(?:"([^"]*)"|'([^']*)')`, 'g');

/**
 * @returns the root element
 * @throws Refused (`svg`) for anything that is not well-formed, or declares entities
 */
export function parseXml(xml: string): XmlElement {
  const roots: XmlElement[] = [];
  const open: XmlElement[] = [];
  for (let at = 0; at < xml.length; ) {
    const next = xml.indexOf('<', at);
    addText(open, unescapeXml(xml.slice(at, next < 0 ? undefined : next)));
    if (next < 0) break;
    markup.lastIndex = next;
    const found = markup.exec(xml);
    if (!found) throw new Refused('svg');
    at = markup.lastIndex;
    const { cdata, close, open: opened, attributes: typed = '', empty } = found.groups ?? {};
    if (cdata !== undefined) addText(open, cdata);
    if (close !== undefined && open.pop()?.name !== close) throw new Refused('svg');
    if (opened === undefined) continue;
    const element = { name: opened, attributes: readAttributes(typed), children: [], text: '' };
    (open.at(-1)?.children ?? roots).push(element);
    if (empty !== '/') open.push(element);
    if (open.length > maxDepth) throw new Refused('svg');
  }
  const [root, ...others] = roots;
  if (!root || others.length > 0 || open.length > 0) throw new Refused('svg');
  return root;
}

function addText(open: readonly XmlElement[], text: string): void {
  const inside = open.at(-1);
  if (inside) inside.text += text;
  else if (text.trim() !== '') throw new Refused('svg');
}

function readAttributes(typed: string): Map<string, string> {
  const read = new Map<string, string>();
  for (const [, key = '', double, single] of typed.matchAll(attributes)) {
    if (read.has(key)) throw new Refused('svg');
    read.set(key, unescapeXml(double ?? single ?? ''));
  }
  return read;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6});|#([0-9]{1,7});|([a-z]{2,4});)?/gi, (_, hex, decimal, entity) => {
    if (hex === undefined && decimal === undefined) {
      const plain = named[String(entity)];
      if (plain === undefined) throw new Refused('svg');
      return plain;
    }
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    if (code < 9 || code > 0x10ffff) throw new Refused('svg');
    return String.fromCodePoint(code);
  });
}

/** @returns the element as XML */
export function writeXml({ name: tag, attributes: values, children, text }: XmlElement): string {
  const written = [...values].map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  return `<${tag}${written}>${escapeXml(text)}${children.map(writeXml).join('')}</${tag}>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
