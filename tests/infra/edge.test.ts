import { Match, Template } from 'aws-cdk-lib/assertions';
import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { listQuery } from '../../functions/public-api/letter/list-query.ts';
import { openStore } from '../../shared/platform/store/store.ts';
import { makeWorld } from '../fixtures/world.ts';
import { makeStack } from './stack.ts';
import { resource, template } from './template.ts';

const id = z.union([z.string(), z.object({ Ref: z.string() }).transform(({ Ref }) => Ref)]);
const behavior = z.object({
  PathPattern: z.string().default('*'),
  CachePolicyId: id,
  OriginRequestPolicyId: id,
  ResponseHeadersPolicyId: id,
  AllowedMethods: z.array(z.string()),
  ViewerProtocolPolicy: z.string(),
  TargetOriginId: z.string(),
  FunctionAssociations: z.array(z.object({ EventType: z.string() })),
});
const distribution = z.object({
  Properties: z.object({
    DistributionConfig: z.object({ CacheBehaviors: z.array(behavior), DefaultCacheBehavior: behavior }),
  }),
});
const { CacheBehaviors, DefaultCacheBehavior } = resource(
  'AWS::CloudFront::Distribution',
  'EdgeDistribution',
  distribution,
).Properties.DistributionConfig;
const behaviors = [...CacheBehaviors, DefaultCacheBehavior];
const { app, secretariat } = makeWorld(openStore('no-table'));

/** CloudFront's patterns: `*` matches anything, slashes included, and the first match wins. */
function behaviorFor(path: string) {
  const found = behaviors.find(({ PathPattern }) =>
    new RegExp(`^/?${PathPattern.replace(/[.]/g, '\\.').replaceAll('*', '.*')}$`).test(path),
  );
  if (!found) throw new Error(`nothing is said about ${path}`);
  return found;
}

/** AWS's managed policy `CachingDisabled`. */
const never = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad';
const kept = [
  '/:letter',
  '/:letter/signatories',
  '/:letter/badge.svg',
  '/:letter/share.png',
  '/:letter/signing-sheet.pdf',
  '/:letter/signing-sheet-us-letter.pdf',
  '/:letter/deliveries/:delivery',
  '/:letter/deliveries/:delivery/names',
  '/:letter/news',
  '/:letter/news.atom',
  '/:letter/news/:update',
  '/:letter/logo/:file',
  '/embed/:file',
];
/** The same for everybody, and cached like a letter's page. */
const siteFiles = ['/', '/robots.txt', '/sitemap.xml', '/favicon.svg', '/favicon.ico'];
const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));
const addressOf = (path: string) => path.replace(/:\w+/g, 'clean-air');

test.each([...new Set(routes.map(({ path }) => path))])(
  '%s is cached by the edge only if everybody gets the same response',
  (path) => {
    const isKept = kept.includes(path) || path.startsWith('/v1/letters/') || siteFiles.includes(path);
    expect(behaviorFor(addressOf(path)).CachePolicyId === never).toBe(!isKept);
  },
);

const consoleRoutes = secretariat.app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes('*'));

test.each([...new Set(consoleRoutes.map(({ path }) => path))])('%s is never cached and goes to the console', (path) => {
  const { CachePolicyId, AllowedMethods, TargetOriginId } = behaviorFor(addressOf(path));
  expect(CachePolicyId).toBe(never);
  expect(AllowedMethods).toContain('DELETE');
  expect(TargetOriginId).not.toBe(behaviorFor('/').TargetOriginId);
});

test('only exports go to the function that may take minutes', () => {
  const origins = new Map(
    consoleRoutes.map(({ path }) => [path, behaviorFor(addressOf(path)).TargetOriginId] as const),
  );
  const ofConsole = behaviorFor('/console').TargetOriginId;
  const others = [...origins].flatMap(([path, origin]) => (origin === ofConsole ? [] : [path]));
  expect(others.toSorted()).toEqual([...origins.keys()].filter((path) => path.endsWith('/export')).toSorted());
  expect(others.length).toBeGreaterThan(3);
});

test('no other address goes to the console', () => {
  for (const { path } of routes) {
    expect(behaviorFor(addressOf(path)).TargetOriginId).toBe(behaviorFor('/').TargetOriginId);
  }
  expect(behaviorFor('/consolation').TargetOriginId).toBe(behaviorFor('/').TargetOriginId);
});

