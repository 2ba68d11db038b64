/** The account before the first deployment: recorded answers of AWS, and the doctor's findings. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { examineBefore } from '../../cli/doctor/before.ts';
import { type Finding, linesOf } from '../../cli/doctor/finding.ts';

type Answer = object | Error | ((input: unknown) => object | Error);
const refusal = (name: string, message: string) =>
  Object.assign(new Error(message), { name, $metadata: { httpStatusCode: 403 } });
const missing = refusal('ValidationError', 'Stack with id CDKToolkit does not exist');
const unverified = refusal(
  'AccessDenied',
  'Your account must be verified before you can add new CloudFront resources. To verify your account, please contact AWS Support (https://console.aws.amazon.com/support/home#/) and include this error message.',
);
const toolkitIn = (version: string) => ({
  Stacks: [
    {
      StackName: 'CDKToolkit',
      StackStatus: 'CREATE_COMPLETE',
      Outputs: [{ OutputKey: 'BootstrapVersion', OutputValue: version }],
    },
  ],
});
const stackOf = (input: unknown) => String(Reflect.get(Object(input), 'StackName'));

/** A newly opened account. */
const fresh: Readonly<Record<string, Answer>> = {
  GetCallerIdentity: { UserId: 'AIDA', Account: '123456789012', Arn: 'arn:aws:iam::123456789012:user/admin' },
  DescribeStacks: missing,
  ListDistributions: { DistributionList: { Marker: '', MaxItems: 1, IsTruncated: false, Quantity: 0 } },
  CreateDistribution: unverified,
  GetAccountSettings: { AccountLimit: { ConcurrentExecutions: 10, UnreservedConcurrentExecutions: 10 } },
  GetSendQuota: { Max24HourSend: 200, MaxSendRate: 1, SentLast24Hours: 0 },
  GetAccountSendingEnabled: { Enabled: true },
  ListIdentities: { Identities: [] },
  ListCachePolicies: { CachePolicyList: { MaxItems: 100, Quantity: 0 } },
  ListOriginRequestPolicies: { OriginRequestPolicyList: { MaxItems: 100, Quantity: 0 } },
  ListResponseHeadersPolicies: { ResponseHeadersPolicyList: { MaxItems: 100, Quantity: 0 } },
  ListFunctions: { FunctionList: { MaxItems: 100, Quantity: 0 } },
  ListTables: { TableNames: [] },
  ListSecrets: { SecretList: [] },
  ListDashboards: { DashboardEntries: [] },
};

/** An account that is ready for a stack. */
const ready: Readonly<Record<string, Answer>> = {
  ...fresh,
  DescribeStacks: (input) => (stackOf(input) === 'CDKToolkit' ? toolkitIn('28') : missing),
  ListDistributions: {
    DistributionList: {
      Marker: '',
      MaxItems: 1,
      IsTruncated: true,
      Quantity: 1,
      Items: [{ Id: 'E1', Aliases: { Quantity: 1, Items: ['www.example.org'] } }],
    },
  },
  GetAccountSettings: { AccountLimit: { ConcurrentExecutions: 1000, UnreservedConcurrentExecutions: 1000 } },
  GetSendQuota: { Max24HourSend: 50_000, MaxSendRate: 14, SentLast24Hours: 12 },
};

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

function folderWith(settings: object | null): string {
  const folder = mkdtempSync(join(tmpdir(), 'undersigned-before-'));
  folders.push(folder);
  writeFileSync(join(folder, 'cdk.json'), '{"context":{}}');
  if (settings) writeFileSync(join(folder, 'undersigned.config.json'), JSON.stringify(settings));
  return folder;
}

