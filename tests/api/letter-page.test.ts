/** The letter's own page: what is on top, the order of the names, and what a name leads to. */
import { beforeAll, describe, expect, it } from 'vitest';
import { importLetter } from '../../shared/letter/lifecycle.ts';
import { en } from '../../shared/text/languages/en.ts';
import { organisationFrom, sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, letterFile, makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
const closing = 'closes: 2999-06-30T21:59:00Z\ntimeZone: Asia/Almaty\ngoal: 50';
const page = async (path = '') =>
  (await world.app.request(`/clean-air${path}`, { headers: { accept: 'text/html' } })).text();
const namesOn = (html: string) => [...html.matchAll(/<bdi class="who">([^<]*)/g)].map(([, name]) => name);

async function change(replace: Readonly<Record<string, string>>) {
  await importLetter(world.store, letterFile(replace), [], { now: new Date(world.clock.now), open: true });
  // Longer than a letter is cached.
  world.clock.now += 60_000;
}

const person = (name: string, email: string) => ({
  ...endorsement(1),
  kind: 'individual',
  organisation: { name: '', website: '', country: 'KZ' },
  signatory: { name, role: '', email },
  attestation: false,
});

beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store, { 'goal: 50': closing });
  for (const body of [
    organisationFrom('ferry-crews.example', 'mate@ferry-crews.example', 'Ferry Crews'),
    person('Anselm Ropewright', 'anselm@ropewright.example'),
    organisationFrom('dockers.example', 'dockers.of.the.quay@gmail.com', 'Dockers'),
    person('Zora Capstan', 'zora@capstan.example'),
    organisationFrom('anglers.example', 'info@anglers.example', 'Anglers & Sons'),
  ]) {
    await sign(world, body);
    world.clock.now += 1000;
  }
});

describe('on top of the letter', () => {
  it('are the count, the goal and the deadline, before the text', async () => {
    const html = await page();
    const [, glance = ''] = /<div class="glance screen">(.*?)<\/div>/s.exec(html) ?? [];
    expect(glance).toContain('5 co-signatories');
    expect(glance).toContain('<progress class="bar" max="50" value="5"');
    expect(glance).toMatch(
      /You can sign until <time datetime="2999-06-30T21:59:00Z">1 July 2999(,| at) 02:59 GMT\+5<\/time>\./,
    );
    expect(html.indexOf('class="glance')).toBeLessThan(html.indexOf('<article'));
  });

  it('is no deadline once the letter is closed, and nothing at all where there is nothing to say', async () => {
    const other = makeWorld(await freshStore());
    await openTestLetter(other.store, { 'goal: 50\n': '' });
    expect(await (await other.app.request('/clean-air')).text()).not.toContain('class="glance');
    other.clock.now = Date.parse('2999-07-01T00:00:00Z');
    await openTestLetter(other.store, { 'goal: 50': closing });
    other.clock.now += 60_000;
    expect(await (await other.app.request('/clean-air')).text()).not.toContain('You can sign until');
  });
});

describe('a name', () => {
  it('leads to the website only where more than a mailbox is proven', async () => {
    const html = await page();
    expect(html).toContain(
      '<a href="https://ferry-crews.example/" rel="nofollow noopener noreferrer"><bdi class="who">Ferry Crews</bdi></a>',
    );
    expect(html).not.toContain('dockers.example');
    expect(html).toContain('<bdi class="who">Anglers &amp; Sons</bdi></a>');
    expect(html).not.toMatch(/href="[^"]*(ropewright|capstan)/);
  });

  it('has a quiet mark, which is explained when it is opened', async () => {
    const html = await page();
    const marks = [...html.matchAll(/<details class="mark mailbox-domain"><summary>([^<]*)<\/summary><p>([^<]*)/g)];
    expect(marks.map(([, mark, about]) => [mark, about])).toEqual([
      [en['mark.mailbox-domain'], en['mark.about-mailbox-domain']],
      [en['mark.mailbox-domain'], en['mark.about-mailbox-domain']],
    ]);
    expect(html).not.toMatch(/<[^>]*class="mark[^>]*title=/);
  });
});

describe('the order of the names', () => {
  const newest = ['Anglers &amp; Sons', 'Zora Capstan', 'Dockers', 'Anselm Ropewright', 'Ferry Crews'];
  const byName = ['Anglers &amp; Sons', 'Dockers', 'Ferry Crews', 'Anselm Ropewright', 'Zora Capstan'];

  it('is the newest first, unless the letter chose the alphabet', async () => {
    expect(namesOn(await page())).toEqual(newest);
    expect(namesOn(await page('/signatories'))).toEqual(newest);
    await change({ 'goal: 50': `${closing}\nnameOrder: name` });
    expect(namesOn(await page())).toEqual(byName);
    expect(namesOn(await page('/signatories'))).toEqual(byName);
    expect(namesOn(await page('/signatories?order=newest'))).toEqual(newest);
  });

  it.each([1, 2, 3, 4, 5])('puts organisations before people on pages of %i', async (limit) => {
    const seen: (string | undefined)[] = [];
    let path: string | undefined = `/signatories?limit=${limit}`;
    let pages = 0;
    while (path !== undefined) {
      const html: string = await page(path);
      const names = namesOn(html);
      expect(names.length, path).toBeGreaterThan(0);
      expect(names.length).toBeLessThanOrEqual(limit);
      seen.push(...names);
      const next: string | undefined = /<a rel="next" href="([^"]*)"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      path = next && `/signatories${next}&limit=${limit}`;
      pages += 1;
    }
    expect(seen).toEqual(byName);
    expect(pages).toBe(Math.ceil(5 / limit));
  });

  it('leads nowhere with a cursor that is not one of ours', async () => {
    for (const cursor of ['person-x', 'individual-x', '-', 'organisation', 'x']) {
      const answer = await world.app.request(`/clean-air/signatories?order=name&cursor=${cursor}`);
      expect([200, 302], cursor).toContain(answer.status);
    }
  });
});

it.each(['nameOrder: random', 'unlisted: maybe'])('a letter file with %s is refused', (line) => {
  expect(() => letterFile({ 'goal: 50': line })).toThrow();
});
