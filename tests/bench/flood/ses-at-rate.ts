/**
 * SES in front of the inbox: it accepts a given number of mails a second, reports that quota, and refuses any more
 * (`Throttling`).
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen, loopback } from '../../../infra/local/ports.ts';
import { sesRefusal } from '../../system/faults/answers.ts';

/** Response time of SES in milliseconds, as assumed in `price.ts`. */
const answersAfter = 60;

/** A mail that has not arrived after this many milliseconds counts as lost. */
const longestWait = 120_000;

export interface SesAtRate {
  /** Sets the number of mails a second. After a pause it accepts that many at once, as a token bucket does. */
  readonly takes: (perSecond: number) => void;
  readonly endpoint: string;
  /** Number of accepted mails, and of refused ones. */
  readonly taken: () => number;
  readonly refused: () => number;
  /** @returns the time when a mail to that address was in the inbox, by `performance.now()`; waits up to two minutes */
  readonly arrival: (to: string) => Promise<number>;
  stop(): Promise<void>;
}

/** @param inbox endpoint of the inbox, which receives the mails */
export async function startSesAtRate(inbox: string): Promise<SesAtRate> {
  const arrived = new Map<string, number>();
  const waiting = new Map<string, (at: number) => void>();
  let perSecond = 1;
  let [taken, refused, tokens, filledAt] = [0, 0, 0, performance.now()];

  const take = (): boolean => {
    const now = performance.now();
    tokens = Math.min(perSecond, tokens + ((now - filledAt) / 1000) * perSecond);
    filledAt = now;
    if (tokens < 1) return false;
    tokens -= 1;
    return true;
  };
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await text(incoming);
    const reply = (status: number, xml: string) => {
      outgoing.writeHead(status, { 'content-type': 'text/xml' });
      outgoing.end(xml);
    };
    const asked = new URLSearchParams(body);
    if (asked.get('Action') === 'GetSendQuota') return reply(200, quotaOf(perSecond));
    await sleep(answersAfter);
    if (!take()) {
      refused += 1;
      return reply(400, sesRefusal('Throttling', 'Maximum sending rate exceeded.').body);
    }
    const answered = await fetch(inbox, { method: 'POST', headers: passedOn(incoming), body });
    const xml = await answered.text();
    const to = asked.get('Destinations.member.1') ?? '';
    if (answered.ok) {
      taken += 1;
      const now = performance.now();
      arrived.set(to, now);
      waiting.get(to)?.(now);
    }
    reply(answered.status, xml);
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://${loopback}:${port}`,
    takes(rate) {
      perSecond = rate;
    },
    taken: () => taken,
    refused: () => refused,
    arrival(to) {
      const known = arrived.get(to);
      if (known !== undefined) return Promise.resolve(known);
      const late = sleep(longestWait, Number.POSITIVE_INFINITY, { ref: false });
      return Promise.race([late, new Promise<number>((resolve) => waiting.set(to, resolve))]);
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** The inbox requires a signature but does not check it. */
export function passedOn({ headers }: IncomingMessage): Record<string, string> {
  const { authorization = '', 'content-type': type = 'application/x-www-form-urlencoded' } = headers;
  return { authorization, 'content-type': type };
}

/** https://docs.aws.amazon.com/ses/latest/APIReference/API_GetSendQuota.html */
function quotaOf(perSecond: number): string {
  const result = `<Max24HourSend>50000</Max24HourSend><MaxSendRate>${perSecond}</MaxSendRate><SentLast24Hours>0</SentLast24Hours>`;
  return `<GetSendQuotaResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><GetSendQuotaResult>${result}</GetSendQuotaResult><ResponseMetadata><RequestId>bench</RequestId></ResponseMetadata></GetSendQuotaResponse>`;
}
