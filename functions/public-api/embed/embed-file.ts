/** The files for partner sites. Stored with the bundle, compressed at build time, read on demand. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Context } from 'hono';
import { problem } from '../../../shared/platform/http/problem.ts';

/** Beside this code in Lambda; otherwise where the build puts them. */
const folders = ['./embed/', '../../../dist/embed/'].map((path) => new URL(path, import.meta.url));

/** Names cannot lead out of the folder. Files with a hash never change. */
const fileName = /^(?:v1|integrity|[a-zA-Z0-9-]+-(?<hash>[A-Z0-9]{8}|[0-9a-f]{8}))\.(?<type>js|json)$/;
const types = { js: 'text/javascript; charset=utf-8', json: 'application/json; charset=utf-8' } as const;

const forGood = 'public, max-age=31536000, immutable';
/** Short, because this file names others that the next deployment replaces. */
const forNow = 'public, max-age=300';

const read = new Map<string, Promise<Buffer<ArrayBuffer>>>();

/** @returns the file of that name, in the smallest encoding that the browser accepts */
export async function embedFile(c: Context, name: string): Promise<Response> {
  const groups = fileName.exec(name)?.groups;
  const folder = folders.find((one) => existsSync(one));
  if (!groups || !folder || !existsSync(new URL(name, folder))) return problem(c, 'not-found');
  const accepted = c.req.header('accept-encoding') ?? '';
  const encoding = ['br', 'gzip'].find((one) => new RegExp(`\\b${one}\\b`).test(accepted));
  const stored = new URL(`${name}${encoding === 'br' ? '.br' : encoding === 'gzip' ? '.gz' : ''}`, folder);
  const content = read.get(stored.href) ?? readFile(stored);
  read.set(stored.href, content);
  return c.body(await content, 200, {
    'content-type': types[groups['type'] === 'js' ? 'js' : 'json'],
    ...(encoding ? { 'content-encoding': encoding } : {}),
    vary: 'Accept-Encoding',
    'cache-control': groups['hash'] ? forGood : forNow,
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    // A worker starts in an isolated page (our form in a frame) only if its own script sends this header.
    'cross-origin-embedder-policy': 'require-corp',
    'timing-allow-origin': '*',
  });
}
