/** Routes to import co-signatories who were collected on paper or by mail. */
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';

// Seldom needed, and it loads the Public Suffix List, so it is loaded on demand.
const handlers = () => import('./handlers.tsx');
type Handlers = Awaited<ReturnType<typeof handlers>>;

const needs = { permission: 'signature.import', of: 'letter' } as const;
const base = '/console/letters/:letter/import';
const one = `${base}/:import`;

export function importRoutes(guard: Guard, api: ConsoleContext): void {
  const add = (method: 'get' | 'post', path: string, handler: (all: Handlers) => Handlers['showImports']) =>
    guard.page(method, path, needs, async (c, visit) => handler(await handlers())(c, api, visit));
  add('get', base, (all) => all.showImports);
  add('post', base, (all) => all.readFile);
  add('get', one, (all) => all.showImport);
  add('post', one, (all) => all.chooseColumns);
  add('post', `${one}/reading`, (all) => all.chooseReading);
  add('post', `${one}/countries`, (all) => all.chooseCountries);
  add('post', `${one}/start`, (all) => all.start);
  add('post', `${one}/step`, (all) => all.step);
  add('post', `${one}/cancel`, (all) => all.cancel);
}
