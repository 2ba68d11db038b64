import { expect, it } from 'vitest';
import { letterSlug, makeSignatureId } from '../../shared/ids.ts';
import { countKey, dueShardOf } from '../../shared/platform/store/keys.ts';
import { simulate } from './traffic.ts';

it('sums writes to shared keys, spreads those to sharded keys, and keeps own keys apart', () => {
  const slug = letterSlug.parse('clean-air');
  const samples = Array.from({ length: 3 }, () => {
    const id = makeSignatureId();
    const hits = [
      { place: 'table', key: `SIGNATURE#${id}`, units: 2 },
      { place: 'table', key: `SIGNATURE#${id}`, units: 1 },
      { place: 'table', key: countKey(slug, id).pk, units: 2 },
      { place: 'newest', key: 'LIST#clean-air#organisation', units: 1 },
      { place: 'due', key: dueShardOf(id), units: 1 },
    ];
    return { id, hits };
  });
  const heats = simulate(slug, [{ name: 'confirmation', perSecond: 320, samples }], 2);
  const of = (start: string) => heats.filter(({ key }) => key.startsWith(start));
  expect(of('LIST#')).toEqual([{ place: 'newest', key: 'LIST#clean-air#organisation', mean: 320, peak: 320 }]);
  expect(of('SIGNATURE')).toEqual([{ place: 'table', key: 'SIGNATURE#(its own)', mean: 3, peak: 3 }]);
  const sum = (start: string) => of(start).reduce((total, { mean }) => total + mean, 0);
  expect([sum('COUNT#'), sum('DUE#')]).toEqual([640, 320]);
  // No shard gets more than twice its share of a second.
  expect(Math.max(...of('COUNT#').map(({ peak }) => peak))).toBeLessThan(320);
  expect(heats[0]?.peak).toBe(320);
});
