/** Recorded answers of AWS, and the doctor's explanations. */
import { FileSystem } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { bootstrap, stackState, unreachable } from '../../cli/doctor/account.ts';
import type { Finding } from '../../cli/doctor/finding.ts';
import { dns, quota, type SenderState, sender, wantedRecords } from '../../cli/doctor/mail.ts';
import { alarms, answers, deadLetters, drift, protection, version } from '../../cli/doctor/running.ts';
import { bundleFolder, functionNames } from '../../infra/build/bundle.ts';
import { template } from '../infra/template.ts';

const named = (name: string, message = '') => Object.assign(new Error(message), { name });
const reasons: [Error, RegExp, RegExp][] = [
  [new Error('Region is missing'), /no region/, /AWS_REGION/],
  [named('CredentialsProviderError', 'Could not load credentials'), /no credentials/, /AWS_PROFILE/],
  [named('ExpiredToken', 'The security token included in the request is expired'), /does not take/, /sso login/],
  [named('AccessDenied', 'not authorized to perform: cloudformation:DescribeStacks'), /may not/, /DescribeStacks/],
  [named('ValidationError', 'Stack with id Undersigned does not exist'), /no stack Undersigned/, /cdk deploy/],
  [named('TimeoutError'), /TimeoutError/, /internet/],
];
it.each(reasons)('%s is explained', (error, says, todo) => {
  const found = unreachable(error, 'Undersigned');
  expect(found).toMatchObject({ level: 'wrong', says: expect.stringMatching(says), todo: expect.stringMatching(todo) });
});

const id = 'arn:aws:cloudformation:eu-central-1:123456789012:stack/Undersigned/0a1b';
const stack = (StackStatus: string) => stackState({ StackId: id, StackStatus });
const toolkit = (value: string) => ({ Outputs: [{ OutputKey: 'BootstrapVersion', OutputValue: value }] });
const sandbox = { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 3, enabled: true };
const grown = { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 1_000, enabled: true };
const proven: SenderState = {
  identity: 'example.org',
  verification: 'Success',
  dkim: { enabled: true, status: 'Success', tokens: ['abc', 'def', 'ghi'] },
  mailFrom: { domain: 'bounce.example.org', status: 'Success' },
};
const code = new Map([
  ['mailer', 'aa'],
  ['relay', 'bb'],
]);

