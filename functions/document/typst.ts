/**
 * Sets documents with Typst, a native module. On Lambda the bundle needs beside it:
 *
 * - `node_modules/@myriaddreamin/typst-ts-node-compiler` and its module for the architecture, about 50 MB:
 *   `npm install --os=linux --cpu=arm64 --libc=glibc` (or `--cpu=x64`) fetches it on any machine;
 * - `fonts/`: the files that `findFontFiles` finds, about 75 MB;
 * - `templates/`: the folder of that name here.
 */
import { readFileSync } from 'node:fs';
import { NodeCompiler, type NodeError, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler';
import { fontPaths } from './fonts.ts';

/** A folder that does not exist: a template can read only files that are passed to it under this path. */
const workspace = '/undersigned-document';

/** Made once per process: reading the fonts takes a fifth of a second. */
let made: NodeCompiler | undefined;
function compiler(): NodeCompiler {
  made ??= NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fontPaths() }] });
  return made;
}

export interface Typesetting {
  readonly template: 'letter' | 'signing-sheet' | 'share-picture';
  /** All that the template shows, as JSON. It reads strings as text, never as markup. */
  readonly view: unknown;
  /** The same with more fonts, for a document with characters that those of `view` do not have. */
  readonly widerView?: () => unknown;
  /** Images and attachments, by the names that the template uses. */
  readonly files: Readonly<Record<string, Uint8Array>>;
}

export type PdfStandard = 'pdf-ua-1' | 'pdf-a-3a';

/**
 * Maximum number of attempts: the second has all fonts, and each later one replaces the characters that the previous
 * one could not show.
 */
const attempts = 5;

export interface MadePdfs {
  readonly files: ReadonlyMap<PdfStandard, Uint8Array>;
  readonly pages: number;
  readonly missingCharacters: readonly string[];
}

/**
 * Sets the document once, and writes it by each standard: setting it takes most of the time and memory.
 *
 * @param at the time that the files say they were made at
 * @returns the PDFs, the same for the same input, and the characters that no font has. The files show their numbers
 *   instead: `[U+1E290]`
 * @throws when the template has an error
 */
export function makePdfs(
  typesetting: Typesetting,
  { standards, at }: { standards: readonly PdfStandard[]; at: Date },
): MadePdfs {
  let view = JSON.stringify(typesetting.view);
  let widerView = typesetting.widerView;
  const missing = new Set<string>();
  for (let attempt = 1; ; attempt += 1) {
    const set = setDocument({ ...typesetting, view }, standards, at);
    if ('files' in set) return { ...set, missingCharacters: [...missing] };
    const { error } = set;
    if (widerView && notDisplayed(error).length > 0) {
      view = JSON.stringify(widerView());
      widerView = undefined;
      continue;
    }
    const found = notDisplayed(error).filter((text) => !missing.has(text));
    if (found.length === 0 || attempt === attempts) throw new Error(`the document could not be typeset: ${error}`);
    for (const text of found) missing.add(text);
    view = JSON.stringify(JSON.parse(view), (_, value: unknown) =>
      typeof value === 'string' ? found.reduce((all, text) => all.replaceAll(text, numbersOf(text)), value) : value,
    );
  }
}

/** Sets a document that is needed by one standard only. Like `makePdfs` */
export function makePdf(typesetting: Typesetting, { standard, at }: { standard: PdfStandard; at: Date }) {
  const { files, ...about } = makePdfs(typesetting, { standards: [standard], at });
  const bytes = files.get(standard);
  if (!bytes) throw new Error(`nothing was written by ${standard}`);
  return { bytes, ...about };
}

/** @returns the first page as an SVG, with all letters as shapes. Characters that no font has are left out */
export function makeSvg(typesetting: Typesetting): string {
  return withFiles(typesetting, (typst) =>
    typst.svg(compile(typst, typesetting.template, { view: JSON.stringify(typesetting.view) })),
  );
}

/** @returns elements of the document that carry this label, as JSON: for tests that count names */
export function queryDocument(typesetting: Typesetting, label: string): unknown {
  return withFiles(typesetting, (typst) =>
    typst.query(compile(typst, typesetting.template, { view: JSON.stringify(typesetting.view), labelled: 'yes' }), {
      selector: `<${label}>`,
    }),
  );
}

function setDocument(
  typesetting: Typesetting & { view: string },
  standards: readonly PdfStandard[],
  at: Date,
): Omit<MadePdfs, 'missingCharacters'> | { readonly error: string } {
  return withFiles(typesetting, (typst) => {
    const document = compile(typst, typesetting.template, { view: typesetting.view });
    const creationTimestamp = Math.floor(at.getTime() / 1000);
    try {
      const write = (standard: PdfStandard) =>
        typst.pdf(document, { pdfStandard: standard.replace('pdf-', ''), creationTimestamp });
      const files = new Map(standards.map((standard) => [standard, write(standard)] as const));
      return { files, pages: document.numOfPages };
    } catch (error) {
      return { error: error instanceof Error ? error.message : String(error) };
    }
  });
}

/** Clears the cache afterwards, which would hold the names, and keep the memory of the largest document. */
function withFiles<Result>({ template, files }: Typesetting, use: (typst: NodeCompiler) => Result): Result {
  const typst = compiler();
  const templates = { 'frame.typ': readTemplate('frame'), [`${template}.typ`]: readTemplate(template) };
  for (const [name, content] of Object.entries({ ...templates, ...files })) {
    typst.mapShadow(`${workspace}/${name}`, Buffer.from(content));
  }
  try {
    return use(typst);
  } finally {
    typst.resetShadow();
    typst.evictCache(0);
  }
}

const readTemplate = (name: string) => readFileSync(new URL(`templates/${name}.typ`, import.meta.url));

function compile(
  typst: NodeCompiler,
  template: string,
  inputs: Readonly<Record<'view', string> & Partial<Record<'labelled', string>>>,
): NodeTypstDocument {
  const result = typst.compile({ mainFilePath: `${workspace}/${template}.typ`, inputs });
  const { result: document } = result;
  if (!document) throw new Error(`the template ${template} has an error: ${describe(result.takeError())}`);
  return document;
}

const describe = (error: NodeError | null) => JSON.stringify(error?.shortDiagnostics ?? 'unknown');

/** Reads Typst's errors about glyphs: debugging output, in which the message and the text in it are escaped. */
function notDisplayed(message: string): string[] {
  const found = message.matchAll(/the text `(.*?)` could not be displayed with font/gsu);
  return [...new Set(Array.from(found, ([, text = '']) => readEscapes(readEscapes(text).replace(/^"|"$/g, ''))))];
}

const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

/** Reads a string as Rust's `escape_debug` writes it. */
function readEscapes(text: string): string {
  return text.replace(/\\(?:u\{([0-9a-f]+)\}|(.))/gsu, (_, code: string | undefined, sign: string) =>
    code === undefined ? (escapes[sign] ?? sign) : String.fromCodePoint(Number.parseInt(code, 16)),
  );
}

/** Plain letters and digits stay: the mark on them is what no font has. */
function numbersOf(text: string): string {
  return Array.from(text, (character) =>
    /[a-z0-9 ]/i.test(character)
      ? character
      : `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`,
  ).join('');
}
