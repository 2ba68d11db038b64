import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { openNetwork } from '../../shared/platform/fetch/network.ts';
import { type Internet, makeInternet } from '../fixtures/internet.ts';

let internet: Internet;
beforeAll(async () => {
  internet = await makeInternet((_, response) => response.end(), ['river.example']);
});
afterAll(() => internet.stop());

it('refuses certificates without a trusted issuer', async () => {
  const { port } = internet;
  const socket = openNetwork().connect({ address: '127.0.0.1', port, host: 'river.example' });
  const [error] = z.tuple([z.object({ code: z.string() })]).parse(await once(socket, 'error'));
  expect(error.code).toBe('DEPTH_ZERO_SELF_SIGNED_CERT');
});

it('returns an empty answer when a name cannot be resolved', async () => {
  expect(await openNetwork().addresses('no such name')).toEqual([]);
  expect(await openNetwork().txt('no such name')).toEqual([]);
});