const levels: [string, () => Finding | undefined, Finding['level'], RegExp][] = [
  ['account and region', () => stack('UPDATE_COMPLETE')[0], 'fine', /account 123456789012, region eu-central-1/],
  ['a stack that is deployed', () => stack('UPDATE_COMPLETE')[1], 'fine', /deployed/],
  ['a deployment under way', () => stack('UPDATE_IN_PROGRESS')[1], 'look', /under way/],
  ['a deployment taken back', () => stack('UPDATE_ROLLBACK_COMPLETE')[1], 'look', /taken back/],
  ['a stack that is stuck', () => stack('UPDATE_ROLLBACK_FAILED')[1], 'wrong', /needs you/],
  ['no bootstrap', () => bootstrap(undefined, 'eu-west-1'), 'look', /cdk bootstrap aws:\/\/ACCOUNT\/eu-west-1/],
  ['an old bootstrap', () => bootstrap(toolkit('4'), 'eu-west-1'), 'wrong', /too old/],
  ['a bootstrap', () => bootstrap(toolkit('28'), 'eu-west-1'), 'fine', /28/],
  ['the sandbox', () => quota(sandbox), 'wrong', /sandbox.*production access/],
  ['a paused account', () => quota({ ...grown, enabled: false }), 'wrong', /paused/],
  ['a quota nearly used up', () => quota({ ...grown, SentLast24Hours: 45_000 }), 'look', /45000 of 50000/],
  ['a quota', () => quota(grown), 'fine', /14 a second/],
  ['an unlimited quota', () => quota({ ...grown, Max24HourSend: -1 }), 'fine', /unlimited/],
  ['an unproven domain', () => sender({ ...proven, verification: 'Pending' })[0], 'wrong', /Pending.*publish/],
  ['an unknown domain', () => sender({ ...proven, verification: undefined })[0], 'wrong', /does not know it/],
  [
    'a domain that SES gave up on',
    () => sender({ ...proven, verification: 'Failed' })[0],
    'wrong',
    /delete the identity/,
  ],
  [
    'mails without DKIM',
    () => sender({ ...proven, dkim: { ...proven.dkim, status: 'Pending' } })[1],
    'wrong',
    /not signed/,
  ],
  [
    'DKIM switched off',
    () => sender({ ...proven, dkim: { ...proven.dkim, enabled: false } })[1],
    'wrong',
    /signing is off/,
  ],
  ['no alarm topic', () => alarms(undefined, 'Undersigned'), 'wrong', /secretariatEmail/],
  [
    'an unconfirmed subscription',
    () => alarms({ confirmed: 0, pending: 1 }, 'Undersigned-eu-central-1-sending'),
    'wrong',
    /Undersigned-eu-central-1-sending.*press its link/,
  ],
  ['a topic nobody listens to', () => alarms({ confirmed: 0, pending: 0 }, 'Undersigned'), 'wrong', /no subscription/],
  ['a subscription', () => alarms({ confirmed: 1, pending: 1 }, 'Undersigned'), 'fine', /1 address is/],
  ['dead letters', () => deadLetters('MailQueue', 3), 'wrong', /3 in MailQueue.*operating/],
  ['no dead letters', () => deadLetters('MailQueue', 0), 'fine', /empty/],
  ['a queue that does not answer', () => deadLetters('MailQueue', undefined), 'wrong', /cannot be asked/],
  ['a wrong count', () => drift('river', { organisations: 0, individuals: -2 }), 'wrong', /-2 individuals.*--repair/],
  ['a busy letter', () => drift('river', 'busy'), 'look', /try later/],
  ['another version', () => version(code, new Set(['aa'])), 'look', /^relay: another version.*cdk diff/],
  ['the same version', () => version(code, new Set(['bb', 'aa', 'of a custom resource'])), 'fine', /what is here/],
  ['a table without recovery', () => protection(false, true), 'look', /point-in-time/],
  ['a table of a trial', () => protection(true, false), 'look', /retainData/],
  ['an API that fails', () => answers('https://x.example', 502), 'wrong', /answers 502/],
  ['no API', () => answers('https://x.example', undefined), 'wrong', /does not answer/],
];
it.each(levels)('%s', (_, check, level, words) => {
  const { says, todo = '', ...found } = check() ?? { level: 'none', says: '' };
  expect(found.level).toBe(level);
  expect(`${says} ${todo}`).toMatch(words);
  // Each finding that is not fine says what to do.
  expect(todo !== '').toBe(level !== 'fine');
});

describe('DNS', () => {
  const wanted = wantedRecords(proven, 'eu-central-1');
  const published = new Map(
    wanted.map(({ type, name, value }) => [`${type} ${name}`, [`${value}${type === 'TXT' ? '' : '.'}`]]),
  );
  const lookUp = (zone: ReadonlyMap<string, string[]>) => async (type: string, name: string) =>
    zone.get(`${type} ${name}`) ?? [];

  it('finds the records that SES requires', async () => {
    expect(wanted.map(({ type, name }) => `${type} ${name}`)).toEqual([
      ...['abc', 'def', 'ghi'].map((token) => `CNAME ${token}._domainkey.example.org`),
      'MX bounce.example.org',
      'TXT bounce.example.org',
      'TXT _dmarc.example.org',
    ]);
    expect((await dns(wanted, lookUp(published))).map(({ level }) => level)).toEqual(Array(6).fill('fine'));
  });

  it('prints a record that is missing or different, ready to paste', async () => {
    const zone = new Map(published).set('CNAME abc._domainkey.example.org', ['elsewhere.example']);
    zone.delete('TXT _dmarc.example.org');
    const found = (await dns(wanted, lookUp(zone))).filter(({ level }) => level !== 'fine');
    expect(found.map(({ level, todo }) => `${level} ${todo}`)).toEqual([
      'wrong publish: abc._domainkey.example.org CNAME abc.dkim.amazonses.com',
      'look publish: _dmarc.example.org TXT "v=DMARC1; p=none;"',
    ]);
  });
});

it('recognises the deployed code by the hash that the CDK gives it', () => {
  const deployed = JSON.stringify(template.findResources('AWS::Lambda::Function'));
  for (const name of functionNames) expect(deployed).toContain(`${FileSystem.fingerprint(bundleFolder(name))}.zip`);
});
