/** The guides for the secretariat quote labels of the console in bold, and in italics with a capital: each exists there. */
import { glob, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Names of steps and of cases, columns of lists, and parts of other programs. */
const notLabels = new Set([
  ...['Choose countries', 'Unknown name', 'Ambiguous name', 'Clean air', 'Excel', 'CSV'],
  ...['Vorname', 'Nachname', 'Nom', 'Prénom', 'Organization Name', 'Current Employer'],
]);

let pages: string;
beforeAll(async () => {
  const sources: string[] = [];
  for await (const file of glob('functions/secretariat/**/*.{ts,tsx}', { cwd: root }))
    sources.push(await readFile(`${root}${file}`, 'utf8'));
  pages = sources.join('\n').replace(/\s+/g, ' ');
});

/** @returns the labels that a guide quotes; a path such as “Settings → Logo” has several */
function labelsIn(guide: string): string[] {
  const prose = guide.replace(/```[\s\S]*?```/g, '').replace(/\n(?!\n)/g, ' ');
  const bold = [...prose.matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label);
  const italic = [...prose.replace(/\*\*[^*]+\*\*/g, '').matchAll(/(?<!\*)\*([A-Z][^*]*)\*/g)].map(
    ([, label = '']) => label,
  );
  return [...bold, ...italic]
    .filter((label) => !/[.:]$/.test(label))
    .flatMap((label) => label.split(' → '))
    .filter((label) => !notLabels.has(label));
}

it.each(['letters', 'delivering', 'updates', 'importing'])('docs/%s.md quotes labels of the console', async (name) => {
  const labels = labelsIn(await readFile(`${root}docs/${name}.md`, 'utf8'));
  expect(labels.length).toBeGreaterThan(1);
  expect(labels.filter((label) => !pages.includes(label))).toEqual([]);
});

it('finds labels in bold, in italics and in paths', () => {
  expect(
    labelsIn('Open **Settings → Logo**, press *Add a\nlogo*, and *then* wait. **Upload.** It takes a while.'),
  ).toEqual(['Settings', 'Logo', 'Add a logo']);
});
