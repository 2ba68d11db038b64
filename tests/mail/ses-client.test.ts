/** Our calls to SES are those of the SDK, and so are the errors. */
import { createServer, type Server } from 'node:http';
import { text } from 'node:stream/consumers';
import { SESClient, SESServiceException, SendRawEmailCommand } from '@aws-sdk/client-ses';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openSes } from '../../functions/mailer/ses-client.ts';
import { refusalIn } from '../../functions/mailer/ses-error.ts';
import { localAws } from '../../infra/local/environment.ts';
import { listen, loopback } from '../../infra/local/ports.ts';

let server: Server;
let received: { body: string; authorization: string }[];
let answers: { status: number; body: string }[];
let endpoint: string;
const taken =
  '<SendRawEmailResponse><SendRawEmailResult><MessageId>id-1</MessageId></SendRawEmailResult></SendRawEmailResponse>';
const refused = (code: string, message: string) =>
  `<ErrorResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error><RequestId>r</RequestId></ErrorResponse>`;

beforeEach(async () => {
  received = [];
  answers = [];
  server = createServer(async (request, response) => {
    received.push({ body: await text(request), authorization: request.headers.authorization ?? '' });
    const { status, body } = answers.shift() ?? { status: 200, body: taken };
    response.writeHead(status, { 'content-type': 'text/xml' }).end(body);
  });
  endpoint = `http://${loopback}:${await listen(server, 0)}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

const bytes = Uint8Array.from({ length: 300 }, (_, index) => (index * 7) % 256);
const mail = {
  RawMessage: { Data: bytes },
  Source: 'letters+x@undersigned.example',
  Destinations: ["o'hara&co=1@ügly.example", 'second@there.example'],
  ConfigurationSetName: 'a set/1',
  Tags: [{ Name: 'mail', Value: 'receipt' }],
};
const open = () => openSes(localAws.region, { ...localAws, endpoint });

it('sends the fields of the SDK, signed for SES', async () => {
  const { MessageId } = await open().send(new SendRawEmailCommand(mail));
  expect(MessageId).toBe('id-1');
  await new SESClient({ ...localAws, endpoint }).send(new SendRawEmailCommand(mail));
  const [own = [], theirs = []] = received.map(({ body }) => [...new URLSearchParams(body)].toSorted());
  expect(own).toEqual(theirs);
  expect(received[0]?.authorization).toMatch(
    /\/us-east-1\/ses\/aws4_request, SignedHeaders=content-type;host;x-amz-date,/,
  );
});

it.each([
  ['MessageRejected', 'Email address is not verified: &quot;A &amp; B&quot; &lt;a&#64;b.example&gt;'],
  ['ConfigurationSetDoesNotExistException', 'Configuration set &#x41; does not exist.'],
])('names the error as the SDK does: %s', async (code, message) => {
  const errors: unknown[] = [];
  for (const ses of [open(), new SESClient({ ...localAws, endpoint })]) {
    answers.push({ status: 400, body: refused(code, message) });
    errors.push(await ses.send(new SendRawEmailCommand(mail)).catch((error: unknown) => error));
  }
  const [own, theirs] = errors;
  if (!(own instanceof SESServiceException) || !(theirs instanceof SESServiceException)) throw new Error('no error');
  const who = { to: 'someone@else.example', from: mail.Source };
  expect([own.message, own.$fault, refusalIn(own, who)]).toEqual([
    theirs.message,
    theirs.$fault,
    refusalIn(theirs, who),
  ]);
  expect(received).toHaveLength(2);
});

it.each([
  [503, '<html>busy</html>'],
  [400, refused('Throttling', 'Maximum sending rate exceeded.')],
])('tries once more after an answer that may pass (%s)', async (status, body) => {
  answers.push({ status, body });
  expect(await open().send(new SendRawEmailCommand(mail))).toMatchObject({ MessageId: 'id-1' });
  answers.push({ status, body }, { status, body });
  await expect(open().send(new SendRawEmailCommand(mail))).rejects.toBeInstanceOf(SESServiceException);
  expect(received).toHaveLength(4);
});
