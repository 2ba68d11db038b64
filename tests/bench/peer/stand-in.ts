/** Stands in for the API of openletter.earth: the same paths, JSON and mail, in memory. */
import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { json } from 'node:stream/consumers';
import { createTransport } from 'nodemailer';
import * as z from 'zod';
import { listen, loopback } from '../../../infra/local/ports.ts';

export interface StandIn {
  readonly url: string;
  /** @returns names of the confirmed signatures of each letter, by its slug */
  readonly confirmed: () => ReadonlyMap<string, readonly string[]>;
  /** Where it sends its mails from now on. */
  sendMailsTo(port: number): void;
  stop(): Promise<void>;
}

const letters = z.object({ letters: z.tuple([z.object({ title: z.string(), text: z.string(), locale: z.string() })]) });
const form = z.object({ name: z.string(), email: z.email() });
const confirmation = z.object({ token: z.string() });

interface Signature {
  readonly slug: string;
  readonly name: string;
  is_verified: boolean;
}

export async function startStandIn(): Promise<StandIn> {
  const slugs: string[] = [];
  const signatures = new Map<string, Signature>();
  const networks = new Set<unknown>();
  let transport = createTransport({});

  const create = (body: unknown) => {
    const [{ title }] = letters.parse(body).letters;
    const slug = `${title.toLowerCase().replaceAll(' ', '-')}-${slugs.length}`;
    slugs.push(slug);
    return { slug, title };
  };
  const sign = async (slug: string, body: unknown, network: unknown) => {
    const { name, email } = form.parse(body);
    if (networks.has(network)) return { error: { code: 429, message: 'too many from your network' } };
    networks.add(network);
    const token = createHash('md5').update(`${slug} ${email}`).digest('hex');
    if (signatures.has(token)) return { error: { code: 400, message: 'signed before' } };
    const signature = { slug, name, is_verified: false };
    signatures.set(token, signature);
    const html = `<p>Schön, ${name}!</p><p><a href="https://letters.example/${slug}/confirm_signature?token=${token}">Confirm</a></p>`;
    await transport.sendMail({ from: 'letters@letters.example', to: email, subject: 'Confirm', html });
    return signature;
  };
  const confirm = (body: unknown) => {
    const signature = signatures.get(confirmation.parse(body).token);
    if (signature) signature.is_verified = true;
    return signature;
  };
  const answer = async ({ method, url = '', headers }: IncomingMessage, body: unknown) => {
    const slug = /^\/letters\/([^/]+)\/en\/sign$/.exec(url)?.[1];
    if (method !== 'POST') return undefined;
    if (url === '/letters/create') return create(body);
    if (url === '/signatures/confirm') return confirm(body);
    return slug !== undefined && slugs.includes(slug) ? sign(slug, body, headers['x-forwarded-for']) : undefined;
  };

  const server = createServer(async (incoming, outgoing) => {
    try {
      const found = await answer(incoming, await json(incoming));
      outgoing.writeHead(found ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(found ?? {}));
    } catch (error) {
      outgoing.writeHead(500).end(String(error));
    }
  });
  const port = await listen(server, 0);
  return {
    url: `http://${loopback}:${port}`,
    confirmed: () =>
      new Map(
        slugs.map((slug) => [
          slug,
          [...signatures.values()].filter((one) => one.slug === slug && one.is_verified).map(({ name }) => name),
        ]),
      ),
    sendMailsTo(mailPort) {
      transport.close();
      const auth = { user: 'letters', pass: 'any' };
      transport = createTransport({ host: loopback, port: mailPort, pool: true, secure: false, auth });
    },
    async stop() {
      transport.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
