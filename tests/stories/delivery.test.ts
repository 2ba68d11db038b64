/** A letter is delivered and answered, as its secretariat, its addressees and its readers see it. */
import { beforeEach, describe, expect, it } from 'vitest';
import { deliveryId } from '../../shared/ids.ts';
import { dataThatFails, freshBucket } from '../fixtures/bucket.ts';
import { again, work } from '../fixtures/deliveries.ts';
import { hushLogs } from '../fixtures/logs.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { personal } from '../fixtures/personal.ts';
import { documentBytes, makeReadyDelivery } from '../fixtures/ready-delivery.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const clock = { now: Date.UTC(2026, 4, 1) };
const days = (count: number) => count * 24 * 3600 * 1000;
let world: World;
let office: Browser;
const mayor = 'mayor@town-hall.example';
const deliveries = '/console/letters/clean-air/deliveries';

beforeEach(async () => {
  clock.now = Date.UTC(2026, 4, 1);
  world = makeWorld(await freshStore(), clock);
  await openTestLetter(world.store, { 'goal: 50': 'goal: 50\nnoAnswerAfterDays: 30' });
  await sign(world, endorsement(1));
  await sign(world, endorsement(2));
  await addTestMember(world, 'desk@secretariat.example', grantsOf('owner', '*', true));
  office = await signIn(world, 'desk@secretariat.example');
  personal(mayor);
  personal('Ms Osmonova at the reception');
});

const page = async (path: string) => {
  clock.now += 3000;
  return (await world.app.request(path)).text();
};
const send = (id: string, fields: Readonly<Record<string, string>>) =>
  office.send(`${deliveries}/${id}/send`, {
    'email.0': mayor,
    subject: 'Clean air',
    note: 'Dear Mayor,\n\nplease read this.',
    language: 'en',
    copyTo: 'privacy@harbour.example',
    ...fields,
  });
const mailTo = (to: string) => world.mails.filter((mail) => mail.to === to && mail.about['mail'] === 'handover');
const linkIn = (text: string, door: string) =>
  new RegExp(`https://sign\\.example\\.org(/clean-air/${door}/\\w+)`).exec(text)?.[1] ?? '';

describe('The secretariat starts a delivery', () => {
  it('names how many are frozen and how many have not confirmed, and asks once', async () => {
    await world.submit('clean-air', endorsement(3));
    await world.sendMails();

    const asked = await (await office.send(deliveries, { kind: 'final', order: 'name', pageSize: 'a4' })).text();

    expect(asked).toContain('2 names will be frozen');
    expect(asked).toContain('1 has not confirmed yet');
    expect(asked).toContain('Close the letter and freeze 2 names');
    expect(await office.page(deliveries)).toContain('There is none yet');

    const started = await office.send(deliveries, { kind: 'final', order: 'name', pageSize: 'a4', sure: 'yes' });
    const shown = await office.page(started.headers.get('location') ?? '');
    expect(shown).toContain('The list is being frozen');
    clock.now += 3000;
    expect((await world.submit('clean-air', endorsement(4))).status).not.toBe(202);
  });

  it('names how many withhold their names, also those of today', async () => {
    await sign(world, endorsement(3, { display: 'withheld' }));
    await sign(world, endorsement(4, { kind: 'individual', attestation: undefined, display: 'withheld' }));

    const asked = await (await office.send(deliveries, { kind: 'interim', order: 'name', pageSize: 'a4' })).text();

    expect(asked).toContain('2 names will be frozen');
    expect(asked).toContain('2 more signed and asked not to be named');
  });

  it('shows the logos of organisations only where it asked for them', async () => {
    const without = { kind: 'interim', order: 'name', pageSize: 'a4' };
    for (const [fields, shown] of [
      [{ ...without, logos: 'yes' }, true],
      [without, false],
    ] as const) {
      const asked = await (await office.send(deliveries, fields)).text();
      expect(asked.includes('name="logos" value="yes"')).toBe(shown);
      const started = await office.send(deliveries, { ...fields, sure: 'yes' });
      const delivery = await again(world, { id: deliveryId.parse(started.headers.get('location')?.split('/').at(-1)) });
      expect(delivery.options.logos).toBe(shown);
      await work(world, await freshBucket(), delivery);
    }
  });

  it('is told that nobody has signed yet', async () => {
    world = makeWorld(await freshStore(), clock);
    await openTestLetter(world.store);
    const alone = await signIn(world);
    const answer = await alone.send(deliveries, { kind: 'interim', order: 'name', pageSize: 'a4' });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Nobody has signed yet')]);
  });
});