test.each(routes.filter(({ method }) => method === 'POST').map(({ path }) => path))('%s accepts POST', (path) => {
  expect(behaviorFor(addressOf(path)).AllowedMethods).toContain('POST');
});

test('every request is normalised, HTTPS is required, and every response has security headers', () => {
  for (const { FunctionAssociations, ViewerProtocolPolicy, ResponseHeadersPolicyId } of behaviors) {
    expect(FunctionAssociations).toEqual([{ EventType: 'viewer-request' }]);
    expect(ViewerProtocolPolicy).toBe('redirect-to-https');
    expect(ResponseHeadersPolicyId).toMatch(/^EdgePoliciesHeaders/);
  }
});

const cachePolicy = z.object({
  Properties: z.object({
    CachePolicyConfig: z.object({
      MinTTL: z.number(),
      DefaultTTL: z.number(),
      MaxTTL: z.number(),
      ParametersInCacheKeyAndForwardedToOrigin: z.object({
        HeadersConfig: z.object({ Headers: z.array(z.string()).default([]) }),
        QueryStringsConfig: z.object({ QueryStrings: z.array(z.string()).default([]) }),
      }),
    }),
  }),
});
const policyOf = (path: string) => {
  const { CachePolicyId } = behaviorFor(path);
  return resource('AWS::CloudFront::CachePolicy', CachePolicyId.replace(/[0-9A-F]{8}$/, ''), cachePolicy).Properties
    .CachePolicyConfig;
};

describe('the cache', () => {
  test.each([
    '/clean-air',
    '/clean-air/signatories',
    '/clean-air/badge.svg',
    '/v1/letters/clean-air/count',
    '/clean-air/deliveries/d',
    '/clean-air/deliveries/d/names',
  ])('keeps %s for at most a minute, and only if the API says so', (path) => {
    expect(policyOf(path)).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 60 });
  });

  test('keeps files with a hash in their name for a year', () => {
    expect(policyOf('/embed/later-12345678.js')).toMatchObject({ MinTTL: 0, DefaultTTL: 0, MaxTTL: 365 * 24 * 3600 });
  });

  test('has a key with every parameter of a list and the origin of the request', () => {
    const { HeadersConfig, QueryStringsConfig } = policyOf(
      '/v1/letters/clean-air/signatures',
    ).ParametersInCacheKeyAndForwardedToOrigin;
    expect(HeadersConfig.Headers).toEqual(['Accept', 'Accept-Language', 'Origin']);
    const words = ['lang', 'language', 'partner', ...Object.keys(listQuery.shape)];
    expect(QueryStringsConfig.QueryStrings.toSorted()).toEqual(words.toSorted());
  });

  test('lets nothing outside its key reach the API, except headers that only submissions need', () => {
    template.resourceCountIs('AWS::CloudFront::OriginRequestPolicy', 2);
    const passed = (Headers: string[], cookies: object) => ({
      OriginRequestPolicyConfig: {
        CookiesConfig: cookies,
        QueryStringsConfig: { QueryStringBehavior: 'none' },
        HeadersConfig: { HeaderBehavior: 'whitelist', Headers },
      },
    });
    template.hasResourceProperties(
      'AWS::CloudFront::OriginRequestPolicy',
      passed(['x-undersigned-viewer'], { CookieBehavior: 'none' }),
    );
    template.hasResourceProperties(
      'AWS::CloudFront::OriginRequestPolicy',
      passed(
        [
          'x-undersigned-viewer',
          'Content-Type',
          'Idempotency-Key',
          'Access-Control-Request-Method',
          'Access-Control-Request-Headers',
        ],
        // tests/api/sent.test.ts finds this name in the answer to a form.
        { CookieBehavior: 'whitelist', Cookies: ['__Secure-undersigned-sent'] },
      ),
    );
    // AWS's managed policy `AllViewerExceptHostHeader`: the page after the form reads the cookie.
    expect(behaviorFor('/clean-air/sent').OriginRequestPolicyId).toBe('b689b0a8-53d0-40ab-baf2-68738e2966ac');
  });
});

