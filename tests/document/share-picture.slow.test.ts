/** The pictures of a letter: drawn, kept in the bucket, made again now and then, and only read by requests. */
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { drawPicture, makePictures } from '../../functions/document/share-picture.ts';
import { letterSlug } from '../../shared/ids.ts';
import { setState } from '../../shared/letter/lifecycle.ts';
import { nextStep, pictureKey } from '../../shared/picture/picture.ts';
import { readObject } from '../../shared/platform/bucket/bucket.ts';
import { textsFor } from '../../shared/text/catalogue.ts';
import { freshBucket } from '../fixtures/bucket.ts';
import { runTask } from '../fixtures/functions.ts';
import { housekeepingContextOf } from '../fixtures/housekeeping-context.ts';
import { sign } from '../fixtures/signing.ts';
import { freshStore } from '../fixtures/store.ts';
import { endorsement, makeWorld, openTestLetter, publicUrl, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const hour = 3600 * 1000;

/** @returns size of the picture, and how many of its points are lighter than its ground, in each third from the top */
async function measure(png: Uint8Array) {
  const { width, height, format } = await sharp(png).metadata();
  const light = async (top: number) => {
    const part = await sharp(png).extract({ left: 0, top, width: 1200, height: 210 }).grayscale().raw().toBuffer();
    return part.filter((shade) => shade > 200).length;
  };
  return { size: [width, height, format], light: [await light(0), await light(210), await light(420)] };
}

describe('a picture', () => {
  const picture = async (language: string, title: string, total = 7) => {
    const shown = { title, organisation: 'Evening Readers', language, total, offline: 0, site: 'sign.example.org' };
    return drawPicture(shown, await textsFor(language));
  };

  it.each([
    ['en', 'Keep the reading rooms open'],
    ['fa', 'کتاب‌خانه را باز نگه دارید'],
    ['hi', 'वाचनालय खुले रखें'],
    ['zh-Hant', '請讓閱覽室在晚間開放'],
    ['ja', '閲覧室を夜も開けてください'],
    ['ko', '열람실을 저녁에도 열어 주십시오'],
    ['ru', 'Не закрывайте читальные залы'],
    ['en', '<script>alert(1)</script> #{1+1} $x$ *bold* @ref'],
  ])('in "%s" is 1200 × 630 and shows “%s”', async (language, title) => {
    const [drawn, other] = await Promise.all([picture(language, title), picture(language, '—')]);
    const [of, without] = await Promise.all([measure(drawn), measure(other)]);
    expect(of.size).toEqual([1200, 630, 'png']);
    // The title is drawn, not left out for want of a font.
    const sum = ([top = 0, middle = 0]: number[]) => top + middle;
    expect(sum(of.light)).toBeGreaterThan(sum(without.light) + 5000);
    expect(drawn.byteLength).toBeLessThan(150_000);
  });

  it('makes room for the longest title and organisation', async () => {
    const long = 'Unabhängigkeitserklärungen '.repeat(11).trim();
    const shown = {
      title: long,
      organisation: long.slice(0, 200),
      language: 'de',
      total: 0,
      offline: 0,
      site: 'x.org',
    };
    const { size, light } = await measure(await drawPicture(shown, await textsFor('de')));
    expect(size).toEqual([1200, 630, 'png']);
    // The button at the bottom is there: nothing pushed it out of the picture.
    expect(light[2]).toBeGreaterThan(10_000);
  });

  it('shows the count', async () => {
    expect(await picture('en', 'One', 1)).not.toEqual(await picture('en', 'One', 2));
  });
});

describe('the picture of a letter', () => {
  let world: World;
  beforeEach(async () => {
    world = makeWorld(await freshStore());
    await openTestLetter(world.store);
  });
  const shown = async (path = '/clean-air/share.png') => {
    const answer = await world.app.request(path);
    return {
      status: answer.status,
      type: answer.headers.get('content-type'),
      bytes: Buffer.from(await answer.arrayBuffer()),
    };
  };
  /** Runs housekeeping. @returns the letters for which it started the function */
  async function tidy(hours = 0): Promise<string[]> {
    world.clock.now += hours * hour;
    const started: string[] = [];
    const context = housekeepingContextOf(world);
    await runTask(
      { ...context, startDocument: async (request) => void started.push(request.letter) },
      { task: 'letters' },
    );
    return started;
  }

  it('is a picture without words until there is one, then the one in the bucket', async () => {
    const first = await shown();
    expect([first.status, first.type]).toEqual([200, 'image/png']);
    expect((await measure(first.bytes)).size).toEqual([1200, 630, 'png']);
    const bucket = await freshBucket();
    await makePictures({ store: world.store, bucket, publicUrl, now: () => new Date(world.clock.now) }, slug);
    const kept = await readObject(bucket, pictureKey(slug, 'en'));
    expect(kept && (await measure(kept)).size).toEqual([1200, 630, 'png']);
    // It was made, but the bucket of the world has lost it.
    expect((await shown()).bytes).toEqual(first.bytes);
    world.files.set(pictureKey(slug, 'en'), kept ?? new Uint8Array());
    expect(await shown()).toEqual({ status: 200, type: 'image/png', bytes: Buffer.from(kept ?? []) });
    expect((await shown('/clean-air/share.png?lang=xx&x=../secret')).bytes).toEqual(Buffer.from(kept ?? []));
    expect((await shown('/no-letter/share.png')).status).toBe(404);
  });

  it('is due when the letter opens, when the count passes a step, and at most once an hour', async () => {
    const bucket = await freshBucket();
    const make = () =>
      makePictures({ store: world.store, bucket, publicUrl, now: () => new Date(world.clock.now) }, slug);
    expect(await tidy()).toEqual(['clean-air']);
    expect(await tidy()).toEqual([]);
    await make();
    expect(await tidy(2)).toEqual([]);
    await sign(world, endorsement(1));
    expect(await tidy()).toEqual(['clean-air']);
    await make();
    await sign(world, endorsement(2));
    expect(await tidy()).toEqual([]);
    expect(await tidy(1)).toEqual(['clean-air']);
    await make();
    expect(await tidy(2)).toEqual([]);
    // Another hour without a change costs nothing; a week later the bucket may have lost it.
    expect(await tidy(24 * 8)).toEqual(['clean-air']);
  });

  it('is tried again after an hour when it was not made', async () => {
    expect(await tidy()).toEqual(['clean-air']);
    expect(await tidy(0.5)).toEqual([]);
    expect(await tidy(0.6)).toEqual(['clean-air']);
  });

  it('starts nothing, and writes nothing, for whoever asks for it', async () => {
    await shown();
    await setState(world.store, slug, 'closed', new Date(world.clock.now));
    const before = await world.json('/v1/letters/clean-air/count');
    for (let time = 0; time < 3; time += 1) await shown(`/clean-air/share.png?lang=${time}`);
    expect(await world.json('/v1/letters/clean-air/count')).toEqual(before);
  });

  it('is named on the letter’s page, with its size and a description', async () => {
    await sign(world, endorsement(1));
    const html = await (await world.app.request('/clean-air')).text();
    const meta = new Map(
      [...html.matchAll(/<meta (?:property|name)="([^"]+)" content="([^"]*)"/g)].map(([, name, content]) => [
        name,
        content,
      ]),
    );
    expect(meta.get('og:image')).toBe(`${publicUrl}/clean-air/share.png?lang=en`);
    expect([meta.get('og:image:width'), meta.get('og:image:height')]).toEqual(['1200', '630']);
    expect(meta.get('og:image:alt')).toMatch(/ — 1 co-signatory$/);
    expect(meta.get('og:locale')).toBe('en_US');
    expect(meta.get('twitter:card')).toBe('summary_large_image');
    expect(meta.get('og:title')).toBeTruthy();
    expect(html).toContain(`<link rel="canonical" href="${publicUrl}/clean-air"/>`);
  });
});

it.each([
  [0, 1],
  [1, 2],
  [9, 10],
  [10, 20],
  [19, 20],
  [20, 30],
  [99, 100],
  [100, 200],
  [1234, 2000],
])('after %i signatures, the next picture is made at %i', (signatures, next) => {
  expect(nextStep(signatures)).toBe(next);
});