const chosen = {
  mailFrom: 'Our Campaign <letters@your-organisation.org>',
  secretariatEmail: 'you@your-organisation.org',
};
let asked: string[] = [];
beforeEach(() => {
  asked = [];
  vi.stubEnv('AWS_REGION', 'eu-central-1');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

/** @returns the findings for an account with these answers */
async function examine(
  answers: Readonly<Record<string, Answer>>,
  settings: object | null = chosen,
): Promise<Finding[]> {
  const clients: { send: (command: { input: unknown }) => Promise<object> } = Object.getPrototypeOf(
    DynamoDBClient.prototype,
  );
  vi.spyOn(clients, 'send').mockImplementation(async (command) => {
    const name = command.constructor.name.replace(/\d*Command$/, '');
    asked.push(name);
    const recorded = answers[name];
    const answer = typeof recorded === 'function' ? recorded(command.input) : recorded;
    if (answer === undefined) throw new Error(`${name} is not recorded`);
    if (answer instanceof Error) throw answer;
    return answer;
  });
  const found: Finding[] = [];
  for await (const finding of examineBefore(folderWith(settings))) found.push(finding);
  return found;
}

const said = (findings: readonly Finding[]) => findings.map(({ check, level }) => `${level} ${check}`);
const about = (findings: readonly Finding[], check: string) =>
  findings
    .filter((finding) => finding.check === check)
    .map(({ level, says, todo = '' }) => `${level}: ${says} → ${todo}`)
    .join('\n');

test('a newly opened account lacks everything that takes days, and each line says what to do', async () => {
  const found = await examine(fresh);
  expect(said(found)).toEqual([
    'ok configuration',
    'ok credentials',
    'fail bootstrap',
    'ok stack',
    'fail CloudFront',
    'fail Lambda',
    'fail SES quota',
    'fail recipients',
    'ok sender',
    'ok names',
  ]);
  expect(about(found, 'credentials')).toContain('account 123456789012, region eu-central-1');
  expect(about(found, 'bootstrap')).toContain('npx cdk bootstrap aws://123456789012/eu-central-1');
  expect(about(found, 'CloudFront')).toMatch(/has not verified this account.*support case.*must be verified/);
  expect(about(found, 'Lambda')).toMatch(/10 functions.*Service Quotas/);
  expect(about(found, 'recipients')).toMatch(
    /nobody can get mail yet.*verify-email-identity --email-address you@your-organisation\.org/,
  );
  for (const finding of found.filter(({ level }) => level !== 'ok')) expect(linesOf(finding)).toHaveLength(2);
});

test('an account that is ready has nothing wrong', async () => {
  const found = await examine(ready);
  expect(new Set(found.map(({ level }) => level))).toEqual(new Set(['ok']));
  expect(asked).not.toContain('CreateDistribution');
});

test('nothing is asked before the configuration can be read, and nothing more without credentials', async () => {
  expect(said(await examine(ready, { ...chosen, mailFrom: 'nobody' }))).toEqual(['fail configuration']);
  expect(asked).toEqual([]);
  const none = refusal('CredentialsProviderError', 'Could not load credentials from any providers');
  const found = await examine({ ...ready, GetCallerIdentity: none });
  expect(said(found)).toEqual(['ok configuration', 'fail credentials']);
  expect(asked).toEqual(['GetCallerIdentity']);
});

test('placeholders are reported, and the rest is still checked', async () => {
  const found = await examine(ready, null);
  expect(about(found, 'configuration').split('\n')).toHaveLength(2);
  expect(about(found, 'configuration')).toContain('undersigned.config.json');
  expect(said(found)).toContain('ok Lambda');
});

describe('CloudFront', () => {
  const empty = { ...ready, ListDistributions: fresh['ListDistributions'] ?? {} };
  test.each([
    ['AccessDenied', unverified.message, /^fail.*verified/],
    [
      'AccessDenied',
      'User: arn:aws:iam::123456789012:user/x is not authorized to perform: cloudfront:CreateDistribution',
      /^fail.*credentials/,
    ],
    ['TooManyDistributions', 'You have exceeded the limit', /^fail.*reached its limit/],
    ['NoSuchCachePolicy', 'The specified cache policy does not exist.', /^warn.*no distribution yet/],
    [
      'InvalidArgument',
      'The parameter Origin DomainName does not refer to a valid host name',
      /^warn.*no distribution yet/,
    ],
  ])('refuses with %s: %s', async (name, message, words) => {
    const found = await examine({ ...empty, CreateDistribution: refusal(name, message) });
    expect(about(found, 'CloudFront')).toMatch(words);
  });

  test('is asked with a request that cannot create anything', async () => {
    let sent: unknown;
    const CreateDistribution = (input: unknown) => {
      sent = input;
      return refusal('NoSuchCachePolicy', 'The specified cache policy does not exist.');
    };
    await examine({ ...empty, CreateDistribution });
    expect(sent).toMatchObject({
      DistributionConfig: {
        Enabled: false,
        DefaultCacheBehavior: { CachePolicyId: '00000000-0000-0000-0000-000000000000' },
      },
    });
    expect(asked.filter((name) => /^(Create|Put|Update|Delete|Verify)/.test(name))).toEqual(['CreateDistribution']);
  });
});

describe('in the sandbox', () => {
  const sandbox = (identities: Record<string, string>): Record<string, Answer> => ({
    ...ready,
    GetSendQuota: fresh['GetSendQuota'] ?? {},
    ListIdentities: { Identities: Object.keys(identities) },
    GetIdentityVerificationAttributes: {
      VerificationAttributes: Object.fromEntries(
        Object.entries(identities).map(([name, VerificationStatus]) => [name, { VerificationStatus }]),
      ),
    },
  });

  test.each([
    [{ 'you@your-organisation.org': 'Success' }, 'ok: only you@your-organisation.org'],
    [{ 'your-organisation.org': 'Success', 'a@b.example': 'Success' }, 'ok: only your-organisation.org, a@b.example'],
    [{ 'you@your-organisation.org': 'Pending' }, 'fail: nobody can get mail yet'],
    [{ 'a@b.example': 'Success' }, 'fail: only a@b.example'],
  ])('recipients are reported: %j', async (identities, words) => {
    const settings = { ...chosen, senderIdentity: 'existing' };
    expect(about(await examine(sandbox(identities), settings), 'recipients')).toContain(words);
  });

  test.each([
    ['domain', { 'your-organisation.org': 'Pending' }, /^fail.*AlreadyExists.*existing/],
    ['address', { 'your-organisation.org': 'Success' }, /^ok/],
    ['address', { 'letters@your-organisation.org': 'Success' }, /^fail.*AlreadyExists/],
    ['existing', { 'your-organisation.org': 'Success' }, /^ok/],
    ['existing', { 'your-organisation.org': 'Pending' }, /^fail.*has not verified/],
  ])('an identity that is the sender’s %s: %j', async (senderIdentity, identities, words) => {
    expect(about(await examine(sandbox(identities), { ...chosen, senderIdentity }), 'sender')).toMatch(words);
  });
});

describe('after a first deployment that failed', () => {
  const stack =
    (StackStatus: string): Answer =>
    (input: unknown) =>
      stackOf(input) === 'CDKToolkit' ? toolkitIn('28') : { Stacks: [{ StackName: 'Undersigned', StackStatus }] };
  test.each([
    ['ROLLBACK_COMPLETE', /^warn.*npx cdk deploy/],
    ['ROLLBACK_FAILED', /^fail.*delete-stack/],
    ['REVIEW_IN_PROGRESS', /^ok/],
    ['UPDATE_COMPLETE', /^warn.*deployed already.*--stack Undersigned/],
  ])('the stack is %s', async (status, words) => {
    expect(about(await examine({ ...ready, DescribeStacks: stack(status) }), 'stack')).toMatch(words);
  });

  test('its remains are reported, but none of another instance', async () => {
    const tag = (Value: string) => ({ Tags: [{ Key: 'aws:cloudformation:stack-name', Value }] });
    const found = await examine({
      ...ready,
      ListTables: {
        TableNames: ['Undersigned-StorageTableB43FDCE7-1ABC', 'Undersigned-staging-StorageTableB43FDCE7-2DEF'],
      },
      ListSecrets: {
        SecretList: [
          { Name: 'SecretsMasterKey94670BE1-x', ...tag('Undersigned') },
          { Name: 'other', ...tag('Undersigned-staging') },
        ],
      },
      ListDashboards: {
        DashboardEntries: [{ DashboardName: 'Undersigned-eu-central-1' }, { DashboardName: 'Undersigned-us-east-1' }],
      },
      ListCachePolicies: {
        CachePolicyList: {
          MaxItems: 100,
          Quantity: 2,
          Items: ['Undersigned-eu-central-1-pages', 'Undersigned-us-east-1-pages'].map((Name) => ({
            Type: 'custom',
            CachePolicy: { CachePolicyConfig: { Name } },
          })),
        },
      },
      ListFunctions: {
        FunctionList: { MaxItems: 100, Quantity: 1, Items: [{ Name: 'Undersigned-eu-central-1-viewer-request' }] },
      },
    });
    const told = about(found, 'names');
    expect(told.split('\n').map((line) => line.slice(0, line.indexOf(' →')))).toEqual([
      'warn: an earlier deployment left the table Undersigned-StorageTableB43FDCE7-1ABC',
      'warn: an earlier deployment left the secret SecretsMasterKey94670BE1-x, which costs $0.40 a month',
      'fail: the name of the dashboard Undersigned-eu-central-1 is taken: the deployment would fail',
      'fail: the name of the CloudFront policy Undersigned-eu-central-1-pages is taken: the deployment would fail',
      'fail: the name of the CloudFront function Undersigned-eu-central-1-viewer-request is taken: the deployment would fail',
    ]);
  });
});

test('names and numbers already in use in the account are reported', async () => {
  const settings = {
    ...chosen,
    domainName: 'www.example.org',
    certificateArn: `arn:aws:acm:us-east-1:123456789012:certificate/1`,
  };
  const policies = Array.from({ length: 18 }, (_, number) => ({
    Type: 'custom',
    OriginRequestPolicy: { OriginRequestPolicyConfig: { Name: `other-${number}` } },
  }));
  const found = await examine(
    {
      ...ready,
      ListOriginRequestPolicies: { OriginRequestPolicyList: { MaxItems: 100, Quantity: 18, Items: policies } },
    },
    settings,
  );
  expect(about(found, 'names')).toMatch(/answers for www\.example\.org already.*\n.*18 CloudFront policies/);
  expect(found.filter(({ check }) => check === 'bootstrap').map(({ says }) => says)).toEqual([
    'version 28 in eu-central-1',
    'version 28 in us-east-1',
  ]);
});

test('a check that cannot be made is a finding, and the rest is still checked', async () => {
  const found = await examine({ ...ready, GetAccountSettings: refusal('AccessDeniedException', 'not authorized') });
  expect(about(found, 'Lambda')).toMatch(/could not be checked \(AccessDeniedException\)/);
  expect(said(found).at(-1)).toBe('ok names');
});
