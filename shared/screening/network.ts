/** Where a request comes from, as far as it may be known: for the caps and the lists, never kept and never logged. */
import ipaddr from 'ipaddr.js';

/** Who sent a request, told by the one hop that we trust and by nothing that a client can write. */
export interface Client {
  /** Address of the network; undefined when the hop does not say. */
  readonly address: string | undefined;
  /** Whether the request came to a stack on one machine, where loopback is exempt from caps (DESIGN §5). */
  readonly local: boolean;
}

type Address = ReturnType<typeof ipaddr.process>;

/** A range of addresses; one alone is the smallest range. */
export type Range = readonly [Address, number];

/** @returns the address; an IPv4 address that is written as an IPv6 one (`::ffff:203.0.113.5`) as what it is */
function readAddress(text: string | undefined): Address | undefined {
  return text !== undefined && ipaddr.isValid(text) ? ipaddr.process(text) : undefined;
}

/** A network that a client is in. */
export interface Network {
  readonly name: string;
  /** An IPv4 address, or how many bits of an IPv6 one. */
  readonly size: 'address' | 64 | 56 | 48;
}

/**
 * @returns the networks that a client is in, the smallest first. An IPv4 address stands for itself. Of IPv6 one
 *   household or server has 64 bits to itself, one customer often 56 or 48 (RFC 6177)
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

/** @returns whether it is this machine that asks itself */
export function isOwnMachine({ address, local }: Client): boolean {
  return local && readAddress(address)?.range() === 'loopback';
}

/** @returns whether the address lies in one of the ranges */
export function isWithin({ address }: Client, ranges: readonly Range[]): boolean {
  const read = readAddress(address);
  return read !== undefined && ranges.some((range) => covers(range, read));
}

/** Ranges of the other family cover nothing. */
function covers([start, bits]: Range, address: Address): boolean {
  if (start instanceof ipaddr.IPv4) return address instanceof ipaddr.IPv4 && address.match(start, bits);
  return address instanceof ipaddr.IPv6 && address.match(start, bits);
}

/** @returns the range (`203.0.113.0/24`, `2001:db8::/32`) or the single address, or undefined when it is neither */
export function readRange(text: string): Range | undefined {
  if (ipaddr.IPv4.isValidFourPartDecimal(text) || ipaddr.IPv6.isValid(text)) {
    const address = ipaddr.process(text);
    return [address, address instanceof ipaddr.IPv6 ? 128 : 32];
  }
  return ipaddr.IPv4.isValidCIDRFourPartDecimal(text) || ipaddr.IPv6.isValidCIDR(text)
    ? ipaddr.parseCIDR(text)
    : undefined;
}

/** @returns the range in the one way in which it is kept: its first address and its length */
export function writeRange([address, bits]: Range): string {
  const family = address instanceof ipaddr.IPv6 ? ipaddr.IPv6 : ipaddr.IPv4;
  return `${family.networkAddressFromCIDR(`${address.toString()}/${bits}`).toString()}/${bits}`;
}
