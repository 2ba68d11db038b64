/** The strings in the source code that people may read: literals, templates and the text of elements. */
import { globSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { en } from '../../shared/text/languages/en.ts';

export interface ShownString {
  readonly file: string;
  /** With single spaces; a value that is filled in is `{}`. */
  readonly words: string;
}

const oneLine = (words: string) => words.replace(/\s+/g, ' ').trim();

/** @returns the strings of a file. An element with text is one string, with the text of the elements inside it */
function stringsIn(file: string): ShownString[] {
  const kind = file.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false, kind);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    else if (ts.isTemplateExpression(node)) found.push(templateText(node));
    else if (ts.isJsxElement(node) || ts.isJsxFragment(node)) found.push(elementText(node));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((words) => ({ file, words: oneLine(words) })).filter(({ words }) => /\p{L}/u.test(words));
}

function templateText({ head, templateSpans }: ts.TemplateExpression): string {
  return head.text + templateSpans.map(({ literal }) => `{}${literal.text}`).join('');
}

function elementText({ children }: ts.JsxElement | ts.JsxFragment): string {
  return children
    .map((child) => {
      if (ts.isJsxText(child)) return child.text;
      if (ts.isJsxElement(child) || ts.isJsxFragment(child)) return elementText(child);
      if (!ts.isJsxExpression(child) || !child.expression) return '';
      return ts.isStringLiteralLike(child.expression) ? child.expression.text : '{}';
    })
    .join('');
}

/** @returns all of them: of pages, mails, the embedded form, the API and the command line, and the English catalogue */
export function shownStrings(): ShownString[] {
  const files = globSync('{cli,embed,functions,shared}/**/*.{ts,tsx}').filter(
    (file) => !file.startsWith('shared/text/languages/') && !file.endsWith('.d.ts'),
  );
  const catalogue = Object.entries(en).map(([key, words]) => ({ file: `en.ts ${key}`, words }));
  return [...files.flatMap(stringsIn), ...catalogue];
}
