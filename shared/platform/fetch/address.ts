/** Which addresses may be talked to on behalf of a stranger: those of the public internet, and no other. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The block from which public IPv6 addresses are given out (https://www.iana.org/assignments/ipv6-address-space). */
const publicV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * @returns whether it is an ordinary public address: not loopback, private, link-local (where clouds keep their
 *   metadata), shared by carriers, multicast, reserved, or one that stands for another (IPv4-mapped, NAT64, 6to4, Teredo)
 */
export function isPublicAddress(text: string): boolean {
  // What Node would not dial as an address is none: no octal, no shorthand, no zone.
  if (isIP(text) === 0 || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(publicV6);
}
