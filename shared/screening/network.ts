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

/** @returns a name for the network that one household or office has to itself: IPv4 whole, IPv6 its first 64 bits */
export function networkName({ address }: Client): string {
  const read = readAddress(address);
  if (!read) return 'unknown';
  return read instanceof ipaddr.IPv6 ? read.parts.slice(0, 4).join(':') : read.toString();
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
