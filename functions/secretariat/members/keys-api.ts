/** API for API keys. */
import * as z from 'zod';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { keyView } from './api-key.ts';
import { grantorOf, problemOf } from './grantor.ts';
import { keyRequest, keysSeenBy, makeKey, revokeKey } from './manage-keys.ts';

const base = '/v1/admin/keys';
const needs = { permission: 'key.write', of: 'any' } as const;

/** Adds the calls for API keys. */
export function keyApiRoutes(guard: Guard, api: ConsoleContext): void {
  const { store } = api;

  guard.api(
    {
      method: 'get',
      path: base,
      needs,
      summary: 'List the API keys that you may revoke',
      answers: { 200: { description: 'The keys, without their secrets', json: z.object({ items: z.array(keyView) }) } },
    },
    async (_c, visit) => visit.reply(200, { items: await keysSeenBy(store, visit) }),
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs,
      summary: 'Create an API key, with at most your own rights',
      body: keyRequest,
      answers: {
        201: {
          description: 'The key, shown only once',
          json: keyView.extend({ key: z.string().describe('The secret to send, shown only once') }),
        },
      },
      problems: ['letter-not-found'],
    },
    async (c, visit) => {
      const made = await makeKey(store, grantorOf(visit), visit.body, api.now());
      return made.ok ? visit.reply(201, { ...made.key, key: made.shown }) : problem(c, problemOf(made.because));
    },
  );

  guard.api(
    {
      method: 'delete',
      path: `${base}/:key`,
      needs,
      summary: 'Revoke an API key',
      params: z.object({ key: z.string() }),
      answers: { 204: { description: 'Revoked' } },
    },
    async (c, visit) => {
      const done = await revokeKey(store, grantorOf(visit), visit.params.key, api.now());
      return done ? visit.reply(204) : problem(c, 'not-found');
    },
  );
}
