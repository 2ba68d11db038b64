/**
 * The largest file that the console accepts fits into a Lambda event; Lambda refuses longer ones with its own message.
 */
import { handle } from 'hono/aws-lambda';
import { beforeAll, expect, test } from 'vitest';
import { maxBytes, maxMegabytes } from '../../functions/secretariat/form.ts';
import { letterSlug } from '../../shared/ids.ts';
import { eventOf, longestEvent } from '../fixtures/lambda-event.ts';
import { addTestMember, type Browser, grantsOf, signIn } from '../fixtures/members.ts';
import { freshStore } from '../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../fixtures/world.ts';

const slug = letterSlug.parse('clean-air');
const address = `https://sign.example.org/console/letters/${slug}/import`;
let world: World;
let editor: Browser;
beforeAll(async () => {
  world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  await addTestMember(world, 'edits@secretariat.example', grantsOf('editor', slug));
  editor = await signIn(world, 'edits@secretariat.example');
});

const heading = 'Name,Country\n';

/** @param length of the whole body, in bytes */
async function upload(length: number): Promise<Request> {
  const form = (content: string) => {
    const body = new FormData();
    body.set('_csrf', token);
    body.set('file', new Blob([content]), 'list.csv');
    return new Request(address, { method: 'POST', headers: { cookie: editor.jar.cookie }, body });
  };
  const token = await editor.csrf();
  const frame = (await form(heading).arrayBuffer()).byteLength;
  return form(heading + '\n'.repeat(length - frame));
}

test('the largest upload fits, with all the headers that CloudFront sends', async () => {
  const request = await upload(maxBytes);
  // CloudFront accepts at most 20,480 bytes of headers.
  // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html
  request.headers.set('x-padding', 'x'.repeat(20_480));
  const event = await eventOf(request);
  expect(event.isBase64Encoded).toBe(true);
  expect(Buffer.byteLength(event.body ?? '')).toBeGreaterThan(maxBytes);
  expect(Buffer.byteLength(JSON.stringify(event))).toBeLessThanOrEqual(longestEvent);
});

test('the handler accepts a file of the largest size', async () => {
  const answer = await handle(world.secretariat.app)(await eventOf(await upload(maxBytes)));
  // It has columns, but no lines.
  expect([303, 422]).toContain(answer.statusCode);
});

test('a longer one is refused with a page that names the limit', async () => {
  const answer = await handle(world.secretariat.app)(await eventOf(await upload(maxBytes + 1)));
  expect(answer.statusCode).toBe(413);
  expect(answer.body).toContain(`Choose a file of at most ${maxMegabytes} MB.`);
  expect(await editor.page(`/console/letters/${slug}/import`)).toContain(`${maxMegabytes} MB`);
});
