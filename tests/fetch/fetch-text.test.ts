import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isPublicAddress } from '../../shared/platform/fetch/address.ts';
import { fetchText } from '../../shared/platform/fetch/fetch-text.ts';
import { type Internet, makeInternet, type Site } from '../fixtures/internet.ts';

const publicAddress = '93.184.215.14';
const limits = { milliseconds: 700, bytes: 64 * 1024, redirects: 3 };

let site: Site;
let internet: Internet;
beforeEach(async () => {
  site = (_, response) => response.writeHead(200, { 'content-type': 'text/plain' }).end('hello');
  internet = await makeInternet((request, response) => site(request, response), ['river.example', '*.river.example']);
  internet.hosts.set('river.example', [publicAddress]);
  internet.hosts.set('www.river.example', [publicAddress]);
});
afterEach(() => internet.stop());

const get = (address = 'https://river.example/file.txt') => fetchText(internet.network, new URL(address), limits);
const leadTo = (location: string) => {
  site = (_, response) => response.writeHead(302, { location }).end();
};

/** One of each class outside the public internet. */
const notPublic = {
  'this network': '0.0.0.0',
  private: '10.0.0.1',
  'private, 172': '172.31.255.254',
  'private, 192': '192.168.1.1',
  'shared by a carrier': '100.64.0.1',
  loopback: '127.0.0.1',
  'loopback, another': '127.8.9.10',
  'link-local': '169.254.1.1',
  'metadata of AWS': '169.254.169.254',
  'metadata of ECS': '169.254.170.2',
  'protocol assignments': '192.0.0.1',
  documentation: '192.0.2.1',
  '6to4 relay': '192.88.99.1',
  benchmarking: '198.18.0.1',
  multicast: '224.0.0.1',
  reserved: '240.0.0.1',
  broadcast: '255.255.255.255',
  'unspecified v6': '::',
  'loopback v6': '::1',
  'link-local v6': 'fe80::1',
  'link-local v6 with a zone': 'fe80::1%eth0',
  'site-local v6': 'fec0::1',
  'unique local': 'fd12:3456::1',
  'metadata of AWS v6': 'fd00:ec2::254',
  'multicast v6': 'ff02::1',
  'documentation v6': '2001:db8::1',
  'newer documentation v6': '3fff::1',
  discard: '100::1',
  'segment routing': '5f00::1',
  'IPv4-mapped': '::ffff:127.0.0.1',
  'IPv4-mapped, public': '::ffff:8.8.8.8',
  'IPv4-compatible': '::7f00:1',
  NAT64: '64:ff9b::7f00:1',
  'NAT64, local': '64:ff9b:1::7f00:1',
  '6to4': '2002:7f00:1::',
  Teredo: '2001:0:7f00:1::',
  'a shorthand': '127.1',
  octal: '0177.0.0.1',
  'one number': '2130706433',
  'no address': 'localhost',
};

