/** The colour and the logo of a letter: readable, the same everywhere, and gone when they are taken away. */
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { colour } from '../../shared/letter/look.ts';
import { setLogo } from '../../shared/letter/set-logo.ts';
import { readLetter } from '../../shared/letter/storage.ts';
import { colourFault, contrast, tintsOf } from '../../shared/letter/tints.ts';
import { writeLetter } from '../../shared/letter/write-letter.ts';
import { newUpload } from '../../shared/upload/storage.ts';
import { keptKey, type Upload } from '../../shared/upload/upload.ts';
import { signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');

describe('a colour', () => {
  it.each(['#175457', '#8A1538', '#000000', '#0645ad'])('that can be read is taken: %s', (text) => {
    expect(colour.parse(text)).toBe(text.toLowerCase());
    expect(colourFault(text)).toBeUndefined();
  });

  it.each(['#ffcc00', '#ffffff', '#7cc7c3', '#999999'])(
    'that is too light is refused with one that is not: %s',
    (text) => {
      const message = colourFault(text) ?? '';
      expect(message).toMatch(/too light to read on a light page: \d+(\.\d)? : 1/);
      const [offered = ''] = /#[0-9a-f]{6}$/.exec(message) ?? [];
      expect(colourFault(offered)).toBeUndefined();
    },
  );

  it.each(['red', '#123', '175457', '#17545g', '#175457;}', 'url(x)', ''])('of another form is refused: %j', (text) => {
    expect(colour.safeParse(text).success).toBe(false);
  });

  it('can always be read on light and dark pages, and text on it', () => {
    const any = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
    fc.assert(
      fc.property(any, (text) => {
        if (colourFault(text)) return;
        const { light, dark } = tintsOf(text);
        for (const background of ['#fffefb', '#f1efe9', '#fff'.padEnd(7, 'f')]) {
          expect(contrast(light.accent, background)).toBeGreaterThanOrEqual(4.5);
        }
        for (const background of ['#1d2023', '#141618']) {
          expect(contrast(dark.accent, background)).toBeGreaterThanOrEqual(4.5);
        }
        for (const { accent, on } of [light, dark]) expect(contrast(accent, on)).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});

it('a colour is checked where settings are saved', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const browser = await signIn(world);
  const at = `/console/letters/${slug}/settings`;
  const filled = async () => {
    const page = await browser.page(at);
    const [, revision = ''] = /name="revision" value="(\d+)"/.exec(page) ?? [];
    return { revision, accepts: 'both', publishedFrom: 'mailbox', individualsPublishedFrom: 'mailbox' };
  };
  const more = { confirmWithinDays: '7', timeZone: 'UTC', 'privacy.controller': 'C', 'privacy.contact': 'c@c.example' };
  const refused = await browser.send(at, { ...(await filled()), ...more, colour: '#ffcc00' });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Colour: is too light');
  const saved = await browser.send(at, { ...(await filled()), ...more, colour: '#175457' });
  expect(saved.status).toBe(303);
  expect((await readLetter(world.store, slug))?.settings.colour).toBe('#175457');
});

describe('on a letter with both', () => {
  let world: World;
  let upload: Upload;
  const picture = Buffer.from('a picture of ours');

  async function theLetter() {
    const letter = await readLetter(world.store, slug);
    if (!letter) throw new Error('there is no letter');
    return letter;
  }

  async function use(chosen: Upload | undefined) {
    expect(await setLogo(world.store, await theLetter(), chosen, commandLine, new Date(world.clock.now))).toBe(true);
    world.clock.now += 3000;
  }

  beforeEach(async () => {
    world = makeWorld(await freshStore());
    await openTestLetter(world.store);
    const letter = await theLetter();
    const settings = { ...letter.settings, colour: '#8a1538' };
    await writeLetter(world.store, { ...letter, settings, revision: letter.revision + 1 }, []);
    const now = new Date(world.clock.now);
    const waiting = newUpload(slug, { kind: 'look' }, now, commandLine);
    const key = keptKey(waiting);
    world.files.set(key, picture);
    const file = { key, type: 'image/png', bytes: picture.length, size: { width: 640, height: 160 } } as const;
    upload = { ...waiting, progress: { state: 'kept', since: now.toISOString(), file } };
    await use(upload);
  });

  const path = () => `/${slug}/logo/${upload.id}.png`;

  it('pages have the colour, and their policy allows exactly that style', async () => {
    for (const page of [`/${slug}`, `/${slug}/form`, `/${slug}/signatories`]) {
      const answer = await world.app.request(page);
      const html = await answer.text();
      const [, style = ''] = /<style>(:root\{--accent:#8a1538.*?)<\/style>/.exec(html) ?? [];
      expect(style).toContain('prefers-color-scheme:dark');
      const hash = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(style))).toString('base64');
      expect(answer.headers.get('content-security-policy')).toContain(`'sha256-${hash}'`);
    }
  });

  it('every page under the letter has the colour', async () => {
    const paths = new Set(
      world.app.routes.flatMap(({ method, path: route }) =>
        method === 'GET' && route.startsWith('/:letter') ? [route] : [],
      ),
    );
    const without: string[] = [];
    const shown: string[] = [];
    for (const route of paths) {
      const asked = route
        .replace(':letter', slug)
        .replaceAll(/:token/g, '0'.repeat(46))
        .replaceAll(/:\w+(\{.*\})?/g, '0');
      const answer = await world.app.request(asked, { headers: { accept: 'text/html' } });
      if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
      shown.push(route);
      if (!(await answer.text()).includes('<style>:root{--accent:#8a1538')) without.push(route);
    }
    expect(without).toEqual([]);
    for (const one of ['/news', '/unsubscribe/:token', '/follow/:token', '/dispute', '/privacy', '/changes', '/form']) {
      expect(shown).toContain(`/:letter${one}`);
    }
  });

  it('pages have the logo with its description and its size', async () => {
    const html = await (await world.app.request(`/${slug}`)).text();
    expect(html).toMatch(new RegExp(`<img src="${path()}" alt="[^"]+" width="240" height="60"`));
  });

  it('the logo is a picture for any site, kept for a minute', async () => {
    const answer = await world.app.request(path());
    expect(answer.headers.get('content-type')).toBe('image/png');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=60');
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(picture);
  });

  it('the logo is gone everywhere once it is no longer used', async () => {
    await use(undefined);
    expect((await world.app.request(path())).status).toBe(404);
    expect(await (await world.app.request(`/${slug}`)).text()).not.toContain('/logo/');
    for (const file of ['x.png', `${upload.id}.svg`, upload.id, '..%2f..png']) {
      expect((await world.app.request(`/${slug}/logo/${file}`)).status).toBe(404);
    }
  });

  it('the API names both for forms of one’s own', async () => {
    const body = await world.json(`/v1/letters/${slug}`);
    expect(body).toMatchObject({
      look: {
        light: { accent: '#8a1538', on: '#ffffff' },
        dark: { on: '#000000' },
        logo: { url: publicUrl + path(), width: 640, height: 160 },
      },
    });
  });

  it('mails have both, and the picture is the same for everybody', async () => {
    for (const number of [1, 2]) await world.submit(slug, endorsement(number));
    await world.sendMails();
    const shown = world.mails.map(({ html }) => /<img src="([^"]+)" alt="([^"]+)"/.exec(html)?.[1]);
    expect(shown).toEqual([publicUrl + path(), publicUrl + path()]);
    expect(world.mails[0]?.html).toContain('background:#8a1538;color:#ffffff');
  });

  it('the console shows which one is in use', async () => {
    const browser = await signIn(world);
    const page = await browser.page(`/console/letters/${slug}/look`);
    expect(page).toContain(`/files/${upload.id}/content`);
    expect(page).toContain('alt="The logo in use"');
  });
});
