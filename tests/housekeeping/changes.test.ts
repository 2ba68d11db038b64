import { beforeAll, describe, expect, it } from 'vitest';
import { readTranslationFile } from '../../shared/letter/file.ts';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { freshStore } from '../fixtures/store.ts';
import { letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const words = 'Please let the ferries use power from the shore.';
let world: World;
let ids: string[] = [];

const page = async (path: string) => (await world.app.request(path)).text();
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  expect(await page('/clean-air')).not.toContain('/clean-air/changes');
  const translation = `---\nlanguage: fr\ntitle: Air pur\nsalutation: Monsieur le Maire,\n---\n\nDu courant pour les bacs.\n`;
  const file = (body: string) => letterFile({ [words]: body });
  const french = readTranslationFile(translation, file(words));
  if (!french.ok) throw new Error('the translation is not read');
  const change = async (body: string, correction?: string) => {
    const plan = await importLetter(world.store, file(body), [french.content], {
      now: new Date(),
      open: false,
      correction,
      unchanged: { fr: 'still-fits' },
    });
    if (plan.outcome === 'refused') throw new Error(plan.why);
    ids = plan.letter.versions.map(({ id }) => id);
  };
  await change(words);
  await change('Please let the ferries use power from the quay.', '<b>Shore</b> was the wrong word');
  await change('Please let all ferries use power from the quay.');
  world.clock.now += 60_000;
});

describe('the log of changes', () => {
  it('is linked from the letter, and names versions and corrections', async () => {
    expect(await page('/clean-air')).toContain('href="/clean-air/changes"');
    const log = await page('/clean-air/changes');
    for (const id of ids) expect(log).toContain(`href="?version=${id}"`);
    expect(log).toContain('English: &lt;b&gt;Shore&lt;/b&gt; was the wrong word');
  });

  it('shows each text as it was, in every language that it had', async () => {
    const [first, second] = ids;
    expect(await page(`/clean-air/changes?version=${first}`)).toContain('ferries use power from the shore');
    expect(await page(`/clean-air/changes?version=${second}`)).toContain('all ferries use power from the quay');
    expect(await page(`/clean-air/changes?version=${first}&lang=fr`)).toContain('Du courant pour les bacs');
    const corrected = /href="\?version=([0-9a-f]{64})">after/.exec(await page('/clean-air/changes'))?.[1];
    expect(await page(`/clean-air/changes?version=${corrected}`)).toContain('let the ferries use power from the quay');
  });

  it.each(['nonsense', 'f'.repeat(64), ''])('shows the log for a version that never existed: "%s"', async (version) => {
    const answer = await world.app.request(`/clean-air/changes?version=${version}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('Read this version');
  });
});