test('the edge sends the API and the console a secret that no template holds', () => {
  const origin = {
    CustomOriginConfig: { OriginProtocolPolicy: 'https-only', OriginSSLProtocols: ['TLSv1.2'] },
    OriginCustomHeaders: [
      {
        HeaderName: 'x-undersigned-edge',
        HeaderValue: {
          'Fn::Join': [
            '',
            [
              '{{resolve:secretsmanager:',
              { 'Fn::GetAtt': [Match.stringLikeRegexp('^SecretsEdge'), 'Id'] },
              ':SecretString:first::}}',
            ],
          ],
        },
      },
    ],
  };
  const Origins = Array.from({ length: 3 }, () => Match.objectLike(origin));
  template.hasResourceProperties('AWS::CloudFront::Distribution', { DistributionConfig: { Origins } });
});

test('the console streams its responses', () => {
  template.resourceCountIs('AWS::Lambda::Url', 2);
  template.allResourcesProperties('AWS::Lambda::Url', { AuthType: 'NONE', InvokeMode: 'RESPONSE_STREAM' });
});

test('the origin of all pages and mails is that of the edge', () => {
  const domain = { 'Fn::GetAtt': [Match.stringLikeRegexp('^EdgeDistribution'), 'DomainName'] };
  const PUBLIC_URL = { 'Fn::Join': ['', ['https://', domain]] };
  template.resourcePropertiesCountIs('AWS::Lambda::Function', { Environment: { Variables: { PUBLIC_URL } } }, 3);
});

describe('the API is limited to the configured rate for all clients together, with a burst of ten seconds', () => {
  test.each([
    [{}, 50, 500],
    [{ requestsPerSecond: 10 }, 10, 100],
    [{ requestsPerSecond: 200 }, 200, 1000],
    [{ requestsPerSecond: 2000 }, 2000, 2000],
  ])('%j', (chosen, ThrottlingRateLimit, ThrottlingBurstLimit) => {
    Template.fromStack(makeStack(chosen)).hasResourceProperties('AWS::ApiGatewayV2::Stage', {
      StageName: '$default',
      DefaultRouteSettings: { ThrottlingRateLimit, ThrottlingBurstLimit },
    });
  });
});

test('a mail warns of an expensive month, unless the budget is 0', () => {
  const Subscribers = [{ SubscriptionType: 'EMAIL', Address: 'secretariat@undersigned.example' }];
  const about = (NotificationType: string, Threshold: number) =>
    Match.objectLike({ Notification: Match.objectLike({ NotificationType, Threshold }), Subscribers });
  template.hasResourceProperties('AWS::Budgets::Budget', {
    // Without a name: another address replaces the budget, and the new one could not have the same name.
    Budget: { BudgetName: Match.absent(), BudgetLimit: { Amount: 30, Unit: 'USD' }, TimeUnit: 'MONTHLY' },
    NotificationsWithSubscribers: [about('ACTUAL', 80), about('ACTUAL', 100), about('FORECASTED', 100)],
  });
  Template.fromStack(makeStack({ monthlyBudget: 0 })).resourceCountIs('AWS::Budgets::Budget', 0);
});

test('one reader’s error is never cached for others', () => {
  // Status codes for which CloudFront's error caching can be set.
  const codes = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];
  template.hasResourceProperties('AWS::CloudFront::Distribution', {
    DistributionConfig: {
      CustomErrorResponses: codes.map((ErrorCode) => ({
        ErrorCode,
        ErrorCachingMinTTL: 0,
        ResponsePagePath: Match.absent(),
      })),
    },
  });
});

test('the console has reserved concurrency only if it is configured', () => {
  const console = { Description: Match.stringLikeRegexp('console') };
  const reserved = (ReservedConcurrentExecutions: unknown) => ({ ...console, ReservedConcurrentExecutions });
  template.hasResourceProperties('AWS::Lambda::Function', reserved(Match.absent()));
  const chosen = Template.fromStack(makeStack({ consoleConcurrency: '20' }));
  chosen.hasResourceProperties('AWS::Lambda::Function', reserved(20));
  chosen.resourcePropertiesCountIs('AWS::Lambda::Function', { ReservedConcurrentExecutions: 20 }, 1);
});

test('the addresses behind the edge are not printed', () => {
  const printed = JSON.stringify(template.findOutputs('*'));
  expect(printed).not.toMatch(/FunctionUrl|ApiEndpoint/);
});
