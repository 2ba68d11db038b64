/** News under a letter: pages, feed and JSON; what is public, in which language, and safe whatever was written. */
import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom';
import { beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { commandLine } from '../../shared/audit/audit.ts';
import { letterSlug } from '../../shared/ids.ts';
import { cancelUpdate, sendUpdate } from '../../shared/update/control.ts';
import { writeUpdate } from '../../shared/update/edit.ts';
import { type Update, updateFields } from '../../shared/update/update.ts';
import { payload } from '../fixtures/html.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

let world: World;
const letter = letterSlug.parse('clean-air');
const now = () => new Date(world.clock.now);

beforeEach(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
});

const words = (subject: string, text = 'Text.') => ({ subject, text });

async function write(fields: z.input<typeof updateFields>): Promise<Update> {
  return writeUpdate({ store: world.store, letter, by: commandLine, now: now() }, updateFields.parse(fields));
}

async function publish(fields: z.input<typeof updateFields>): Promise<Update> {
  const update = await write(fields);
  const done = await sendUpdate({ store: world.store, update, by: commandLine, now: now() }, now(), true);
  if (done.outcome !== 'done') throw new Error(JSON.stringify(done));
  // So that another one can follow.
  await world.store.client.send(removeActive());
  world.clock.now += 60_000;
  return done.update;
}

import { UpdateCommand } from '../../shared/platform/store/commands.ts';
import { updatePlanKey } from '../../shared/platform/store/keys.ts';

const removeActive = () =>
  new UpdateCommand({ TableName: world.store.table, Key: updatePlanKey(letter), UpdateExpression: 'REMOVE active' });

const page = async (path: string, language = 'en') => {
  const answer = await world.app.request(`/clean-air/${path}`, { headers: { 'accept-language': language } });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

/** @throws when the document is not well-formed */
function parseXml(text: string) {
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(text, 'application/xml');
}

describe('what is public', () => {
  it('is an update from the moment of sending, and no draft, no scheduled one, none for mail only', async () => {
    const draft = await write({ texts: { en: words('A draft of ours') } });
    const sent = await publish({ texts: { en: words('Shore power') } });
    const quiet = await publish({ texts: { en: words('By mail alone') }, mailOnly: true });
    const later = await write({ texts: { en: words('For tomorrow') } });
    const at = new Date(world.clock.now + 48 * 3600_000);
    await sendUpdate({ store: world.store, update: later, by: commandLine, now: now() }, at, false);

    for (const path of ['news', 'news.atom']) {
      const { status, text } = await page(path);
      expect(status).toBe(200);
      expect(text).toContain('Shore power');
      for (const hidden of ['A draft of ours', 'By mail alone', 'For tomorrow']) expect(text).not.toContain(hidden);
    }
    expect((await page(`news/${sent.id}`)).status).toBe(200);
    for (const { id } of [draft, quiet, later]) expect((await page(`news/${id}`)).status).toBe(404);
    expect((await page('news/000000000000')).status).toBe(404);
  });

  it('stays public when it is cancelled midway, as some have it by then', async () => {
    const sent = await publish({ texts: { en: words('Shore power') } });
    await cancelUpdate({ store: world.store, update: sent, by: commandLine, now: now() });
    expect((await page(`news/${sent.id}`)).status).toBe(200);
  });

  it('is cached like the page of the letter', async () => {
    const { headers } = await page('news');
    expect(headers.get('cache-control')).toContain('s-maxage=30');
    expect(headers.get('vary')).toContain('Accept-Language');
  });
});

describe('the language', () => {
  it('is that of the reader, or the first when the update lacks it', async () => {
    await openTestLetter(world.store, { 'slug: clean-air': 'slug: other' });
    await publish({ texts: { en: words('Shore power'), fr: words('Courant à quai') } });
    await publish({ texts: { en: words('Only in English') } });
    const body = z.object({ items: z.array(z.object({ title: z.string(), language: z.string() })) });
    const asked = await world.app.request('/v1/letters/clean-air/news?lang=en');
    expect(body.parse(await asked.json()).items.map(({ title }) => title)).toEqual(['Only in English', 'Shore power']);
  });
});

describe('the feed', () => {
  it('is well-formed and complete, with and without entries, whatever was written', async () => {
    const empty = parseXml((await page('news.atom')).text);
    expect(empty.getElementsByTagName('entry')).toHaveLength(0);
    const hostile = `${payload} & ]]> <b>`;
    const update = await publish({
      texts: { en: words(hostile, `${hostile}\n\n**Strong** & [link](https://a.example/?b=1&c=2)`) },
    });
    const { text, headers } = await page('news.atom');
    expect(headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const feed = parseXml(text);
    const root = feed.documentElement;
    expect(root?.namespaceURI).toBe('http://www.w3.org/2005/Atom');
    const only = (name: string) => feed.getElementsByTagName('entry')[0]?.getElementsByTagName(name)[0];
    expect(only('title')?.textContent).toBe(update.texts['en']?.subject);
    expect(only('id')?.textContent).toBe(`https://sign.example.org/clean-air/news/${update.id}`);
    expect(only('updated')?.textContent).toBe(update.startedAt);
    expect(only('link')?.getAttribute('href')).toBe(`https://sign.example.org/clean-air/news/${update.id}`);
    const content = only('content')?.textContent ?? '';
    expect(content).toContain('<strong>Strong</strong>');
    expect(content).not.toContain('<script>');
    // RFC 4287, 4.1.1: a feed has one id, title, updated and author of its own, and a link to itself.
    const own = [...(root?.childNodes ?? [])].map(({ nodeName }) => nodeName);
    for (const name of ['id', 'title', 'updated', 'author']) expect(own.filter((one) => one === name)).toHaveLength(1);
    expect(text).toContain('rel="self"');
  });
});

it('shows text of the secretariat as text, and only what Markdown allows', async () => {
  const update = await publish({ texts: { en: words(payload, `${payload}\n\n[press](javascript:hostile())`) } });
  for (const path of ['news', `news/${update.id}`]) {
    const { text } = await page(path);
    expect(text).not.toContain('<script>hostile');
    expect(text).not.toContain('href="javascript:');
  }
});
