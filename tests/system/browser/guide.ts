/**
 * The snippets of the guides, read from the guides themselves, with this stack's addresses in place of the examples.
 */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import type { Site } from './site.ts';

export type Guide = 'embedding' | 'embedding/elements' | 'embedding/guides';

/** @returns the text of docs/….md */
export async function readGuide(name: Guide): Promise<string> {
  return readFile(new URL(`../../../docs/${name}.md`, import.meta.url), 'utf8');
}

/** @returns the first snippet in that language under that heading */
export async function snippet(
  { stack, host }: Pick<Site, 'stack' | 'host'>,
  guide: Guide,
  heading: string,
  language = 'html',
): Promise<string> {
  const sections = (await readGuide(guide)).split(/^##? /m);
  const section = sections.find((one) => one.startsWith(`${heading}\n`)) ?? '';
  const found = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, 'm').exec(section)?.[1];
  return z
    .string(`no ${language} under "${heading}"`)
    .parse(found)
    .replaceAll('https://sign.example.org', stack.publicUrl)
    .replaceAll('https://valley-radio.example', host.origin);
}
