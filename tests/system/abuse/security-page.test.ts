/** `docs/security.md` has a line for each endpoint that strangers can use. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { meterCalls } from '../../bench/meter.ts';
import { anotherClient, freshStore } from '../../fixtures/store.ts';
import { makeWorld, openTestLetter, type World } from '../../fixtures/world.ts';

const page = readFileSync('docs/security.md', 'utf8');
const lines = page.split('\n').flatMap((line) => {
  const [, door, ...cells] = /^\| `((?:GET|POST) [^`]+)` \|(.+)\|$/.exec(line) ?? [];
  return door === undefined ? [] : [{ door, cells: (cells[0] ?? '').split('|').map((cell) => cell.trim()) }];
});
const routesOf = ({ routes }: World['app']) =>
  new Set(routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`));

it('has one line for each route of the public API, and none for removed routes', async () => {
  const world = makeWorld(await freshStore());
  const named = lines.map(({ door }) => door).filter((door) => !door.includes(' /console/'));
  expect(named.toSorted()).toEqual([...routesOf(world.app)].toSorted());
});

it('has one line for each console route that needs no session', async () => {
  const { app } = makeWorld(await freshStore()).secretariat;
  const named = lines.map(({ door }) => door).filter((door) => door.includes(' /console/'));
  for (const door of named) expect(routesOf(app)).toContain(door);
  expect(new Set(named).size).toBe(named.length);
});

it('states the cost and the caps of each', () => {
  for (const { door, cells } of lines) {
    expect(cells, door).toHaveLength(3);
    for (const cell of cells) expect(cell, door).not.toBe('');
  }
});

it('states the caps that the code has', () => {
  const code = readFileSync('shared/screening/network-use.ts', 'utf8');
  const capOf = (name: string) => {
    const [, burst, day] = new RegExp(`'?${name}'?: \\{ burst: (\\d+), day: (\\d+) \\}`).exec(code) ?? [];
    return `${burst} and ${day}`;
  };
  const doors = {
    'POST /confirm': capOf('code'),
    'POST /manage': capOf('links'),
    'POST /:letter/dispute': capOf('dispute'),
    'POST /console/sign-in': capOf('sign-in'),
  };
  for (const [door, cap] of Object.entries(doors)) {
    expect(lines.find((one) => one.door === door)?.cells.at(-1), door).toContain(cap);
  }
});

it('states the cost that a count has', async () => {
  const world = makeWorld(await freshStore());
  await openTestLetter(world.store);
  const costs = meterCalls(world.store, anotherClient(world.store));
  await world.json('/v1/letters/clean-air/count');
  const units = costs.reduce((sum, { reads }) => sum + reads, 0);
  const [, cost] = lines.find(({ door }) => door === 'GET /v1/letters/:letter/count')?.cells ?? [];
  expect(cost).toBe(`${units} read units, cached`);
});
