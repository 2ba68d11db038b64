/** The network of a request, for caps and lists; never stored and never logged. */
import ipaddr from 'ipaddr.js';

/** The sender of a request, as reported by the one hop that we trust and never by the client. */
export interface Client {
  /** Its address; undefined when the hop does not say. */
  readonly address: string | undefined;
  /** Whether the request came to a local stack, where loopback is exempt from caps. */
  readonly local: boolean;
}

type Address = ReturnType<typeof ipaddr.process>;

/** A range of addresses; a single address is the smallest range. */
export type Range = readonly [Address, number];

/** @returns the address; an IPv4 address in IPv6 notation (`::ffff:203.0.113.5`) as IPv4 */
function readAddress(text: string | undefined): Address | undefined {
  return text !== undefined && ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

/** A network that a client is in. */
export interface Network {
  readonly name: string;
  /** An IPv4 address, or the prefix length of an IPv6 network. */
  readonly size: 'address' | 64 | 56 | 48;
}

/**
 * @returns the networks that a client is in, the smallest first. An IPv4 address is a network of its own. With IPv6, a
 *   household or server has a /64, a customer often a /56 or /48 (RFC 6177)
 */
export function networksOf({ address }: Client): readonly Network[] {
  const read = readAddress(address);
  if (!(read instanceof ipaddr.IPv6)) return [{ name: read?.toString() ?? 'unknown', size: 'address' }];
  const [first = 0, second = 0, third = 0, fourth = 0] = read.parts;
  return [
    { name: [first, second, third, fourth].join(':'), size: 64 },
    { name: `${[first, second, third, fourth >> 8].join(':')}/56`, size: 56 },
    { name: `${[first, second, third].join(':')}/48`, size: 48 },
  ];
}

/** @returns whether the request comes from this machine itself */
export function isOwnMachine({ address, local }: Client): boolean {
  return local && readAddress(address)?.range() === 'loopback';
}

/** @returns whether the address lies in one of the ranges */
export function isWithin({ address }: Client, ranges: readonly Range[]): boolean {
  const read = readAddress(address);
  return read !== undefined && ranges.some((range) => covers(range, read));
}

/** A range of the other family covers nothing. */
function covers([start, bits]: Range, address: Address): boolean {
  if (start instanceof ipaddr.IPv4) return address instanceof ipaddr.IPv4 && address.match(start, bits);
  return address instanceof ipaddr.IPv6 && address.match(start, bits);
}

/** @returns the range (`203.0.113.0/24`, `2001:db8::/32`) or single address, or undefined when it is neither */
export function readRange(text: string): Range | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)) {
    const address = ipaddr.process(text);
    return [address, address instanceof ipaddr.IPv6 ? 128 : 32];
  }
  return ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text)
    ? ipaddr.parseCIDR(text)
    : undefined;
}

/** @returns the range in its stored form: its first address and its length */
export function writeRange([address, bits]: Range): string {
  const family = address instanceof ipaddr.IPv6 ? ipaddr.IPv6 : ipaddr.IPv4;
  return `${family.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`;
}
