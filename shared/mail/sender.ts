/** The configured sender: `Name <mailbox@domain>` or a bare address. */

/** @returns the bare address */
export function addressOf(from: string): string {
  return (/<([^<>]+)>\s*$/.exec(from)?.[1] ?? from).trim();
}

/** @returns the name before the address; empty for a bare one */
export function nameOf(from: string): string {
  const name = /^([^<>]*)<[^<>]+>\s*$/.exec(from)?.[1]?.trim() ?? '';
  return name.replace(/^"(.*)"$/, '$1');
}
