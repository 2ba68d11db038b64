/**
 * Fetches a small text from a site that a stranger named, without giving them access to places that they cannot reach:
 * only https on port 443. Each host is resolved once and its addresses are checked. The connection goes to exactly a
 * checked address, so a name that later resolves to another one (DNS rebinding) changes nothing. Redirects stay on the
 * site and pass the same checks.
 */
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { parse } from 'tldts';
import { isPublicAddress } from './address.ts';
import { untilAborted } from './deadline.ts';
import type { Network } from './network.ts';

/** Limits of a fetch. */
export interface Limits {
  /** In total: resolving, connecting, redirects and reading. */
  readonly milliseconds: number;
  readonly bytes: number;
  readonly redirects: number;
}

export const defaultLimits: Limits = { milliseconds: 3_000, bytes: 64 * 1024, redirects: 3 };

/**
 * - `address`: it is not https on port 443 of the site, or the host has an address that is not public
 * - `redirect`: it redirected to such an address, or too often
 * - `status`, `type`, `size`: the answer was not a 200, not plain text, or too long
 * - `unreachable`: nobody answered in time, or not in TLS for that host
 */
export type FetchFailure = 'address' | 'redirect' | 'status' | 'type' | 'size' | 'unreachable';

export type Fetched = { readonly text: string } | { readonly failed: FetchFailure };

/** Never throws: a failure of a stranger's site is a result, too. */
export async function fetchText(network: Network, start: URL, limits: Limits = defaultLimits): Promise<Fetched> {
  const signal = AbortSignal.timeout(limits.milliseconds);
  const site = siteOf(start.hostname);
  let url = start;
  try {
    for (let redirects = 0; redirects <= limits.redirects; redirects += 1) {
      const address = isOn(site, url) ? await vettedAddress(network, url.hostname, signal) : undefined;
      if (address === undefined) return { failed: redirects === 0 ? 'address' : 'redirect' };
      const response = await ask(network, url, address, signal);
      const next = redirectOf(response, url);
      if (!next) return await readText(response, limits.bytes);
      response.destroy();
      url = next;
    }
    return { failed: 'redirect' };
  } catch {
    return { failed: 'unreachable' };
  }
}

/** @returns the registrable domain; undefined for an IP address and for a public suffix */
function siteOf(host: string): string | undefined {
  const { domain, isIp } = parse(host, { allowPrivateDomains: true });
  return isIp ? undefined : (domain ?? undefined);
}

function isOn(site: string | undefined, { protocol, port, username, password, hostname }: URL): boolean {
  const isPlain = protocol === 'https:' && port === '' && username === '' && password === '';
  return isPlain && site !== undefined && siteOf(hostname) === site;
}

/** A single address that is not public is enough to refuse the host. */
async function vettedAddress(network: Network, host: string, signal: AbortSignal): Promise<string | undefined> {
  const addresses = await untilAborted(signal, network.addresses(host));
  if (addresses.length === 0) throw new Error('the host has no address');
  return addresses.every(isPublicAddress) ? addresses[0] : undefined;
}

function ask(network: Network, url: URL, address: string, signal: AbortSignal): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    request(url, {
      signal,
      headers: {
        host: url.hostname,
        accept: 'text/plain',
        'accept-encoding': 'identity',
        'user-agent': 'Undersigned',
      },
      maxHeaderSize: 16 * 1024,
      // Nothing is resolved again: the connection goes to the checked address.
      createConnection: () => network.connect({ address, port: 443, host: url.hostname }),
    })
      .on('response', resolve)
      .on('error', reject)
      .end();
  });
}

function redirectOf({ statusCode = 0, headers: { location } }: IncomingMessage, from: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(statusCode) || location === undefined) return undefined;
  return URL.canParse(location, from.href) ? new URL(location, from.href) : undefined;
}

async function readText(response: IncomingMessage, most: number): Promise<Fetched> {
  const { statusCode, headers } = response;
  const refuse = (failed: FetchFailure): Fetched => {
    response.destroy();
    return { failed };
  };
  if (statusCode !== 200) return refuse('status');
  const encoding = headers['content-encoding'] ?? 'identity';
  if (!/^text\/plain(;|$)/i.test(headers['content-type'] ?? '') || encoding !== 'identity') return refuse('type');
  if (Number(headers['content-length'] ?? 0) > most) return refuse('size');
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response) {
    if (!(chunk instanceof Uint8Array)) continue;
    size += chunk.byteLength;
    if (size > most) return refuse('size');
    chunks.push(chunk);
  }
  return { text: Buffer.concat(chunks).toString('utf8') };
}
