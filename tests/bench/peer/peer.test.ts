import { createServer } from 'node:http';
import { createTransport } from 'nodemailer';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePort, listen, loopback } from '../../../infra/local/ports.ts';
import { comparison } from '../load/comparison.ts';
import { timeOfOne } from '../load/one-signature.ts';
import { listenersOn } from './listeners.ts';
import { openPeer, type Peer } from './peer.ts';
import { type MailSink, startMailSink } from './smtp.ts';
import { type StandIn, startStandIn } from './stand-in.ts';

describe('a peer', () => {
  let standIn: StandIn;
  let peer: Peer;

  beforeEach(async () => {
    standIn = await startStandIn();
    const opened = await openPeer({ BENCH_PEER: standIn.url, BENCH_PEER_SMTP_PORT: '0' }, 300);
    if (!opened) throw new Error('No peer was opened.');
    peer = opened;
    standIn.sendMailsTo(peer.smtpPort);
  });
  afterEach(async () => {
    await peer.close();
    await standIn.stop();
  });

  it('confirms each signature with the token of its mail, on a new letter in each turn', async () => {
    const plan = { warmUp: 3, count: 5, atOnce: 2, idleSeconds: 0.01 };
    for (const _ of ['first turn', 'second turn'])
      expect(await timeOfOne(await peer.newLetter(), plan)).toEqual(expect.any(Number));
    const names = Array.from({ length: 8 }, (_, number) => `Aru Signer ${number}`);
    const confirmed = [...standIn.confirmed().values()].map((found) => found.toSorted());
    expect(confirmed).toEqual([names, names]);
  });

  it('counts the processor time of the process that listens on its port', async () => {
    const { used } = await peer.newLetter();
    const [before, found, after] = [ownSeconds(), used(), ownSeconds()];
    // The system counts in hundredths.
    expect(found).toBeGreaterThanOrEqual(before - 0.02);
    expect(found).toBeLessThanOrEqual(after + 0.02);
  });

  it('fails when the peer refuses, although it answers with status 200', async () => {
    const { sign } = await peer.newLetter();
    await sign(1);
    await expect(sign(1)).rejects.toThrow(/^The peer refused \/letters\/.+\/en\/sign: signed before\.$/);
    await expect(peer.newLetter().then((other) => other.sign(1))).resolves.toBeUndefined();
  });

  it('fails when no mail comes', async () => {
    await using elsewhere = await sinkFor([]);
    standIn.sendMailsTo(elsewhere.port);
    const { sign } = await peer.newLetter();
    await expect(sign(1)).rejects.toThrow(`No mail with a token came to port ${peer.smtpPort}`);
    expect([...standIn.confirmed().values()]).toEqual([[]]);
  });
});

describe('settings of a peer', () => {
  it.each([{}, { BENCH_PEER: '' }])('may be absent: %j', async (env) => {
    expect(await openPeer(env)).toBeUndefined();
  });

  it.each(['https://127.0.0.1:4000', 'http://api.letters.example', 'http://127.0.0.1.letters.example', 'letters'])(
    'refuses the address "%s"',
    async (address) => {
      await expect(openPeer({ BENCH_PEER: address })).rejects.toMatchObject({ name: 'Refusal' });
    },
  );

  it('refuses an address where nothing listens', async () => {
    const address = `http://${loopback}:${await freePort()}`;
    await expect(openPeer({ BENCH_PEER: address })).rejects.toThrow(/No process is found .+BENCH_PEER_PID/);
  });

  it('refuses a port for mails that is taken', async () => {
    await using taken = await sinkFor([]);
    const env = { BENCH_PEER: `http://${loopback}:${taken.port}`, BENCH_PEER_SMTP_PORT: String(taken.port) };
    await expect(openPeer(env)).rejects.toThrow(/in use.+BENCH_PEER_SMTP_PORT/);
  });
});

it('finds the process that listens on a port, and none when it has stopped', async () => {
  const server = createServer();
  const port = await listen(server, 0);
  expect(listenersOn(port)).toEqual([process.pid]);
  await new Promise((resolve) => server.close(resolve));
  expect(listenersOn(port)).toEqual([]);
});

it('receives mails whole: long lines, leading dots and any charset, one after another', async () => {
  const received: string[] = [];
  await using sink = await sinkFor(received);
  const transport = createTransport({ host: loopback, port: sink.port, pool: true, maxConnections: 1 });
  const texts = [`.\n..two dots\n${'long '.repeat(400)}`, 'Қазақстан, 日本, 😀', 'a.b\r\n.\r\nc'];
  for (const text of texts) await transport.sendMail({ from: 'a@one.example', to: 'b@two.example', text });
  transport.close();
  expect(received).toEqual(texts.map((text) => `b@two.example ${text.replaceAll('\r', '').trim()}`));
});

describe('comparison', () => {
  it('shows one version alone without a ratio', () => {
    expect(comparison([{ name: 'this version' }], [[20], [15]])).toEqual([
      ['turn', 'this version'],
      [
        ['1', '20.00 ms'],
        ['2', '15.00 ms'],
        ['least', '15.00 ms'],
      ],
    ]);
  });

  it('divides the first by each of the others, and the least by the least', () => {
    const measured = [
      { name: 'this version' },
      { name: 'beside', ratio: 'ratio' },
      { name: 'openletter', ratio: 'ratio to openletter' },
    ];
    const found = [
      [20, 40, 16],
      [24, 30, 10],
    ];
    expect(comparison(measured, found)).toEqual([
      ['turn', 'this version', 'beside', 'openletter', 'ratio', 'ratio to openletter'],
      [
        ['1', '20.00 ms', '40.00 ms', '16.00 ms', '0.50 ×', '1.25 ×'],
        ['2', '24.00 ms', '30.00 ms', '10.00 ms', '0.80 ×', '2.40 ×'],
        ['least', '20.00 ms', '30.00 ms', '10.00 ms', '0.67 ×', '2.00 ×'],
      ],
    ]);
  });
});

/** @param received is given address and text of each mail */
async function sinkFor(received: string[]): Promise<MailSink & AsyncDisposable> {
  const sink = await startMailSink(0, 'PORT', (to, { text = '' }) => void received.push(`${to} ${text.trim()}`));
  return { ...sink, [Symbol.asyncDispose]: sink.stop };
}

function ownSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}
