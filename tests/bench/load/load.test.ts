import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startInbox } from '../../../infra/local/inbox.ts';
import { mailsTo } from '../../fixtures/inbox.ts';
import { openLedger } from './ledger.ts';
import { quantile } from './samples.ts';
import { behind, culprit } from './saturated.ts';
import { type Arrived, type SesGate, startSesGate } from './ses-gate.ts';

const mail = (to: string, kind: string, signature = `id-of-${to}`): Arrived => ({
  ...{ to, kind, signature },
  token: undefined,
});

describe('guarantees under load', () => {
  it('finds nothing broken when each signer got both mails once and all are counted', () => {
    const ledger = openLedger();
    for (const email of ['ada@one.example', 'ben@two.example']) {
      ledger.accepted(email);
      ledger.mailed(mail(email, 'confirmation'));
      ledger.confirmed(email);
      ledger.mailed(mail(email, 'receipt'));
    }
    expect(ledger.waiting()).toEqual([]);
    expect(ledger.broken(2)).toEqual([]);
  });

  it('finds a lost mail, a lost receipt, a double mail and signatures that are not counted', () => {
    const ledger = openLedger();
    ledger.accepted('no-mail@one.example');
    ledger.accepted('ben@two.example');
    ledger.mailed(mail('ben@two.example', 'confirmation'));
    ledger.mailed(mail('ben@two.example', 'confirmation'));
    ledger.confirmed('ben@two.example');
    expect(ledger.waiting()).toEqual(['confirmation no-mail@one.example', 'receipt ben@two.example']);
    expect(ledger.broken(0)).toEqual([
      '1 accepted submissions got no mail to confirm.',
      '1 confirmed signatures got no receipt.',
      '1 mails were sent more than once.',
      '1 confirmed signatures are not counted.',
    ]);
  });

  it('leaves open whether a confirmation without an answer counts, but not more than that', () => {
    const ledger = openLedger();
    ledger.unclear('cleo@three.example');
    expect(ledger.broken(0)).toEqual([]);
    expect(ledger.broken(1)).toEqual([]);
    expect(ledger.broken(2)).toEqual(['1 signatures are counted that nobody confirmed.']);
  });
});

describe('saturation', () => {
  const kept = { asked: 10, submission: 10, mail: 9.5, confirmation: 9.1, readersAsked: 40, reader: 38 };

  it('names the stages that did not keep the rate', () => {
    expect(behind(kept)).toEqual([]);
    expect(behind({ ...kept, mail: 8.9, reader: 20 })).toEqual(['mails', 'readers']);
  });

  it('names the components that have no time left, and the machine when its cores are all busy', () => {
    const busy = { stack: 0.97, database: 0.4, inbox: 0.1, bench: 0.3, machine: 0.7, others: 0.1 };
    expect(culprit(busy, ['mails'])).toContain("Saturated: our stack's thread.");
    expect(culprit({ ...busy, stack: 0.5, machine: 0.99, others: 0.6 }, ['mails'])).toContain(
      'Saturated: all cores of this machine (99 % busy, 60 % with work that is not ours).',
    );
    expect(culprit({ ...busy, stack: 0.5 }, ['mails'])).toContain('Saturated: no process.');
  });

  it('reads the middle and the tail of times', () => {
    const times = Array.from({ length: 200 }, (_, at) => 200 - at);
    expect([quantile(times, 0.5), quantile(times, 0.99), quantile([], 0.5)]).toEqual([101, 199, Number.NaN]);
  });
});

describe('the gate before the inbox', () => {
  const arrived: Arrived[] = [];
  let inbox: Awaited<ReturnType<typeof startInbox>>;
  let gate: SesGate;
  beforeAll(async () => {
    inbox = await startInbox();
    gate = await startSesGate(inbox.endpoint, (one) => arrived.push(one));
  });
  afterAll(async () => {
    await gate.stop();
    await inbox.stop();
  });

  const to = 'dora@gate-keepers.example';
  const token = 'a1b2'.repeat(12).slice(0, 46);
  /** The link is broken over two lines, as quoted-printable does. */
  const link = `http://127.0.0.1:1/confirm/${token.slice(0, 20)}=\r\n${token.slice(20)}`;
  const part = (type: string) =>
    `--part\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n${link}\r\n`;
  const raw = [
    ...['From: a@letters.example', `To: ${to}`, 'Subject: Sign', 'MIME-Version: 1.0'],
    ...['Content-Type: multipart/alternative; boundary=part', '', `${part('text/plain')}${part('text/html')}--part--`],
  ].join('\r\n');
  const send = () =>
    fetch(gate.endpoint, {
      method: 'POST',
      headers: { authorization: 'AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/ses/aws4_request' },
      body: new URLSearchParams({
        Action: 'SendRawEmail',
        Source: 'a@letters.example',
        'Destinations.member.1': to,
        'RawMessage.Data': Buffer.from(raw).toString('base64'),
        'Tags.member.1.Name': 'mail',
        'Tags.member.1.Value': 'confirmation',
        'Tags.member.2.Name': 'signature',
        'Tags.member.2.Value': 'the-id',
      }),
    });

  it('refuses with Throttling, and nothing arrives', async () => {
    gate.refuse(true);
    const answer = await send();
    gate.refuse(false);
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('<Code>Throttling</Code>')]);
    expect([gate.refused(), arrived, await mailsTo(inbox.endpoint, to)]).toEqual([1, [], []]);
  });

  it('passes a mail on, and reads its kind, its signature and the link', async () => {
    expect((await send()).status).toBe(200);
    expect(arrived).toEqual([{ to, kind: 'confirmation', signature: 'the-id', token }]);
    expect(await mailsTo(inbox.endpoint, to)).toHaveLength(1);
    await gate.emptyInbox();
    expect(await mailsTo(inbox.endpoint, to)).toEqual([]);
  });
});
