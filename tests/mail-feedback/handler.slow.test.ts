import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { noteAnswer } from '../../shared/mailbox/signatures-of-mailbox.ts';
import { secretKeys } from '../../shared/platform/config/secret.ts';
import { makeToken } from '../../shared/platform/token/token.ts';
import { environmentOf, runCommandLine, secretsWith, testSecret } from '../fixtures/command-line.ts';
import { asFunction } from '../fixtures/permissions.ts';
import type { World } from '../fixtures/world.ts';
import { bounce, complaint, reject, snsEvent } from './events.ts';
import { confirmed, openWorld, recordOf } from './signer.ts';

const secrets = await secretsWith();
let world: World;
let handler: (event: unknown) => Promise<void>;
let signed: Awaited<ReturnType<typeof confirmed>>;
let environment: Record<string, string>;

beforeAll(async () => {
  world = await openWorld();
  environment = environmentOf(world.store, secrets.endpoint);
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
  const feedback = await import('../../functions/mail-feedback/handler.ts');
  handler = (event) => asFunction('mail-feedback', () => feedback.handler(event));
  signed = await confirmed(world, 1);
  // The world has keys of its own; the mailbox is stored here under the keys of this secret.
  const record = await recordOf(world, signed.id);
  if (!record) throw new Error('not there');
  const own = { id: record.id, letter: record.letter, claimant: record.claimant ?? '' };
  const { stored } = makeToken(record.id, 'manage', Date.now());
  const receipt = { signature: record.id, mail: 'receipt', token: stored, noted: [] } as const;
  await noteAnswer(
    world.store,
    await secretKeys(testSecret)(),
    { email: signed.email, own, known: undefined },
    receipt,
    Date.now(),
  );
});
afterAll(async () => {
  vi.unstubAllEnvs();
});

/** Runs `npm run mailbox -- …` against the table of this test. */
const mailbox = (...args: string[]) => runCommandLine('mailbox', args, environment);

const about = () => ({ to: signed.email, signature: signed.id });

describe('the function', () => {
  it.each([
    ['an event that is none', { hello: 'world' }],
    ['a message that is no JSON', snsEvent('mail for person1@org-1.example')],
    [
      'a bounce without its details',
      snsEvent('{"eventType":"Bounce","mail":{"destination":["person1@org-1.example"]}}'),
    ],
  ])('fails for %s, so that it is retried, without quoting the message', async (_, event) => {
    const failure = await handler(event).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(Error);
    expect(String(failure)).toMatch(/was not processed: (ZodError|\$ZodError|SyntaxError)$/);
    expect(failure).not.toHaveProperty('cause');
    expect(JSON.stringify(failure, Object.getOwnPropertyNames(failure))).not.toContain('person1');
  });

  it('counts bounces and complaints, and logs a refused mail without personal data', async () => {
    const lines: string[] = [];
    const keep = (line: unknown) => {
      lines.push(String(line));
      return true;
    };
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'false');
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
    for (const event of [bounce(about()), complaint(about()), bounce(about(), 'Transient'), reject(about())]) {
      await handler(snsEvent(JSON.stringify(event)));
    }
    vi.restoreAllMocks();
    vi.stubEnv('POWERTOOLS_METRICS_DISABLED', 'true');
    const said = lines.join('');
    expect(said).toContain('SES refused to send a mail');
    expect(said.match(/"(Bounced|Complained)":1/g)).toEqual(['"Bounced":1', '"Complained":1']);
    for (const secret of [signed.email, signed.id, 'Person 1']) expect(said).not.toContain(secret);
    expect(await recordOf(world, signed.id)).toMatchObject({ deliverability: { state: 'complained' } });
  });
});

describe('the command line', () => {
  it('shows, lists, releases and suppresses', async () => {
    const shown = await mailbox('show', 'Person1@Org-1.example');
    expect(shown).toMatchObject({ code: 0, errors: '' });
    expect(shown.out).toMatch(/^No mail is sent to it since 2026-03-02T11:00:00.000Z: its owner marked/);
    expect(shown.out).toContain(`confirmed  ${signed.id}  clean-air`);
    const listed = await mailbox('undeliverable', 'clean-air');
    expect(listed.out).toBe(`${signed.id}  complained  2026-03-02T11:00:00.000Z\n`);

    expect(await mailbox('release', signed.email)).toMatchObject({ code: 0, out: 'Mail is sent to it again.\n' });
    expect((await mailbox('show', signed.email)).out).toMatch(/^Mail is sent to it\./);
    expect((await mailbox('undeliverable', 'clean-air')).out).toBe('None.\n');
    expect((await recordOf(world, signed.id))?.deliverability).toBeUndefined();

    expect(await mailbox('suppress', signed.email)).toMatchObject({ code: 0 });
    expect((await mailbox('show', signed.email)).out).toContain('its owner asked for it');
  });

  it.each([
    ['no address', ['show', 'nobody'], 'not an email address'],
    ['no slug', ['undeliverable', 'No Slug'], 'cannot be the slug'],
    ['a command that there is not', ['ban', 'a@b.example'], 'Usage'],
    ['nothing', [], 'Usage'],
  ])('refuses %s with a sentence', async (_, args, sentence) => {
    const { code, errors } = await mailbox(...args);
    expect(code).toBe(1);
    expect(errors).toContain(sentence);
    expect(errors).not.toContain('    at ');
  });
});
