import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, CfnWaitConditionHandle, Stack } from 'aws-cdk-lib';
import { afterAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { readConfig } from '../../infra/config.ts';
import { settingsIn } from '../../infra/config-file.ts';
import { ConfigError, missingSettings, placeholders, sentences } from '../../infra/config-messages.ts';
import { refusePlaceholders } from '../../infra/placeholder-guard.ts';
import { defaultContext } from './context.ts';

const needed = { mailFrom: 'a@example.org', secretariatEmail: 'b@example.org' };
const read = (context: Record<string, unknown>) => readConfig((name) => context[name]);
const mistakes = (context: Record<string, unknown>) => {
  try {
    read({ ...needed, ...context });
  } catch (error) {
    return String(error)
      .replace(/^\w*Error: /, '')
      .split('\n');
  }
  return [];
};

test('the defaults are enough for cdk synth, and undecided settings are named', () => {
  const config = read(defaultContext());
  expect(config).toMatchObject({ ...placeholders, retainData: true, wafEnabled: false });
  expect(missingSettings(config)).toEqual([sentences.mailFrom, sentences.secretariatEmail]);
  expect(missingSettings(read(needed))).toEqual([]);
  expect(missingSettings(read({ ...needed, mailFrom: `Us <${placeholders.mailFrom}>` }))).toEqual([sentences.mailFrom]);
});

test('two values are enough', () => {
  expect(read(needed)).toMatchObject({
    alarmEmail: 'b@example.org',
    stackName: 'Undersigned',
    logRetentionDays: 30,
    senderIdentity: 'domain',
  });
});

test('a second instance is a stack of its own', () => {
  expect(read({ ...needed, instance: 'staging' }).stackName).toBe('Undersigned-staging');
});

test.each([
  ['letters@example.org', 'letters@example.org', 'example.org', ['letters@example.org']],
  ['  letters@example.org ', 'letters@example.org', 'example.org', ['letters@example.org']],
  [
    'Our Campaign <Letters@Mail.Example.org>',
    'letters@mail.example.org',
    'mail.example.org',
    ['letters@mail.example.org', 'Letters@Mail.Example.org'],
  ],
  ['"Doe, Jo" <jo@example.org>', 'jo@example.org', 'example.org', ['jo@example.org']],
])('mailFrom %s is sent from %s of %s', (mailFrom, address, domain, asWritten) => {
  expect(read({ ...needed, mailFrom }).sender).toEqual({ address, domain, asWritten });
});

describe('the settings file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'undersigned-config-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const repository = join(import.meta.dirname, '..', '..');
  const example = readFileSync(join(repository, 'undersigned.config.example.json'), 'utf8');

  /** @returns a function that looks up a setting in these files */
  const settings = (file: string | undefined, context: object = {}, commandLine: Record<string, unknown> = {}) => {
    writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ app: 'any', context }));
    rmSync(join(folder, 'undersigned.config.json'), { force: true });
    if (file !== undefined) writeFileSync(join(folder, 'undersigned.config.json'), file);
    return settingsIn(folder, (name) => commandLine[name]);
  };

  test('sets values, which the command line overrides', () => {
    const file = JSON.stringify({ ...needed, requestsPerSecond: 70, wafEnabled: true });
    const config = readConfig(settings(file, { '@aws-cdk/any:flag': true }, { requestsPerSecond: '90' }));
    expect(config).toMatchObject({ ...needed, requestsPerSecond: 90, wafEnabled: true });
    expect(missingSettings(config)).toEqual([]);
  });

  test('is not needed for looking at a template, nor for settings on the command line alone', () => {
    expect(missingSettings(readConfig(settings(undefined)))).toHaveLength(2);
    expect(missingSettings(readConfig(settings(undefined, {}, needed)))).toEqual([]);
  });

  test('has an example, which cannot be deployed unchanged', () => {
    expect(missingSettings(readConfig(settings(example)))).toEqual([sentences.mailFrom, sentences.secretariatEmail]);
  });

  test('is ignored by git, and cdk.json holds no settings of the owner', () => {
    expect(readFileSync(join(repository, '.gitignore'), 'utf8').split('\n')).toContain('/undersigned.config.json');
    expect(() => settingsIn(repository)).not.toThrow(/cdk\.json/);
  });

  test.each([
    ['{ "mailFrom": "a@example.org", }', {}, /^undersigned\.config\.json is not JSON: .+$/],
    ['', {}, /^undersigned\.config\.json is not JSON: .+$/],
    ['["a@example.org"]', {}, /^undersigned\.config\.json must contain one JSON object, .+$/],
    ['"a@example.org"', {}, /^undersigned\.config\.json must contain one JSON object, .+$/],
    [
      JSON.stringify({ ...needed, mailfrom: 'a@example.org' }),
      {},
      /^undersigned\.config\.json has an unknown setting, mailfrom\. .+$/,
    ],
    [
      JSON.stringify(needed),
      { mailFrom: 'a@example.org' },
      /^mailFrom is in cdk\.json\. Move it to undersigned\.config\.json, .+$/,
    ],
  ])('is refused when it holds %s and cdk.json %j, in a sentence that names the problem', (file, context, sentence) => {
    expect(() => settings(file, context)).toThrow(ConfigError);
    expect(() => settings(file, context)).toThrow(sentence);
  });

  test('is refused without required settings, in the usual words', () => {
    expect(() => readConfig(settings('{}'))).toThrow(`${sentences.mailFrom}\n${sentences.secretariatEmail}`);
    expect(sentences.mailFrom).toContain('undersigned.config.json');
  });
});

