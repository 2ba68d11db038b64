/** Shared by all tests of the elements: one local stack, one browser, one site of somebody else. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openSite, type Site } from '../system/browser/site.ts';

/** Partner whose site the pages are on. */
export const partner = 'mill-square-press';

export interface Embedding {
  readonly site: Site;
  /** A letter that only people sign, not organisations. */
  readonly forPeople: string;
}

const forPeople = `---
slug: a-swing-for-the-square
language: en
title: A swing for Mill Square
date: 2025-05-06
addressees: [{ name: The Parks Office }]
salutation: Dear Parks Office,
convener: { organisation: Parents of Mill Square, signatory: Ida Stone }
accepts: [individual]
privacy: { controller: Parents of Mill Square, contact: privacy@mill-square.example }
---

Please put **a swing** under the limes:

- for the small ones
- and for the *tall* ones, as in [the plan](https://plan.example/).
`;

export async function openEmbedding(): Promise<Embedding> {
  const site = await openSite();
  const path = join(site.stack.dataDir, 'a-swing.md');
  await writeFile(path, forPeople);
  await site.stack.letter('import', path, '--open');
  const letters = [site.letter, 'a-swing-for-the-square', 'closed-letter'].flatMap((slug) => ['--letter', slug]);
  await site.stack.partner('add', partner, '--name', 'Mill Square Press', '--origin', site.host.origin, ...letters);
  return { site, forPeople: 'a-swing-for-the-square' };
}
