import { beforeEach, describe, expect, it } from 'vitest';
import { listDisputes, raiseDispute } from '../../shared/dispute/dispute.ts';
import { makeSignatureId } from '../../shared/ids.ts';
import type { Letter } from '../../shared/letter/letter.ts';
import { PutCommand } from '../../shared/platform/store/commands.ts';
import { disputePartition } from '../../shared/platform/store/keys.ts';
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
    expect(await answer.text()).toContain('The secretariat will look into it');
    expect((await listDisputes(world.store, letter.slug)).items).toMatchObject([
      { organisation: 'Organisation 1', email: 'director@org-1.example', message: 'Nobody here knows of it.' },
    ]);
  });

  it('names missing fields, keeps the input, and stores nothing', async () => {
    const answer = await form({ ...complaint, email: 'no address' });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('value="Real Director"');
    expect(page).toContain('aria-invalid="true"');
    expect((await listDisputes(world.store, letter.slug)).items).toEqual([]);
  });

  it('notifies nobody when a robot sends it', async () => {
    expect((await form({ ...complaint, homepage: 'https://spam.example' })).status).toBe(200);
    expect((await listDisputes(world.store, letter.slug)).items).toEqual([]);
  });

  it('reaches the secretariat however many robots and people write', async () => {
    await form(complaint);
    const at = (number: number) => new Date(world.clock.now + 1000 + number);
    for (let number = 0; number < 420; number += 1) {
      const homepage = number % 2 === 0 ? 'https://spam.example' : '';
      await raiseDispute(
        world.store,
        letter.slug,
        { ...complaint, organisation: `Flood ${number}`, homepage },
        at(number),
      );
    }
    // Robots' messages stored by the previous release are mixed with the others.
    for (let number = 0; number < 260; number += 1) {
      const item = { pk: disputePartition(letter.slug), sk: `${at(1000 + number).toISOString()}#${makeSignatureId()}` };
      const robot = { ...complaint, homepage: 'https://spam.example', at: at(1000 + number).toISOString() };
      await world.store.client.send(new PutCommand({ TableName: world.store.table, Item: { ...item, ...robot } }));
    }
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await listDisputes(world.store, letter.slug, { before });
      expect(page.items.length).toBeGreaterThan(0);
      seen.push(...page.items.map(({ organisation }) => organisation));
      before = page.next;
    } while (before);
    expect(seen).toHaveLength(211);
    expect(new Set(seen).size).toBe(211);
    expect(seen.at(-1)).toBe('Organisation 1');
  });

  it('is offered below the list', async () => {
    expect(await (await world.app.request('/clean-air/signatories')).text()).toContain('href="/clean-air/dispute"');
  });
});

describe('the privacy notice', () => {
  it('names controller, purpose, legal basis, recipients, retention, rights and contact', async () => {
    const page = await (await world.app.request('/clean-air/privacy')).text();
    for (const part of ['Harbour Neighbours', 'explicit consent', 'privacy@harbour.example', 'Your rights', 'How long'])
      expect(page).toContain(part);
    expect(await (await world.app.request('/clean-air')).text()).toContain('href="/clean-air/privacy"');
  });

  it('says how long unpublished data is kept', async () => {
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: kept-90-days\nkeepDays: 90' });
    expect(await (await world.app.request('/kept-90-days/privacy')).text()).toContain('90 days');
    expect(await (await world.app.request('/clean-air/privacy')).text()).not.toContain('90 days');
  });
});
