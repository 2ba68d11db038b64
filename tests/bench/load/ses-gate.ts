/** Stands between the mailer and the inbox: notes which mail arrives, and refuses mails when it is told to. */
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, loopback } from '../../../infra/local/ports.ts';
import { sesRefusal } from '../../system/faults/answers.ts';
import { passedOn } from '../flood/ses-at-rate.ts';

/** A mail that is in the inbox. */
export interface Arrived {
  readonly to: string;
  /** Its kind and its signature, as the mailer tags it. */
  readonly kind: string;
  readonly signature: string;
  /** The token to confirm, when it has one. */
  readonly token: string | undefined;
}

export interface SesGate {
  readonly endpoint: string;
  /** Number of calls that were refused. */
  readonly refused: () => number;
  /** Whether to refuse mails from now on (`Throttling`). */
  refuse(isRefusing: boolean): void;
  /** The inbox keeps its mails in memory. */
  emptyInbox(): Promise<void>;
  stop(): Promise<void>;
}

/** @param onMail is told about each mail when the inbox has taken it */
export async function startSesGate(inbox: string, onMail: (mail: Arrived) => void): Promise<SesGate> {
  const agent = new Agent({ keepAlive: true });
  let [isRefusing, refused] = [false, 0];

  const passOn = (incoming: IncomingMessage, body: string) =>
    new Promise<{ status: number; xml: string }>((resolve, reject) => {
      const headers = { ...passedOn(incoming), 'content-length': Buffer.byteLength(body) };
      const asking = request(inbox, { agent, method: 'POST', headers }, (answer) => {
        text(answer).then((xml) => resolve({ status: answer.statusCode ?? 0, xml }), reject);
      });
      asking.once('error', reject);
      asking.end(body);
    });
  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const body = await text(incoming);
    const asked = new URLSearchParams(body);
    const isMail = asked.get('Action') === 'SendRawEmail';
    const reply = (status: number, xml: string) => {
      outgoing.writeHead(status, { 'content-type': 'text/xml' });
      outgoing.end(xml);
    };
    if (isMail && isRefusing) {
      refused += 1;
      return reply(400, sesRefusal('Throttling', 'Maximum sending rate exceeded.').body);
    }
    const { status, xml } = await passOn(incoming, body);
    if (isMail && status === 200) onMail(mailIn(asked));
    reply(status, xml);
  };
  const server = createServer((incoming, outgoing) => {
    answer(incoming, outgoing).catch(() => outgoing.destroy());
  });
  const port = await listen(server, 0);
  return {
    endpoint: `http://${loopback}:${port}`,
    refused: () => refused,
    refuse(value) {
      isRefusing = value;
    },
    async emptyInbox() {
      const response = await fetch(`${inbox}/clear-store`, { method: 'POST' });
      await response.body?.cancel();
    },
    async stop() {
      agent.destroy();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function mailIn(asked: URLSearchParams): Arrived {
  const tags = new Map<string, string>();
  for (let place = 1; asked.has(`Tags.member.${place}.Name`); place += 1)
    tags.set(asked.get(`Tags.member.${place}.Name`) ?? '', asked.get(`Tags.member.${place}.Value`) ?? '');
  const raw = Buffer.from(asked.get('RawMessage.Data') ?? '', 'base64').toString('latin1');
  // Quoted-printable (RFC 2045, 6.7) breaks long lines after an equals sign.
  const token = /\/confirm\/([a-z0-9]{46})/.exec(raw.replaceAll(/=\r?\n/g, ''))?.[1];
  const to = asked.get('Destinations.member.1') ?? '';
  return { to, kind: tags.get('mail') ?? '', signature: tags.get('signature') ?? '', token };
}