describe('a mistake is reported in one sentence that says what to write', () => {
  const zone = { hostedZoneId: 'Z0123456789ABC', hostedZoneName: 'example.org' };

  test.each([
    [{ hostedZoneId: '/hostedzone/Z0123456789ABC', hostedZoneName: 'example.org.' }],
    [{ hostedZoneId: ' hostedzone/Z0123456789ABC ', hostedZoneName: 'Example.ORG. ' }],
  ])('is not reported for a zone as AWS writes it: %j', (written) => {
    const config = read({ ...needed, domainName: 'Sign.example.org.', ...written });
    expect(config).toMatchObject({
      domainName: 'sign.example.org',
      zone: { id: 'Z0123456789ABC', name: 'example.org' },
    });
  });
  const certificateArn = 'arn:aws:acm:us-east-1:123456789012:certificate/1-2';

  test.each([undefined, '', 'letters', 'Name <letters>', 'a@b@c', 42])('for mailFrom %s', (mailFrom) => {
    expect(mistakes({ mailFrom })).toEqual([sentences.mailFrom]);
    expect(sentences.mailFrom).toContain('-c mailFrom=letters@your-organisation.org');
  });

  test.each([
    [{ secretariatEmail: undefined }, sentences.secretariatEmail],
    [{ secretariatEmail: 'nobody' }, sentences.secretariatEmail],
    [{ alarmEmail: 'nobody' }, sentences.alarmEmail],
    [{ instance: 'my staging' }, sentences.instance],
    [{ domainName: 'https://sign.example.org', ...zone }, sentences.domainName],
    [{ domainName: 'sign.example.org' }, sentences.domainNeeds],
    [{ domainName: 'sign.example.net', ...zone }, sentences.domainOutside],
    [{ hostedZoneId: zone.hostedZoneId }, sentences.hostedZone],
    [{ certificateArn }, sentences.certificateNeeds],
    [
      { domainName: 'sign.example.org', certificateArn: certificateArn.replace('us-east-1', 'eu-west-1') },
      sentences.certificateArn,
    ],
    [{ senderIdentity: 'none' }, sentences.senderIdentity],
    [{ sesRegion: 'Frankfurt' }, sentences.sesRegion],
    [{ mailerConcurrency: '1' }, sentences.mailerConcurrency],
    [{ requestsPerSecond: 'many' }, sentences.requestsPerSecond],
    [{ consoleConcurrency: '0' }, sentences.consoleConcurrency],
    [{ monthlyBudget: '-1' }, sentences.monthlyBudget],
    [{ wafEnabled: 'perhaps' }, sentences.wafEnabled],
    [{ logRetentionDays: '31' }, sentences.logRetentionDays],
    [{ retainData: 'perhaps' }, sentences.retainData],
  ])('for %j', (context, sentence) => {
    expect(mistakes(context)).toEqual([sentence]);
  });

  test('with one line for each of several mistakes', () => {
    expect(mistakes({ secretariatEmail: undefined, wafEnabled: 'x' })).toHaveLength(2);
  });

  test('is not reported for valid settings, also as text from the command line', () => {
    expect(mistakes({ domainName: 'sign.example.org', ...zone })).toEqual([]);
    expect(mistakes({ domainName: 'sign.example.net', certificateArn })).toEqual([]);
    expect(read({ ...needed, retainData: 'false', logRetentionDays: '365' })).toMatchObject({
      retainData: false,
      logRetentionDays: 365,
    });
  });
});

describe('a deployment', () => {
  const assets = z.object({
    files: z.record(z.string(), z.object({ source: z.object({ executable: z.array(z.string()).default([]) }) })),
  });
  const assetsWith = (said: readonly string[]) => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'undersigned-undecided-')) });
    const stack = new Stack(app, 'Stack');
    new CfnWaitConditionHandle(stack, 'Anything');
    refusePlaceholders(stack, said);
    const { directory } = app.synth();
    const manifest: unknown = JSON.parse(readFileSync(join(directory, 'Stack.assets.json'), 'utf8'));
    rmSync(directory, { recursive: true });
    return manifest;
  };

  test('is refused with the reason before anything is created while a setting is undecided', () => {
    const { files } = assets.parse(assetsWith([sentences.secretariatEmail]));
    const [command = '', ...args] = Object.values(files).flatMap(({ source }) => source.executable);
    const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' });
    expect({ status, stderr }).toEqual({ status: 1, stderr: sentences.secretariatEmail });
  });

  test('proceeds when everything is decided', () => {
    expect(JSON.stringify(assetsWith([]))).not.toContain('executable');
  });
});