describe('an address', () => {
  it.each(Object.entries(notPublic))('is refused when it is not public: %s', async (_, address) => {
    expect(isPublicAddress(address)).toBe(false);
    internet.hosts.set('river.example', [address]);
    expect(await get()).toEqual({ failed: 'address' });
    internet.hosts.set('river.example', [publicAddress, address]);
    expect(await get()).toEqual({ failed: 'address' });
    expect(internet.dialled).toEqual([]);
  });

  it.each(['8.8.8.8', publicAddress, '2606:4700::1111', '2a00:1450:4001:81b::200e'])('is public: %s', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each([
    'http://river.example/',
    'https://river.example:8443/',
    'https://user:word@river.example/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://93.184.215.14/',
    'https://localhost/',
    'https://org.uk/',
    'ftp://river.example/',
  ])('is refused when it is of another kind: %s', async (address) => {
    for (const host of ['localhost', 'org.uk', '127.0.0.1', '[::1]', '93.184.215.14']) {
      internet.hosts.set(host, [publicAddress]);
    }
    expect(await get(address)).toEqual({ failed: 'address' });
    expect(internet.dialled).toEqual([]);
  });
});

describe('a fetch', () => {
  it('reads a text from exactly the address that was checked, with TLS for the host', async () => {
    expect(await get()).toEqual({ text: 'hello' });
    expect(internet.dialled).toEqual([{ address: publicAddress, port: 443, host: 'river.example' }]);
    expect(internet.asked).toEqual(['river.example /file.txt']);
  });

  it('sends no cookie and no identifying data', async () => {
    let sent: string[] = [];
    site = (request, response) => {
      sent = Object.keys(request.headers).toSorted();
      response.writeHead(200, { 'content-type': 'text/plain', 'set-cookie': 'a=b' }).end('hello');
    };
    await get();
    expect(sent).toEqual(['accept', 'accept-encoding', 'connection', 'host', 'user-agent']);
  });

  it('resolves the addresses once: a name that resolves differently a moment later changes nothing', async () => {
    let times = 0;
    internet.hosts.set('river.example', () => [[publicAddress], ['127.0.0.1']][Math.min(times++, 1)] ?? []);
    expect(await get()).toEqual({ text: 'hello' });
    expect(times).toBe(1);
    expect(internet.dialled.map(({ address }) => address)).toEqual([publicAddress]);
  });

  it('checks the addresses again with each redirect', async () => {
    let times = 0;
    internet.hosts.set('river.example', () => [[publicAddress], ['169.254.169.254']][Math.min(times++, 1)] ?? []);
    leadTo('/again');
    expect(await get()).toEqual({ failed: 'redirect' });
    expect(internet.dialled).toHaveLength(1);
  });

  it('needs a certificate for the host', async () => {
    internet.hosts.set('other.example', [publicAddress]);
    expect(await get('https://other.example/')).toEqual({ failed: 'unreachable' });
    expect(internet.asked).toEqual([]);
  });

  it('fails when the host has no address', async () => {
    internet.hosts.delete('river.example');
    expect(await get()).toEqual({ failed: 'unreachable' });
  });
});

describe('a redirect', () => {
  it('within the site is followed', async () => {
    site = (request, response) => {
      if (request.headers.host === 'www.river.example') {
        response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' }).end('there');
      } else response.writeHead(301, { location: 'https://www.river.example/file.txt' }).end();
    };
    expect(await get()).toEqual({ text: 'there' });
    expect(internet.dialled.map(({ host }) => host)).toEqual(['river.example', 'www.river.example']);
  });

  it.each(Object.values(notPublic))('to a host with the address %s is not followed', async (address) => {
    internet.hosts.set('www.river.example', [address]);
    leadTo('https://www.river.example/');
    expect(await get()).toEqual({ failed: 'redirect' });
    expect(internet.dialled).toHaveLength(1);
  });

  it.each([
    'http://river.example/',
    'https://river.example:444/',
    'https://other.example/',
    'https://notriver.example/',
    'https://a:b@river.example/',
    'https://127.0.0.1/',
    'https://[::ffff:169.254.169.254]/',
    'file:///etc/passwd',
    'data:text/plain,hello',
    '//other.example/',
  ])('to %s is not followed', async (location) => {
    for (const host of ['other.example', 'notriver.example']) internet.hosts.set(host, [publicAddress]);
    leadTo(location);
    expect(await get()).toEqual({ failed: 'redirect' });
    expect(internet.dialled).toHaveLength(1);
  });

  it('is followed three times, but not a fourth', async () => {
    site = (request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) response.writeHead(200, { 'content-type': 'text/plain' }).end('hello');
      else response.writeHead(307, { location: `/${left - 1}` }).end();
    };
    expect(await get('https://river.example/3')).toEqual({ text: 'hello' });
    expect(await get('https://river.example/4')).toEqual({ failed: 'redirect' });
  });

  it('that cannot be read as an address is not treated as one', async () => {
    leadTo('https://');
    expect(await get()).toEqual({ failed: 'status' });
  });
});

describe("a site's answer", () => {
  it.each([204, 400, 404, 500])('is refused with status %i', async (status) => {
    site = (_, response) => response.writeHead(status, { 'content-type': 'text/plain' }).end();
    expect(await get()).toEqual({ failed: 'status' });
  });

  it.each([
    [{ 'content-type': 'text/html' }],
    [{ 'content-type': 'application/json' }],
    [{ 'content-type': 'text/plainly' }],
    [{}],
    [{ 'content-type': 'text/plain', 'content-encoding': 'gzip' }],
  ])('is refused unless it is plain text: %j', async (headers) => {
    site = (_, response) => response.writeHead(200, headers).end('hello');
    expect(await get()).toEqual({ failed: 'type' });
  });

  it('may have up to 64 kB, whatever length it declares', async () => {
    const answer = (size: number, headers: Record<string, string> = {}) => {
      site = (_, response) =>
        response.writeHead(200, { 'content-type': 'text/plain', ...headers }).end('x'.repeat(size));
    };
    answer(64 * 1024);
    expect(await get()).toEqual({ text: 'x'.repeat(64 * 1024) });
    answer(64 * 1024 + 1);
    expect(await get()).toEqual({ failed: 'size' });
    answer(64 * 1024 + 1, { 'transfer-encoding': 'chunked' });
    expect(await get()).toEqual({ failed: 'size' });
  });

  it('is cut off when it is endless', async () => {
    let written = 0;
    site = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const more = () => {
        written += 16_384;
        if (!response.destroyed) response.write('x'.repeat(16_384), () => setImmediate(more));
      };
      more();
    };
    expect(await get()).toEqual({ failed: 'size' });
    expect(written).toBeLessThan(10_000_000);
  });

  it('is not awaited when it trickles in', async () => {
    site = (_, response) => {
      response.writeHead(200, { 'content-type': 'text/plain' });
      const drip = setInterval(() => response.write('x'), 50);
      response.on('close', () => clearInterval(drip));
    };
    const start = Date.now();
    expect(await get()).toEqual({ failed: 'unreachable' });
    expect(Date.now() - start).toBeLessThan(3_000);
  });

  it("is not awaited when it never comes, and neither is a resolver's", async () => {
    site = () => {};
    expect(await get()).toEqual({ failed: 'unreachable' });
    internet.hosts.set('river.example', () => new Promise<string[]>(() => {}));
    expect(await get()).toEqual({ failed: 'unreachable' });
  });

  it('with endless headers is cut off', async () => {
    site = (_, response) => response.writeHead(200, { 'x-long': 'x'.repeat(40_000) }).end();
    expect(await get()).toEqual({ failed: 'unreachable' });
  });
});
