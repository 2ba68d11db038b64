/** The README's promises about a signer's own page, whose link comes with the receipt. */
import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Internet, makeInternet } from '../fixtures/internet.ts';
import { ask, mailsTo, organisationFrom, publicState, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const domain = 'fisherfolk.example';
const email = 'fisherfolk@freebox.example';
const fisherfolk = organisationFrom(domain, email, 'Fisherfolk Union');

let internet: Internet;
let world: World;
let own: Awaited<ReturnType<typeof sign>>;
beforeEach(async () => {
  internet = await makeInternet((_, response: ServerResponse) => response.writeHead(404).end(), [domain]);
  world = makeWorld(await freshStore(), undefined, internet.network);
  await openTestLetter(world.store);
  own = await sign(world, fisherfolk);
});
afterEach(() => internet.stop());

const page = async () => (await world.app.request(`/manage/${own.token}`)).text();
const listedNames = async () => JSON.stringify(await world.json('/v1/letters/clean-air/signatures'));

describe('A signer opens the link in the receipt', () => {
  it('sees the data, and downloads the same as a file', async () => {
    expect(await page()).toContain('Fisherfolk Union');

    const file = await world.app.request(`/manage/${own.token}/data`);

    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(await file.json()).toMatchObject({
      state: 'counted',
      organisation: { name: 'Fisherfolk Union', country: 'KZ' },
      signatory: { role: 'Chair', email },
    });
  });

  it('corrects a role, and the list and a new receipt show it', async () => {
    const { organisation, signatory } = fisherfolk;
    const role = 'Managing director';
    const corrected = { kind: 'organisation', organisation, signatory: { name: signatory.name, role } };

    expect((await ask(world, own, { action: 'correct', ...corrected, attestation: true })).status).toBe(200);
    await world.sendMails();

    expect(await listedNames()).toContain(role);
    expect(mailsTo(world, email).at(-1)?.text).toContain(role);
  });

  it('verifies the domain of the organisation with a line in its DNS', async () => {
    const listed = async () => (await publicState(world)).listed;
    expect(await listed()).toEqual(['Signer fisherfolk: mailbox']);
    const line = z.string().parse(/undersigned=[\w-]{43}/.exec(await page())?.[0]);

    internet.txt.set(`_undersigned.${domain}`, [line]);
    expect((await ask(world, own, { action: 'verify-domain' })).status).toBe(200);

    expect(await listed()).toEqual(['Signer fisherfolk: domain']);
  });
});
