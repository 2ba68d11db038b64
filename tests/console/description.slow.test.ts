/** The description of the secretariat's API is valid, covers every route and no other, and matches the answers. */
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { everything } from '../../shared/ids.ts';
import { permissions } from '../../shared/member/role.ts';
import { rememberingStore } from '../fixtures/remember-reads.ts';
import { endorsement, makeWorld, tokenIn, type World } from '../fixtures/world.ts';
import { wholeBodies } from './bodies.ts';
import { bodyFor, fill, keyFor, letter, type Scene, setScene } from './route-fixtures.ts';

const operation = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string() })),
  requestBody: z.object({ content: z.record(z.string(), z.object({ schema: z.unknown() })) }).optional(),
  responses: z.record(
    z.string(),
    z.object({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })).optional() }),
  ),
});
const document = z.object({
  paths: z.record(z.string(), z.record(z.string(), operation)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

let scene: Scene;
let key: string;
let described: z.infer<typeof document>;

beforeAll(async () => {
  const world = makeWorld(await rememberingStore());
  scene = await setScene(world);
  // Remains counted when a call erases the first signature, so that the letter can still be delivered.
  await world.submit(letter, endorsement(2));
  await world.sendMails();
  await world.confirm(tokenIn(z.custom<World['mails'][number]>().parse(world.mails.at(-1))));
  key = await keyFor(scene, permissions, everything);
  described = document.parse(await (await ask('get', '/v1/admin/openapi.json')).json());
});

function ask(method: string, path: string, body?: unknown): Promise<Response> {
  const headers = {
    authorization: `Bearer ${key}`,
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  };
  const init = { method: method.toUpperCase(), headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) };
  return Promise.resolve(scene.world.secretariat.app.request(path, init));
}

it('names every route of the API and no other', () => {
  const routes = scene.world.secretariat.routes
    .filter(({ kind }) => kind === 'api')
    .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`);
  const named = Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method} ${path}`),
  );
  expect(named.toSorted()).toEqual(routes.toSorted());
});

it('is valid OpenAPI 3.1, like the public one', async () => {
  for (const asked of [ask('get', '/v1/admin/openapi.json'), scene.world.app.request('/openapi.json')]) {
    const validator = new Validator({ strict: false });
    const found = await validator.validate(z.record(z.string(), z.unknown()).parse(await (await asked).json()));
    expect(found).toEqual({ valid: true });
    expect(validator.version).toBe('3.1');
  }
});

it('is linked from the public one, and readable without signing in', async () => {
  const { externalDocs } = z
    .object({ externalDocs: z.object({ url: z.url() }) })
    .parse(await scene.world.json('/openapi.json'));
  expect(new URL(externalDocs.url).pathname).toBe('/v1/admin/openapi.json');
  const html = await (await scene.world.secretariat.app.request('/v1/admin/docs')).text();
  expect(html).toContain('POST /v1/admin/letters/{letter}/signatures/{signature}/act');
  expect(html).toContain('<code>signature.decide</code> of the letter');
  expect(await (await scene.world.app.request('/docs')).text()).toContain('href="/v1/admin/docs"');
});

/** A job that was never started has nothing to undo; a list that nobody has checked cannot be started; a letter that is open is not opened again. */
const refused = new Set([
  'post /v1/admin/letters/{letter}/bulk/{job}/roll-back',
  'post /v1/admin/letters/{letter}/imports/{import}/start',
  'post /v1/admin/letters/{letter}/reopen',
]);
/** For files that are CSV by default. */
const queries: Readonly<Record<string, string>> = {
  'get /v1/admin/audit/export': '?format=json',
  'get /v1/admin/letters/{letter}/audit/export': '?format=json',
};

describe('answers match the description', () => {
  it('for each route, with real data', async () => {
    const ajv = formats.default(new Ajv2020({ strict: false, allErrors: true }));
    ajv.addFormat('base64', true);
    const fits = ajv.addSchema({ $id: 'doc:', components: described.components });
    let succeeded = 0;
    for (const [path, methods] of Object.entries(described.paths)) {
      for (const [method, { requestBody, responses }] of Object.entries(methods)) {
        const name = `${method} ${path}`;
        const asRoute = path.replaceAll(/\{(\w+)\}/g, ':$1');
        const sent = wholeBodies[name]?.() ?? (requestBody ? await bodyFor(asRoute, scene) : undefined);
        const wanted = requestBody?.content['application/json']?.schema;
        if (sent !== undefined && wanted !== undefined) {
          expect(fits.validate(absolute(wanted), sent), `${name}: ${fits.errorsText()}`).toBe(true);
        }
        const answer = await ask(method, `${await fill(asRoute, scene)}${queries[name] ?? ''}`, sent);
        const content = responses[String(answer.status)]?.content;
        const text = await answer.text();
        expect(responses, `${name}: ${answer.status} ${text}`).toHaveProperty(String(answer.status));
        expect(answer.status >= 400, `${name}: ${text}`).toBe(refused.has(name));
        const type = answer.status >= 400 ? 'application/problem+json' : 'application/json';
        succeeded += answer.status < 400 ? 1 : 0;
        const schema = content?.[type]?.schema;
        if (!schema) expect(text, name).toBe('');
        else
          expect(fits.validate(absolute(schema), JSON.parse(text)), `${name}: ${fits.errorsText()} ${text}`).toBe(true);
      }
    }
    expect(succeeded).toBeGreaterThan(45);
  });

  it('also for refusals', async () => {
    for (const [path, methods] of Object.entries(described.paths)) {
      for (const [method, { requestBody, responses }] of Object.entries(methods)) {
        if (!requestBody) continue;
        const at = await fill(path.replaceAll(/\{(\w+)\}/g, ':$1'), scene);
        for (const body of [{ unheardOf: true }, [], 'text']) {
          const { status } = await ask(method, at, body);
          expect(responses, `${method} ${path}: ${status}`).toHaveProperty(String(status));
          expect([422, 404], `${method} ${path} takes ${JSON.stringify(body)}`).toContain(status);
        }
      }
    }
  });
});

/** References start at the root of the document. */
function absolute(schema: unknown): object {
  return z.looseObject({}).parse(JSON.parse(JSON.stringify(schema).replaceAll('"#/components/', '"doc:#/components/')));
}
