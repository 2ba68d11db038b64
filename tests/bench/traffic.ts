/** A simulated minute: the partition keys to which a letter's traffic writes, and their load. Pure. */
import { letterSlug, makeSignatureId, type SignatureId } from '../../shared/ids.ts';
import { countKey, dueShardOf } from '../../shared/platform/store/keys.ts';
import type { Hit } from './meter.ts';

/** Writes of one event of a kind, as captured from the code, and its signature. */
export interface Sample {
  readonly id: SignatureId;
  readonly hits: readonly Hit[];
}

/** A step in the life of a signature: its frequency per second, and the code's writes for it. */
export interface Step {
  readonly name: string;
  readonly perSecond: number;
  readonly samples: readonly Sample[];
}

/** Target of a captured write when another signer does the same. */
type Target = 'own' | 'due' | 'count' | 'network' | { readonly fixed: string };

/** @param shared keys to which several events wrote */
function targetOf({ key }: Hit, { id }: Sample, letter: string, shared: ReadonlySet<string>): Target {
  if (key === dueShardOf(id)) return 'due';
  if (key === countKey(letterSlug.parse(letter), id).pk) return 'count';
  if (key.startsWith('NETWORK#')) return 'network';
  return shared.has(key) && !key.includes(id) ? { fixed: key } : 'own';
}

export interface Heat {
  readonly place: string;
  readonly key: string;
  /** Write units a second: the mean of the minute, and its peak second. */
  readonly mean: number;
  readonly peak: number;
}

/** Share of all submissions from the single largest network: a carrier with all its customers behind one address. */
const largestNetwork = 0.02;
const networks = 100_000;

const networkOf = () =>
  Math.random() < largestNetwork ? 'NETWORK#(largest)' : `NETWORK#(${Math.floor(Math.random() * networks)})`;

/**
 * @param letter its slug
 * @returns the hottest keys of the table and of each index, hottest first. Of the keys that belong to one signature or
 *   mailbox alone, only the hottest is included
 */
export function simulate(letter: string, steps: readonly Step[], seconds: number): Heat[] {
  const slug = letterSlug.parse(letter);
  const shared = sharedKeys(steps);
  const sums = new Map<string, { total: number; peak: number }>();
  for (let second = 0; second < seconds; second += 1) {
    const now = new Map<string, number>();
    for (const { perSecond, samples } of steps) {
      const plans = samples.map((sample) =>
        sample.hits.map((hit) => ({ hit, to: targetOf(hit, sample, letter, shared) })),
      );
      for (let event = 0; event < perSecond; event += 1) {
        const id = makeSignatureId();
        const own = new Map<string, number>();
        for (const { hit, to } of plans[event % plans.length] ?? []) {
          const place = (key: string) => `${hit.place} ${key}`;
          if (to === 'own') own.set(place(hit.key), (own.get(place(hit.key)) ?? 0) + hit.units);
          else add(now, place(keyFor(to, slug, id)), hit.units);
        }
        for (const [key, units] of own) {
          const name = `${key.replace(/#.*/, '')}#(its own)`;
          now.set(name, Math.max(now.get(name) ?? 0, units));
        }
      }
    }
    for (const [key, units] of now) {
      const { total = 0, peak = 0 } = sums.get(key) ?? {};
      sums.set(key, { total: total + units, peak: Math.max(peak, units) });
    }
  }
  return [...sums]
    .map(([name, { total, peak }]) => {
      const end = name.indexOf(' ');
      return { place: name.slice(0, end), key: name.slice(end + 1), mean: total / seconds, peak };
    })
    .sort((one, other) => other.peak - one.peak);
}

function keyFor(to: Exclude<Target, 'own'>, slug: Parameters<typeof countKey>[0], id: SignatureId): string {
  if (to === 'due') return dueShardOf(id);
  if (to === 'count') return countKey(slug, id).pk;
  return to === 'network' ? networkOf() : to.fixed;
}

const add = (sums: Map<string, number>, key: string, units: number) => sums.set(key, (sums.get(key) ?? 0) + units);

function sharedKeys(steps: readonly Step[]): ReadonlySet<string> {
  const writers = new Map<string, Set<string>>();
  for (const { samples } of steps) {
    for (const { id, hits } of samples) {
      for (const { key } of hits) writers.set(key, (writers.get(key) ?? new Set()).add(id));
    }
  }
  return new Set([...writers].filter(([, ids]) => ids.size > 1).map(([key]) => key));
}
