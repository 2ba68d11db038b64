/** Outgoing network access: the only place that resolves names and opens connections for strangers. */
import { Resolver } from 'node:dns/promises';
import type { Duplex } from 'node:stream';
import { connect } from 'node:tls';

/** Network access for checks of other people's domains; tests bring their own. */
export interface Network {
  /** @returns all IPv4 and IPv6 addresses of a host, IPv4 first; empty when there are none or nobody answers */
  readonly addresses: (host: string) => Promise<string[]>;
  /** @returns the TXT records of a name, each joined; empty when there are none or nobody answers */
  readonly txt: (name: string) => Promise<string[]>;
  /** Opens TLS to exactly this address; the certificate must be valid for `host`. */
  readonly connect: (to: { address: string; port: number; host: string }) => Duplex;
}

/** @returns the real network */
export function openNetwork(): Network {
  const resolver = new Resolver({ timeout: 1_000, tries: 2 });
  return {
    async addresses(host) {
      const found = await Promise.all([
        resolver.resolve4(host).catch(() => []),
        resolver.resolve6(host).catch(() => []),
      ]);
      return found.flat();
    },
    async txt(name) {
      const records = await resolver.resolveTxt(name).catch(() => []);
      return records.map((pieces) => pieces.join(''));
    },
    connect: ({ address, port, host }) =>
      connect({ host: address, port, servername: host, ALPNProtocols: ['http/1.1'], minVersion: 'TLSv1.2' }),
  };
}
