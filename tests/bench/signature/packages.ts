/** Which package spends the time: samples of a CPU profile, traced through the source maps of the bundles. */

import { readFileSync } from 'node:fs';
import type { Profiler, Runtime } from 'node:inspector';
import { SourceMap } from 'node:module';
import { fileURLToPath } from 'node:url';
import * as z from 'zod';

/** Microseconds of the monotonic clock, as the profiler counts them. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const sourceMap = z.object({
  file: z.string().default(''),
  version: z.number(),
  sources: z.array(z.string()),
  sourcesContent: z.array(z.string()).default([]),
  names: z.array(z.string()),
  mappings: z.string(),
  sourceRoot: z.string().default(''),
});

/**
 * @param windows when a handler ran: the rest of the profile is the bench's own work
 * @returns microseconds by package, idle time left out
 */
export function timeByPackage(profile: Profiler.Profile, windows: readonly Window[]): Record<string, number> {
  const maps = new Map<string, SourceMap | undefined>();
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const totals: Record<string, number> = {};
  let at = profile.startTime;
  let window = 0;
  const deltas = profile.timeDeltas ?? [];
  for (const [index, sample] of (profile.samples ?? []).entries()) {
    at += deltas[index] ?? 0;
    while (windows[window] && at > (windows[window]?.to ?? 0)) window += 1;
    const current = windows[window];
    if (!current) break;
    const node = nodes.get(sample);
    if (!node || at < current.from || node.callFrame.functionName === '(idle)') continue;
    const name = packageOf(node.callFrame, maps);
    totals[name] = (totals[name] ?? 0) + (deltas[index + 1] ?? 0);
  }
  return totals;
}

function packageOf({ url, lineNumber, columnNumber, functionName }: Runtime.CallFrame, maps: Maps): string {
  if (functionName === '(garbage collector)') return 'garbage collection';
  if (url === '') return 'native code';
  // Such as node:crypto for node:internal/crypto/hash.
  const ofNode = /^node:(?:internal\/)?(\w+)/.exec(url)?.[1];
  if (ofNode !== undefined) return `node:${ofNode}`;
  const source = mapFor(url, maps)?.findEntry(lineNumber, columnNumber);
  const path = source && 'originalSource' in source ? source.originalSource : url;
  const found = /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  return found ?? 'our own code';
}

type Maps = Map<string, SourceMap | undefined>;

function mapFor(url: string, maps: Maps): SourceMap | undefined {
  if (!maps.has(url)) maps.set(url, readMap(url));
  return maps.get(url);
}

function readMap(url: string): SourceMap | undefined {
  if (!url.startsWith('file:') || !url.endsWith('.mjs')) return undefined;
  return new SourceMap(sourceMap.parse(JSON.parse(readFileSync(`${fileURLToPath(url)}.map`, 'utf8'))));
}
