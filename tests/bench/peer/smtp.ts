/** Receives mails by SMTP (RFC 5321) and delivers none. */
import { createServer, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { type ParsedMail, simpleParser } from 'mailparser';
import { loopback, portRefusal } from '../../../infra/local/ports.ts';

export interface MailSink {
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * @param port 0 lets the system choose
 * @param variable with which another port can be chosen
 * @param onMail is told about each mail before the server answers that it took it
 * @throws a refusal when the port is taken
 */
export async function startMailSink(
  port: number,
  variable: string,
  onMail: (to: string, mail: ParsedMail) => void,
): Promise<MailSink> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    converse(socket, onMail).catch((error: unknown) => socket.destroy(error instanceof Error ? error : undefined));
    // The sender sees the closed connection and reports it.
    socket.on('error', () => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(portRefusal(error, port, variable)));
    server.listen(port, loopback, resolve);
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function converse(socket: Socket, onMail: (to: string, mail: ParsedMail) => void): Promise<void> {
  const reply = (line: string) => void socket.write(`${line}\r\n`);
  let to = '';
  /** Lines of the mail, while it is being received. */
  let received: string[] | undefined;
  // Each byte is one character, so that the parser of the mail decides on its charset.
  socket.setEncoding('latin1');
  reply('220 bench');
  for await (const line of createInterface({ input: socket, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (received && line !== '.') {
      // A dot at the start of a line is doubled (4.5.2).
      received.push(line.startsWith('.') ? line.slice(1) : line);
    } else if (received) {
      onMail(to, await simpleParser(Buffer.from(received.join('\r\n'), 'latin1')));
      received = undefined;
      reply('250 taken');
    } else {
      const command = line.slice(0, 4).toUpperCase();
      const recipient = /^RCPT TO:<([^>]*)>/i.exec(line)?.[1];
      if (recipient !== undefined) to = recipient;
      if (command === 'DATA') received = [];
      reply(answerTo(command));
      if (command === 'QUIT') socket.end();
    }
  }
}

/** Any user and password are good. */
function answerTo(command: string): string {
  switch (command) {
    case 'EHLO':
      return '250-bench\r\n250 AUTH PLAIN';
    case 'AUTH':
      return '235 authenticated';
    case 'DATA':
      return '354 go ahead';
    case 'QUIT':
      return '221 bye';
    case 'HELO':
    case 'MAIL':
    case 'RCPT':
    case 'RSET':
    case 'NOOP':
      return '250 ok';
    default:
      return '502 not implemented';
  }
}
