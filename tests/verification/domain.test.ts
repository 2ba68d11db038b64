import type { ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { evidenceOf } from '../../shared/signature/evidence.ts';
import { type Internet, makeInternet } from '../fixtures/internet.ts';
import { moderateAs } from '../fixtures/secretariat.ts';
import { ask, mailsTo, organisationFrom, publicState, recordOf, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const domain = 'harbour.example';
const record = `_undersigned.${domain}`;
const clock = { now: Date.UTC(2026, 4, 1) };

let file: string;
let internet: Internet;
let world: World;
beforeEach(async () => {
  file = '';
  const site = (_: unknown, response: ServerResponse) =>
    response.writeHead(file ? 200 : 404, { 'content-type': 'text/plain' }).end(file);
  internet = await makeInternet(site, [domain]);
  internet.hosts.set(domain, ['93.184.215.14']);
  clock.now = Date.UTC(2026, 4, 1);
  world = makeWorld(await freshStore(), clock, internet.network);
  await openTestLetter(world.store);
});
afterEach(() => internet.stop());

const fromElsewhere = () => sign(world, organisationFrom(domain, 'chair@gmail.com'));
const check = (signed: { token: string }) => ask(world, signed, { action: 'verify-domain' });
const page = async ({ token }: { token: string }) => (await world.app.request(`/manage/${token}`)).text();
const lineOf = async (signed: { token: string }) =>
  z.string().parse(/undersigned=[\w-]{43}/.exec(await page(signed))?.[0]);
const typeOf = async (response: Response) => z.object({ type: z.string() }).parse(await response.json()).type;

describe('control of the domain', () => {
  it('is shown by a DNS record', async () => {
    const signed = await fromElsewhere();
    internet.txt.set(record, ['v=spf1 -all', await lineOf(signed)]);
    expect((await check(signed)).status).toBe(200);
    const { evidence, verification } = await recordOf(world, signed);
    expect(verification).toBe('domain');
    expect(evidence.at(-1)).toEqual({ level: 'domain', method: 'dns', at: new Date(clock.now).toISOString() });
    expect(await publicState(world)).toEqual({ listed: ['Signer chair: domain'], total: 1 });
    expect(internet.dialled).toEqual([]);
    expect(await page(signed)).toContain('You verified harbour.example');
  });

  it('is shown by a file on the website', async () => {
    const signed = await fromElsewhere();
    file = `# ours\r\n  ${await lineOf(signed)}  \r\n`;
    expect((await check(signed)).status).toBe(200);
    expect((await recordOf(world, signed)).evidence.at(-1)?.method).toBe('well-known');
    expect(internet.asked).toEqual([`${domain} /.well-known/undersigned.txt`]);
  });

  it('releases a held chapter, whose fields the secretariat has not accepted yet', async () => {
    world = makeWorld(await freshStore(), clock, internet.network);
    await openTestLetter(world.store, { 'goal: 50': 'goal: 50\npublishedFrom: mailbox-domain' });
    const signed = await fromElsewhere();
    await moderateAs(world, signed, { do: 'split', chapter: 'north' });
    internet.txt.set(record, [await lineOf(signed)]);
    expect((await check(signed)).status).toBe(200);
    expect(await recordOf(world, signed)).toMatchObject({ moderation: 'approved', chapter: 'north' });
    const { organisation, signatory } = organisationFrom(domain, 'chair@gmail.com');
    const speaker = { name: signatory.name, role: 'Speaker' };
    const corrected = { action: 'correct', kind: 'organisation', organisation, signatory: speaker, attestation: true };
    expect((await ask(world, signed, corrected)).status).toBe(200);
    const { signatoryRole, proposal } = await recordOf(world, signed);
    expect([signatoryRole, proposal]).toEqual(['Speaker', undefined]);
  });

  it('is recorded once, however often it is checked', async () => {
    const signed = await fromElsewhere();
    internet.txt.set(record, [await lineOf(signed)]);
    for (let time = 0; time < 3; time += 1) await check(signed);
    expect(evidenceOf(await recordOf(world, signed)).map(({ method }) => method)).toEqual(['mailbox', 'dns']);
  });

  it('is not shown by a part of the line, or by the line of another signature', async () => {
    const other = await sign(world, organisationFrom(domain, 'someone@elsewhere.example'));
    const signed = await fromElsewhere();
    const line = await lineOf(signed);
    internet.txt.set(record, [await lineOf(other), line.slice(0, -1), `${line}x`, line.toUpperCase(), '']);
    file = `<p>${line}</p>\n${await lineOf(other)}`;
    const response = await check(signed);
    expect(response.status).toBe(422);
    expect(await typeOf(response)).toBe('urn:problem-type:undersigned:domain-not-proven');
    expect((await recordOf(world, signed)).verification).toBe('mailbox');
  });

  it('is not checked at an address that is not public', async () => {
    internet.hosts.set(domain, ['169.254.169.254']);
    expect((await check(await fromElsewhere())).status).toBe(422);
    expect(internet.dialled).toEqual([]);
  });

  it('is explained on the page, including what is missing', async () => {
    const signed = await fromElsewhere();
    expect(await page(signed)).toContain(`https://${domain}/.well-known/undersigned.txt`);
    const response = await world.app.request(`/manage/${signed.token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
      body: 'action=verify-domain',
    });
    expect(response.status).toBe(422);
    expect(await response.text()).toMatch(
      /role="alert".*We found the line neither at \u2066?_undersigned\.harbour\.example/s,
    );
  });

  it('is checked at most ten times an hour, even when requested at once', async () => {
    const signed = await fromElsewhere();
    const answers = await Promise.all(Array.from({ length: 13 }, async () => typeOf(await check(signed))));
    const spent = answers.filter((type) => type.endsWith(':domain-checked-too-often'));
    expect(spent).toHaveLength(3);
    expect(internet.asked).toHaveLength(10);
    clock.now += 3600 * 1000;
    expect(await typeOf(await check(signed))).toMatch(/:domain-not-proven$/);
  });

  it.each([
    ['an individual', endorsement(1, { kind: 'individual', attestation: undefined })],
    ['a page on a shared host', organisationFrom('facebook.com/harbour', 'chair@gmail.com')],
    ['an organisation without a website', endorsement(1, { organisation: { name: 'Friends', country: 'KZ' } })],
  ])('cannot be shown by %s', async (_, body) => {
    const signed = await sign(world, body);
    expect(await page(signed)).not.toContain('undersigned=');
    expect(await typeOf(await check(signed))).toMatch(/:domain-not-provable$/);
    expect(internet.asked).toEqual([]);
  });

  it('cannot be shown for a withdrawn signature', async () => {
    const signed = await fromElsewhere();
    internet.txt.set(record, [await lineOf(signed)]);
    await ask(world, signed, { action: 'withdraw' });
    expect(await typeOf(await check(signed))).toMatch(/:domain-not-provable$/);
    expect(await publicState(world)).toEqual({ listed: [], total: 0 });
  });

  it('must be shown anew when the organisation changes', async () => {
    const signed = await fromElsewhere();
    internet.txt.set(record, [await lineOf(signed)]);
    await check(signed);
    await ask(world, signed, {
      action: 'correct',
      kind: 'organisation',
      organisation: { name: 'River', website: 'https://river.example', country: 'KZ' },
      signatory: { name: 'Signer chair' },
      attestation: true,
    });
    expect(await recordOf(world, signed)).toMatchObject({ verification: 'mailbox', mailboxDomain: 'free' });
  });
});

describe('a better proof', () => {
  it('takes the place of a holder without one', async () => {
    const holder = await sign(world, organisationFrom(domain, 'first@elsewhere.example'));
    const duplicate = await fromElsewhere();
    expect((await recordOf(world, duplicate)).duplicateOf).toBe(holder.id);
    internet.txt.set(record, [await lineOf(duplicate)]);
    await check(duplicate);
    expect(await publicState(world)).toEqual({ listed: ['Signer chair: domain'], total: 1 });
    expect((await recordOf(world, duplicate)).duplicateOf).toBeUndefined();
    expect(await recordOf(world, holder)).toMatchObject({ reviewBecause: 'displaced', duplicateOf: duplicate.id });
    const before = mailsTo(world, 'first@elsewhere.example').length;
    await world.sendMails();
    expect(mailsTo(world, 'first@elsewhere.example').length).toBeGreaterThan(before);
  });

  it('does not displace a holder who has one, and leaves the dispute to the secretariat', async () => {
    const first = await fromElsewhere();
    const holder = await sign(world, organisationFrom(domain, `office@${domain}`));
    internet.txt.set(record, [await lineOf(first)]);
    await check(first);
    expect(await publicState(world)).toEqual({ listed: ['Signer office: mailbox-domain'], total: 1 });
    expect(await recordOf(world, first)).toMatchObject({
      verification: 'domain',
      duplicateOf: holder.id,
      moderation: 'held',
      reviewBecause: 'displaced',
    });
    await ask(world, holder, { action: 'withdraw' });
    await check(first);
    expect(await publicState(world)).toEqual({ listed: ['Signer chair: domain'], total: 1 });
  });
});
