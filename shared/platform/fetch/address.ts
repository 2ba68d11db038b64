/** Decides which addresses may be contacted on behalf of a stranger: only those of the public internet. */
import { isIP } from 'node:net';
import ipaddr from 'ipaddr.js';

/** The block of public IPv6 addresses (https://www.iana.org/assignments/ipv6-address-space). */
const publicV6 = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * @returns whether it is an ordinary public address: not loopback, private, link-local (used for cloud metadata),
 *   shared by carriers, multicast, reserved, or one that embeds another (IPv4-mapped, NAT64, 6to4, Teredo)
 */
export function isPublicAddress(text: string): boolean {
  // Only addresses that Node would dial as such: no octal, no shorthand, no zone.
  if (isIP(text) === 0 || text.includes('%')) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(publicV6);
}
