import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { freePort } from '../../infra/local/ports.ts';

test('a free port is outside the range from which the system assigns ports', async () => {
  const range = readFileSync('/proc/sys/net/ipv4/ip_local_port_range', 'utf8');
  const lowest = Number(range.split(/\s/)[0]);
  for (let count = 0; count < 20; count += 1) expect(await freePort()).toBeLessThan(lowest);
});
