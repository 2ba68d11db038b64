/** Checks a PDF and rewrites it with only the parts that its pages need. Loaded on demand: the parser is large. */
import { inflateSync } from 'node:zlib';
import {
  EncryptedPDFError,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { readJpeg } from './jpeg.ts';
import { withoutJpeg2000Notes } from './jpeg2000.ts';
import { Refused } from './refused.ts';

/** Space in front of the end of the file in which the end mark of a PDF must be, in bytes. */
const endWithin = 1024;
/** Largest stream with objects when it is inflated, in bytes. */
const maxInflated = 32 * 1024 * 1024;
const maxObjects = 200_000;

/** Values of `/S` and `/Subtype` that act, play, send or hold another file (ISO 32000-1, 12.5.6.1 and 12.6.4). */
const acts: ReadonlySet<string> = new Set([
  ...[
    'JavaScript',
    'Launch',
    'SubmitForm',
    'ImportData',
    'GoToE',
    'GoToR',
    'Rendition',
    'Movie',
    'Sound',
    'GoTo3DView',
  ],
  ...['RichMedia', 'RichMediaExecute', 'FileAttachment', 'Screen', '3D', 'ResetForm', 'SetOCGState', 'Hide'],
]);
/** Keys of the same kinds. */
const active: ReadonlySet<string> = new Set([
  'JS',
  'JavaScript',
  'EmbeddedFiles',
  'EF',
  'RichMediaContent',
  'XFA',
  'AF',
]);
/** Keys of invisible data: metadata, previews, data of programs, and the page to open first. */
const leftOut = ['Metadata', 'PieceInfo', 'Thumb', 'LastModified', 'AA', 'OpenAction'];

/**
 * @returns the document without metadata, earlier versions and parts that no page uses
 * @throws Refused when it is damaged or protected, or does more than show pages
 */
export async function cleanPdf(file: Buffer): Promise<Uint8Array> {
  const text = file.toString('latin1');
  const end = text.lastIndexOf('%%EOF');
  if (end < text.length - endWithin || text.slice(end + '%%EOF'.length).trim() !== '') throw new Refused('damaged');
  checkInflated(file, text);
  const document = await parse(file);
  // Dropped parts were also checked: a page with actions must not be trusted.
  reachable(document, checkPassive);
  const used = reachable(document, trim);
  const { context } = document;
  for (const [reference] of context.enumerateIndirectObjects()) {
    const object = used.get(reference);
    if (object) context.assign(reference, withoutNotes(object));
    else context.delete(reference);
  }
  delete context.trailerInfo.Info;
  try {
    return await document.save({ useObjectStreams: true, addDefaultPage: false, updateFieldAppearances: false });
  } catch {
    throw new Refused('damaged');
  }
}

async function parse(file: Buffer): Promise<PDFDocument> {
  try {
    const document = await PDFDocument.load(file, { updateMetadata: false, throwOnInvalidObject: true });
    if (document.getPageCount() > 0) return document;
  } catch (error) {
    if (error instanceof EncryptedPDFError) throw new Refused('protected');
  }
  throw new Refused('damaged');
}

/**
 * The parser inflates streams that hold objects, regardless of their inflated size, so they are inflated before, up to
 * a limit. It leaves other streams, such as pictures, as they are.
 */
function checkInflated(file: Buffer, text: string): void {
  let left = maxInflated;
  for (const { 0: mark, index } of text.matchAll(/\bstream\r?\n/g)) {
    const header = unescapeNames(text.slice(text.lastIndexOf('endobj', index) + 1, index));
    if (!/\/(?:ObjStm|XRef)\b/.test(header)) continue;
    const filters = header.match(/\/(?:\w+Decode|Fl|LZW|RL|A85|AHx)\b/g) ?? [];
    if (filters.length === 0) continue;
    // Any other filter, or a second one, is used by no program that writes such streams.
    if (filters.length > 1 || filters[0] !== '/FlateDecode') throw new Refused('damaged');
    left -= inflatedLength(file.subarray(index + mark.length), left);
  }
}

function inflatedLength(stream: Buffer, limit: number): number {
  try {
    return inflateSync(stream, { maxOutputLength: limit }).byteLength;
  } catch {
    throw new Refused('damaged');
  }
}

/** A name may be written with hexadecimal escapes, so that `/J#61vaScript` is `/JavaScript`. */
function unescapeNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** @returns the objects that the document needs, by reference. @param look is shown each of them, and their parts */
function reachable({ context }: PDFDocument, look: (dict: PDFDict) => void): Map<PDFRef, PDFObject> {
  const found = new Map<PDFRef, PDFObject>();
  const waiting: PDFObject[] = context.trailerInfo.Root ? [context.trailerInfo.Root] : [];
  for (let object = waiting.pop(); object; object = waiting.pop()) {
    if (object instanceof PDFRef) {
      const target = found.has(object) ? undefined : context.lookup(object);
      if (target) {
        found.set(object, target);
        waiting.push(target);
      }
      continue;
    }
    if (object instanceof PDFArray) for (const item of object.asArray()) waiting.push(item);
    const dict = object instanceof PDFStream ? object.dict : object;
    if (dict instanceof PDFDict) {
      look(dict);
      for (const value of dict.values()) waiting.push(value);
    }
    if (found.size > maxObjects) throw new Refused('damaged');
  }
  return found;
}

const nameOf = (value: PDFObject | undefined) => (value instanceof PDFName ? value.decodeText() : undefined);

/** @throws Refused when the object acts or holds another file */
function checkPassive(dict: PDFDict): void {
  const value = (key: string) => nameOf(dict.lookup(PDFName.of(key)));
  const kinds = [value('S'), value('Subtype'), value('Type')];
  if (kinds.some((kind) => kind !== undefined && (acts.has(kind) || kind === 'EmbeddedFile'))) {
    throw new Refused('active');
  }
  if (dict.keys().some((key) => active.has(key.decodeText()))) throw new Refused('active');
  if (value('S') === 'URI') checkLink(dict);
}

function trim(dict: PDFDict): void {
  for (const key of leftOut) dict.delete(PDFName.of(key));
}

/** Links to pages and mailboxes stay. */
function checkLink(dict: PDFDict): void {
  const target = dict.lookup(PDFName.of('URI'));
  const address = target instanceof PDFString || target instanceof PDFHexString ? target.decodeText() : '';
  if (!/^(?:https?:\/\/|mailto:|#)/i.test(address)) throw new Refused('active');
}

/** Pictures keep what a camera wrote into them, place included. @returns a stream without that, if it is one */
function withoutNotes(object: PDFObject): PDFObject {
  if (!(object instanceof PDFRawStream)) return object;
  const filter = object.dict.lookup(PDFName.of('Filter'));
  const filters = filter instanceof PDFArray ? filter.asArray().map(nameOf) : filter ? [nameOf(filter)] : [];
  const last = filters.at(-1);
  if (last !== 'DCTDecode' && last !== 'DCT' && last !== 'JPXDecode') return object;
  const picture = filters.slice(0, -1).reduce((bytes, name) => undone(bytes, name), Buffer.from(object.contents));
  const clean = last === 'JPXDecode' ? withoutJpeg2000Notes(picture) : readJpeg(picture, 'in a PDF')?.bytes;
  if (!clean) throw new Refused('damaged');
  const dict = object.dict.clone();
  dict.set(PDFName.of('Filter'), PDFName.of(last));
  if (filters.length > 1) dict.delete(PDFName.of('DecodeParms'));
  return PDFRawStream.of(dict, clean);
}

function undone(bytes: Buffer, filter: string | undefined): Buffer<ArrayBuffer> {
  if (filter !== 'FlateDecode' && filter !== 'Fl') throw new Refused('damaged');
  try {
    return Buffer.from(inflateSync(bytes, { maxOutputLength: maxInflated }));
  } catch {
    throw new Refused('damaged');
  }
}
