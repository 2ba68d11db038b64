/** Checks whether a domain shows the line of text that proves control of it. */
import { untilAborted } from '../../../shared/platform/fetch/deadline.ts';
import { defaultLimits, fetchText, type Limits } from '../../../shared/platform/fetch/fetch-text.ts';
import type { Network } from '../../../shared/platform/fetch/network.ts';
import { sameHash } from '../../../shared/platform/token/token.ts';
import type { DomainProof } from './domain-proof.ts';

/**
 * DNS first, then the file on the website, each within the limits.
 *
 * @returns where the line was found; undefined when it was in neither place, or there was no answer
 */
export async function findProof(
  network: Network,
  { accepted, record, file }: DomainProof,
  limits: Limits = defaultLimits,
): Promise<'dns' | 'well-known' | undefined> {
  const records = untilAborted(AbortSignal.timeout(limits.milliseconds), network.txt(record)).catch(() => []);
  if (holds(await records, accepted)) return 'dns';
  const fetched = await fetchText(network, new URL(file), limits);
  return 'text' in fetched && holds(fetched.text.split(/\r?\n/), accepted) ? 'well-known' : undefined;
}

/** Compares every line, so that timing reveals nothing about the first. */
function holds(lines: readonly string[], accepted: readonly string[]): boolean {
  return lines.filter((line) => accepted.filter((one) => sameHash(line.trim(), one)).length > 0).length > 0;
}