describe('A letter is delivered and answered', () => {
  it('by email: previewed, sent once, its arrival confirmed, and answered', async () => {
    const { id } = await makeReadyDelivery(world);
    const preview = await (await send(id, { do: 'preview' })).text();
    expect(preview).toContain('Send it to 1 addressee');
    await world.sendMails();
    expect(mailTo(mayor)).toEqual([]);
    expect(await page('/clean-air')).not.toContain('id="delivery-title"');

    await Promise.all([send(id, { do: 'send' }), send(id, { do: 'send' })]);
    await send(id, { do: 'send' });
    await world.sendMails();
    await world.sendMails();

    const [mail, ...others] = mailTo(mayor);
    expect(others).toEqual([]);
    expect(mailTo('privacy@harbour.example')).toHaveLength(1);
    expect(mail?.attachments.map(({ content }) => content)).toEqual([documentBytes]);
    expect(mail?.text).toContain('please read this.');

    const document = await world.app.request(linkIn(mail?.text ?? '', 'handover'));
    expect([document.status, document.headers.get('location')]).toEqual([
      302,
      expect.stringContaining('files.example'),
    ]);
    expect(await office.page(`${deliveries}/${id}`)).toContain('Sent');

    const arrived = linkIn(mail?.text ?? '', 'arrived');
    expect(await page(arrived)).toContain('Has the letter arrived?');
    expect(await office.page(`${deliveries}/${id}`)).not.toContain('Receipt confirmed by the recipient');
    await world.app.request(arrived, { method: 'POST' });
    expect(await office.page(`${deliveries}/${id}`)).toContain('Receipt confirmed by the recipient');

    expect(await page('/clean-air')).toMatch(/1 May 2026[\s\S]*by email[\s\S]*The Mayor/);
    const about = await page(`/clean-air/deliveries/${id}`);
    expect(about).toContain('ab'.repeat(32));
    expect(about).not.toContain(mayor);

    clock.now += days(31);
    expect(await page('/clean-air')).toContain('No answer yet. Days since delivery: 31');
    office = await signIn(world, 'desk@secretariat.example');
    const answer = { from: 'Office of the Mayor', receivedOn: '2026-05-30', language: 'en', text: 'We **agree**.' };
    expect((await office.send('/console/letters/clean-air/answers/new', answer)).status).toBe(303);
    const answered = await page('/clean-air');
    expect(answered).toMatch(/Office of the Mayor[\s\S]*<strong>agree<\/strong>/);
    expect(answered).not.toContain('No answer yet');
  });

  it('in person: the public page says when and where, and names nobody who took it', async () => {
    const { id } = await makeReadyDelivery(world, { kind: 'interim' });
    const record = {
      how: 'in-person',
      on: '2026-05-01',
      place: 'Town Hall',
      addressee: '0',
      recipient: 'Ms Osmonova at the reception',
    };
    expect((await office.send(`${deliveries}/${id}/by-hand`, record)).status).toBe(303);

    const shown = await page('/clean-air');
    expect(shown).toMatch(/1 May 2026[\s\S]*in person[\s\S]*The Mayor[\s\S]*Town Hall/);
    for (const path of ['/clean-air', `/clean-air/deliveries/${id}`])
      expect(await page(path)).not.toContain('Osmonova');
    expect(await office.page(`${deliveries}/${id}`)).toContain('Osmonova');
  });

  it('is cancelled before anything is sent, and not afterwards', async () => {
    const first = await makeReadyDelivery(world, { kind: 'interim' });
    await office.send(`${deliveries}/${first.id}/cancel`);
    expect(await office.page(`${deliveries}/${first.id}`)).toContain('cancelled before it was sent');
    expect((await world.app.request(`/clean-air/deliveries/${first.id}`)).status).toBe(404);
    expect((await send(first.id, { do: 'send' })).status).toBe(422);

    const second = await makeReadyDelivery(world, { kind: 'interim' });
    await send(second.id, { do: 'send' });
    expect((await office.send(`${deliveries}/${second.id}/cancel`)).status).toBe(422);
    expect((await world.app.request(`/clean-air/deliveries/${second.id}`)).status).toBe(200);
  });

  it('is cancelled while its list is being frozen, and after it failed', async () => {
    hushLogs();
    const bucket = await freshBucket();
    const wanted = { kind: 'final', order: 'name', pageSize: 'a4', sure: 'yes' };
    for (const fails of [false, true]) {
      const path = (await office.send(deliveries, wanted)).headers.get('location') ?? '';
      const delivery = await again(world, { id: deliveryId.parse(path.split('/').at(-1)) });
      if (fails) await work(world, bucket, delivery, { typeset: dataThatFails });
      expect(await office.page(path)).toContain(fails ? 'The document was not made' : 'The list is being frozen');
      expect(await office.page(path)).toContain(`href="${path}/cancel"`);
      expect((await office.send(`${path}/cancel`)).status).toBe(303);
      expect(await office.page(path)).toContain('another final delivery can be started');
      expect(await office.page(path)).not.toContain('Try again');
    }
  });

  it('offers another final delivery after a cancelled one, and none after that', async () => {
    const first = await makeReadyDelivery(world);
    expect(await office.page(deliveries)).not.toContain('New delivery');
    await office.send(`${deliveries}/${first.id}/cancel`);
    expect(await office.page(`${deliveries}/${first.id}`)).toContain('another final delivery can be started');
    expect(await office.page(deliveries)).toContain('New delivery');

    const wanted = { kind: 'final', order: 'name', pageSize: 'a4' };
    const asked = await (await office.send(deliveries, wanted)).text();
    expect(asked).toContain('The letter stays closed.');
    expect(asked).not.toContain('keep signing');
    const started = await office.send(deliveries, { ...wanted, sure: 'yes' });
    expect(started.headers.get('location')).not.toContain(first.id);
    expect(await office.page(deliveries)).not.toContain('New delivery');
  });
});
