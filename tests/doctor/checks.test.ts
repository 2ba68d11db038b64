/** Recorded answers of AWS, and the doctor's explanations. */
import { FileSystem } from 'aws-cdk-lib';
import { describe, expect, it } from 'vitest';
import { bootstrap, stackState, unreachable } from '../../cli/doctor/account.ts';
import type { Finding } from '../../cli/doctor/finding.ts';
import { dns, quota, type SenderState, sender, wantedRecords } from '../../cli/doctor/mail.ts';
import { alarms, answers, deadLetters, deliveries, drift, protection, version } from '../../cli/doctor/running.ts';
import { bundleFolder, functionNames } from '../../infra/build/bundle.ts';
import { template } from '../infra/template.ts';

const named = (name: string, message = '') => Object.assign(new Error(message), { name });
const reasons: [Error, RegExp, RegExp][] = [
  [new Error('Region is missing'), /no region/, /AWS_REGION/],
  [named('CredentialsProviderError', 'Could not load credentials'), /no credentials/, /AWS_PROFILE/],
  [named('ExpiredToken', 'The security token included in the request is expired'), /rejected/, /sso login/],
  [named('AccessDenied', 'not authorized to perform: cloudformation:DescribeStacks'), /may not/, /DescribeStacks/],
  [named('ValidationError', 'Stack with id Undersigned does not exist'), /no stack Undersigned/, /cdk deploy/],
  [named('TimeoutError'), /TimeoutError/, /internet/],
];
it.each(reasons)('%s is explained', (error, says, todo) => {
  const found = unreachable(error, 'Undersigned');
  expect(found).toMatchObject({ level: 'fail', says: expect.stringMatching(says), todo: expect.stringMatching(todo) });
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
  ['account and region', () => stack('UPDATE_COMPLETE')[0], 'ok', /account 123456789012, region eu-central-1/],
  ['a stack that is deployed', () => stack('UPDATE_COMPLETE')[1], 'ok', /deployed/],
  ['a deployment under way', () => stack('UPDATE_IN_PROGRESS')[1], 'warn', /in progress/],
  ['a deployment taken back', () => stack('UPDATE_ROLLBACK_COMPLETE')[1], 'warn', /taken back/],
  ['a stack that is stuck', () => stack('UPDATE_ROLLBACK_FAILED')[1], 'fail', /needs your attention/],
  ['no bootstrap', () => bootstrap(undefined, 'eu-west-1'), 'warn', /cdk bootstrap aws:\/\/ACCOUNT\/eu-west-1/],
  ['an old bootstrap', () => bootstrap(toolkit('4'), 'eu-west-1'), 'fail', /too old/],
  ['a bootstrap', () => bootstrap(toolkit('28'), 'eu-west-1'), 'ok', /28/],
  ['the sandbox', () => quota(sandbox), 'fail', /sandbox.*production access/],
  ['a paused account', () => quota({ ...grown, enabled: false }), 'fail', /paused/],
  ['a quota nearly used up', () => quota({ ...grown, SentLast24Hours: 45_000 }), 'warn', /45000 of 50000/],
  ['a quota', () => quota(grown), 'ok', /14 a second/],
  ['an unlimited quota', () => quota({ ...grown, Max24HourSend: -1 }), 'ok', /unlimited/],
  ['an unproven domain', () => sender({ ...proven, verification: 'Pending' })[0], 'fail', /Pending.*publish/],
  ['an unknown domain', () => sender({ ...proven, verification: undefined })[0], 'fail', /does not know it/],
  [
    'a domain that SES gave up on',
    () => sender({ ...proven, verification: 'Failed' })[0],
    'fail',
    /delete the identity/,
  ],
  [
    'mails without DKIM',
    () => sender({ ...proven, dkim: { ...proven.dkim, status: 'Pending' } })[1],
    'fail',
    /not signed/,
  ],
  [
    'DKIM switched off',
    () => sender({ ...proven, dkim: { ...proven.dkim, enabled: false } })[1],
    'fail',
    /signing is off/,
  ],
  ['no alarm topic', () => alarms(undefined, 'Undersigned'), 'fail', /secretariatEmail/],
  [
    'an unconfirmed subscription',
    () => alarms({ confirmed: 0, pending: 1 }, 'Undersigned-eu-central-1-sending'),
    'fail',
    /Undersigned-eu-central-1-sending.*follow its link/,
  ],
  ['a topic nobody listens to', () => alarms({ confirmed: 0, pending: 0 }, 'Undersigned'), 'fail', /no subscription/],
  ['a subscription', () => alarms({ confirmed: 1, pending: 1 }, 'Undersigned'), 'ok', /1 address gets/],
  ['dead letters', () => deadLetters('MailQueue', 3), 'fail', /3 in MailQueue.*operating/],
  ['no dead letters', () => deadLetters('MailQueue', 0), 'ok', /empty/],
  ['a queue that does not answer', () => deadLetters('MailQueue', undefined), 'fail', /cannot be read/],
  ['a wrong count', () => drift('river', { organisations: 0, individuals: -2 }), 'fail', /-2 individuals.*--repair/],
  ['a busy letter', () => drift('river', 'busy'), 'warn', /try later/],
  ['failed deliveries', () => deliveries({ failed: 2, stuck: 0 }), 'warn', /^2 failed.*--again/],
  ['a stuck delivery', () => deliveries({ failed: 0, stuck: 1 }), 'fail', /1 stuck.*logs/],
  ['deliveries', () => deliveries({ failed: 0, stuck: 0 }), 'ok', /none failed/],
  ['another version', () => version(code, new Set(['aa'])), 'warn', /^relay: the deployed version differs.*cdk diff/],
  ['the same version', () => version(code, new Set(['bb', 'aa', 'of a custom resource'])), 'ok', /is the local one/],
  ['a table without recovery', () => protection(false, true), 'warn', /point-in-time/],
  ['a table of a trial', () => protection(true, false), 'warn', /retainData/],
  ['an API that fails', () => answers('https://x.example', 502), 'fail', /answers 502/],
  ['no API', () => answers('https://x.example', undefined), 'fail', /does not answer/],
];
it.each(levels)('%s', (_, check, level, words) => {
  const { says, todo = '', ...found } = check() ?? { level: 'none', says: '' };
  expect(found.level).toBe(level);
  expect(`${says} ${todo}`).toMatch(words);
  // Each finding that is not fine says what to do.
  expect(todo !== '').toBe(level !== 'ok');
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
    expect((await dns(wanted, lookUp(published))).map(({ level }) => level)).toEqual(Array(6).fill('ok'));
  });

  it('prints a record that is missing or different, ready to paste', async () => {
    const zone = new Map(published).set('CNAME abc._domainkey.example.org', ['elsewhere.example']);
    zone.delete('TXT _dmarc.example.org');
    const found = (await dns(wanted, lookUp(zone))).filter(({ level }) => level !== 'ok');
    expect(found.map(({ level, todo }) => `${level} ${todo}`)).toEqual([
      'fail publish: abc._domainkey.example.org CNAME abc.dkim.amazonses.com',
      'warn publish: _dmarc.example.org TXT "v=DMARC1; p=none;"',
    ]);
  });
});

it('recognises the deployed code by the hash that the CDK gives it', () => {
  const deployed = JSON.stringify(template.findResources('AWS::Lambda::Function'));
  for (const name of functionNames) expect(deployed).toContain(`${FileSystem.fingerprint(bundleFolder(name))}.zip`);
});
