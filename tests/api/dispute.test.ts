import { beforeEach, describe, expect, it } from 'vitest';
import { listDisputes } from '../../shared/dispute/dispute.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
let letter: Letter;
beforeEach(async () => {
  world = makeWorld(await freshStore());
  letter = await openTestLetter(world.store);
});

const form = (fields: Record<string, string>) =>
  world.app.request('/clean-air/dispute', { method: 'POST', body: new URLSearchParams(fields) });
const complaint = { organisation: 'Organisation 1', name: 'Real Director', email: 'director@org-1.example' };

describe('"my organisation did not sign"', () => {
  it('reaches the secretariat, and changes no signature', async () => {
    const answer = await form({ ...complaint, message: 'Nobody here knows of it.' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('The secretariat will look at it');
    expect(await listDisputes(world.store, letter.slug)).toMatchObject([
      { organisation: 'Organisation 1', email: 'director@org-1.example', message: 'Nobody here knows of it.' },
    ]);
  });

  it('names what is missing, keeps what was typed, and stores nothing', async () => {
    const answer = await form({ ...complaint, email: 'no address' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="Real Director"');
    expect(page).toContain('aria-invalid="true"');
    expect(await listDisputes(world.store, letter.slug)).toEqual([]);
  });

  it('by a robot bothers nobody', async () => {
    expect((await form({ ...complaint, homepage: 'https://spam.example' })).status).toBe(200);
    expect(await listDisputes(world.store, letter.slug)).toEqual([]);
  });

  it('is offered under the list', async () => {
    expect(await (await world.app.request('/clean-air/signatories')).text()).toContain('href="/clean-air/dispute"');
  });
});

describe('the privacy notice', () => {
  it('names controller, purpose, ground, recipients, time, rights and contact', async () => {
    const page = await (await world.app.request('/clean-air/privacy')).text();
    for (const part of ['Harbour Neighbours', 'explicit consent', 'privacy@harbour.example', 'Your rights', 'How long'])
      expect(page).toContain(part);
    expect(await (await world.app.request('/clean-air')).text()).toContain('href="/clean-air/privacy"');
  });

  it('says how long what is kept that is not public', async () => {
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: kept-90-days\nkeepDays: 90' });
    expect(await (await world.app.request('/kept-90-days/privacy')).text()).toContain('90 days');
    expect(await (await world.app.request('/clean-air/privacy')).text()).not.toContain('90 days');
  });
});
