/**
 * Checks a logo before anything decodes it. PNG and SVG are accepted. Files that are small but huge in memory, or would
 * fetch something, are refused.
 */
import { inflateSync } from 'node:zlib';

/** Largest file, in bytes. */
const maxBytes = 500_000;
/** Largest width and height of a PNG, in pixels. */
const maxPixels = 4000;
/** Largest compressed profile or comment of a PNG when it is inflated, in bytes. */
const maxInflated = 4_000_000;
const maxElements = 5000;

/** Shapes, their colours and their titles. Anything else can hold, repeat or fetch more than it shows. */
const elements: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath', 'title', 'desc'],
]);

/** @returns why the logo is refused, for people, or undefined when it can be used */
export function checkLogo(type: 'image/png' | 'image/svg+xml', bytes: Uint8Array): string | undefined {
  if (bytes.byteLength > maxBytes) return `is larger than ${maxBytes / 1000} kB`;
  return type === 'image/png' ? checkPng(Buffer.from(bytes)) : checkSvg(bytes);
}

/** https://www.w3.org/TR/png-3/#5Chunk-layout */
function checkPng(bytes: Buffer): string | undefined {
  const notPng = 'is not a PNG image';
  if (!bytes.subarray(0, 8).equals(Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'))) return notPng;
  const seen: string[] = [];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const name = bytes.toString('latin1', at + 4, at + 8);
    const content = bytes.subarray(at + 8, at + 8 + length);
    if (content.length !== length || (seen.length === 0) !== (name === 'IHDR')) return notPng;
    if (name === 'IHDR' && (length !== 13 || isTooLarge(content)))
      return `is larger than ${maxPixels} × ${maxPixels} pixels`;
    if (!inflatesWell(name, content)) return 'holds a colour profile or a comment that is too large';
    seen.push(name);
    if (name === 'IEND') return seen.includes('IDAT') ? undefined : notPng;
    at += 12 + length;
  }
  return notPng;
}

function isTooLarge(header: Buffer): boolean {
  const sides = [header.readUInt32BE(0), header.readUInt32BE(4)];
  return sides.some((side) => side < 1 || side > maxPixels);
}

/** Text comes after a keyword that ends with a zero byte. */
function inflatesWell(name: string, content: Buffer): boolean {
  if (!['iCCP', 'zTXt', 'iTXt'].includes(name)) return true;
  const start = content.indexOf(0) + 1;
  const isPlain = name === 'iTXt' && content[start] === 0;
  if (isPlain) return true;
  // A compressed `iTXt` is not worth reading: a logo needs none.
  if (name === 'iTXt') return false;
  try {
    inflateSync(content.subarray(start + 1), { maxOutputLength: maxInflated });
    return true;
  } catch {
    return false; // damaged, or larger than the limit
  }
}

function checkSvg(bytes: Uint8Array): string | undefined {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return 'is not an SVG image in UTF-8';
  }
  const plain = text.replace(/<!--[\s\S]*?-->/g, '').replace(/^\s*<\?xml [^>]*\?>/, '');
  if (/<[!?]/.test(plain)) return 'holds a document type, entities or instructions: save it as plain SVG';
  const tags = [...plain.matchAll(/<\/?([^\s/>]*)/g)].map(([, name = '']) => name);
  if (tags[0] !== 'svg') return 'is not an SVG image';
  const other = tags.find((name) => !elements.has(name));
  if (other !== undefined) {
    return `holds <${other.slice(0, 40)}>: save it as plain SVG, with text and pictures converted to paths`;
  }
  if (tags.length > 2 * maxElements) return `has more than ${maxElements} shapes`;
  if (
    /\s(?:on\w+|style\s*=\s*["'][^"']*@|(?:xlink:)?href\s*=\s*["'](?!#))/i.test(plain) ||
    /url\(\s*["']?(?!#)/i.test(plain)
  ) {
    return 'refers to something outside of it: save it as plain SVG';
  }
  return undefined;
}
