/** Checks that an account allows a deployment, and finds leftovers of an earlier attempt. */
import type { DescribedStack } from './account.ts';
import { minBootstrapVersion, versionOf } from './account.ts';
import { type Finding, fail, ok, warn } from './finding.ts';

export interface Account {
  readonly account: string;
  readonly region: string;
}

export function placeOf({ account, region }: Account): Finding[] {
  const found = ok('credentials', `account ${account}, region ${region}`);
  if (!/^(cn|us-gov)-/.test(region)) return [found];
  return [
    found,
    fail('region', `${region} is not supported`, 'set AWS_REGION to another region, such as eu-central-1'),
  ];
}

/** @param stack the stack of `cdk bootstrap`, if there is one */
export function toolkit(stack: DescribedStack | undefined, { account, region }: Account): Finding {
  const version = versionOf(stack);
  if (version >= minBootstrapVersion) return ok('bootstrap', `version ${version} in ${region}`);
  const says = stack ? `version ${version} in ${region} is too old to deploy with` : `CDK is not prepared in ${region}`;
  return fail('bootstrap', says, `npx cdk bootstrap aws://${account}/${region}`);
}

export function alreadyDeployed(stackName: string, stack: DescribedStack | undefined): Finding {
  const check = 'stack';
  const { StackStatus: status = '' } = stack ?? {};
  if (stack === undefined || status === 'REVIEW_IN_PROGRESS') return ok(check, `there is no ${stackName} yet`);
  if (status === 'ROLLBACK_COMPLETE') {
    return warn(
      check,
      `the first deployment of ${stackName} failed and was rolled back`,
      'mend what its events name (CloudFormation console → the stack → Events), then npx cdk deploy: it deletes the failed stack itself',
    );
  }
  if (/^(ROLLBACK_FAILED|DELETE_FAILED|CREATE_FAILED)$/.test(status)) {
    return fail(
      check,
      `${stackName} could not be taken back (${status})`,
      `find the cause in its events, then run aws cloudformation delete-stack --stack-name ${stackName}`,
    );
  }
  return warn(
    check,
    `${stackName} is deployed already (${status})`,
    `npm run doctor -- --stack ${stackName} looks at it; for a second one in this account choose an "instance"`,
  );
}

/**
 * CloudFront's answer to a request for a new distribution.
 * - `has-some`: the account has distributions, so it may have more
 * - `unverified`, `forbidden`: refused for the account, or for these credentials
 * - `full`: the account has as many as it may
 * - `unknown`: the probe itself was refused, which says nothing about the account
 */
export type CloudFrontAnswer = 'has-some' | 'unverified' | 'forbidden' | 'full' | 'unknown';

export function cloudFront(answer: CloudFrontAnswer): Finding {
  const check = 'CloudFront';
  const support =
    'open a support case (Account and billing, free on every plan) and quote: "Your account must be verified before you can add new CloudFront resources"';
  switch (answer) {
    case 'has-some':
      return ok(check, 'the account can create distributions');
    case 'unverified':
      return fail(
        check,
        'AWS has not verified this account yet: it cannot create a distribution, and the deployment would be rolled back',
        `${support}; it takes hours to days`,
      );
    case 'forbidden':
      return fail(
        check,
        'these credentials cannot create distributions',
        'deploy with a role that can, such as an administrator',
      );
    case 'full':
      return fail(
        check,
        'the account has reached its limit of distributions',
        'delete an unused one, or request more: Service Quotas → Amazon CloudFront → Web distributions per AWS account',
      );
    case 'unknown':
      return warn(
        check,
        'the account has no distribution yet, and AWS verifies new accounts first',
        `deploy; if it fails, ${support}`,
      );
  }
}

/**
 * With fewer, a letter that becomes popular leaves none for mails. AWS gives 1,000 to accounts that have been used for
 * a while.
 */
const leastExecutions = 100;

/** @param most concurrent executions in the region, for the whole account */
export function concurrency(most: number): Finding {
  const check = 'Lambda';
  if (most >= leastExecutions) return ok(check, `${most} functions can run at once`);
  return fail(
    check,
    `${most} functions can run at once: API, mailer, console and housekeeping share them, and a popular letter needs them all`,
    'request 1,000: Service Quotas → AWS Lambda → Concurrent executions. It is free and can take a few days',
  );
}

/** Resources in the account with names that a deployment would use. */
export interface TakenNames {
  /** Tables of an earlier stack with the same name. */
  readonly tables: readonly string[];
  /** Secrets of an earlier stack, by name. */
  readonly secrets: readonly string[];
  /** Dashboards, and policies and functions of CloudFront: unique in the account. */
  readonly dashboards: readonly string[];
  readonly policies: readonly string[];
  readonly functions: readonly string[];
  /** Alternate domain names of distributions. */
  readonly aliases: readonly string[];
  /** Number of custom policies in the account, of the kind with the most. */
  readonly policyCount: number;
}

/** For each kind: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const maxPolicies = 20;
/** Cache policies, the kind of which a deployment creates the most. */
const policiesOfOurs = 3;

export function names(
  { stackName, region, domainName }: { stackName: string; region: string; domainName?: string | undefined },
  taken: TakenNames,
): Finding[] {
  const check = 'names';
  const ours = `${stackName}-${region}`;
  const isOurs = (name: string) => name === ours || name.startsWith(`${ours}-`);
  const colliding = [
    ...taken.dashboards.filter((name) => name === ours).map((name) => `dashboard ${name}`),
    ...taken.policies.filter(isOurs).map((name) => `CloudFront policy ${name}`),
    ...taken.functions.filter(isOurs).map((name) => `CloudFront function ${name}`),
  ];
  const findings = [
    ...taken.tables.map((name) =>
      warn(
        check,
        `an earlier deployment left the table ${name}`,
        'see that nobody needs it; then aws dynamodb update-table --no-deletion-protection-enabled and delete-table, each with --table-name',
      ),
    ),
    ...taken.secrets.map((name) =>
      warn(
        check,
        `an earlier deployment left the secret ${name}, which costs $0.40 a month`,
        'if no table and no backup needs its keys: aws secretsmanager delete-secret --secret-id, with that name',
      ),
    ),
    ...colliding.map((what) =>
      fail(
        check,
        `the name of the ${what} is taken: the deployment would fail`,
        'delete it if an earlier try left it there, or choose another "instance"',
      ),
    ),
    ...taken.aliases
      .filter((alias) => alias === domainName)
      .map((alias) =>
        fail(
          check,
          `a distribution of this account answers for ${alias} already`,
          'take the name off that distribution first (CloudFront console → Alternate domain names), or choose another domainName',
        ),
      ),
    ...(taken.policyCount + policiesOfOurs > maxPolicies
      ? [
          fail(
            check,
            `the account has ${taken.policyCount} CloudFront policies of one kind, and ${maxPolicies} is the most`,
            'delete those that no distribution uses, or ask for more: Service Quotas → Amazon CloudFront',
          ),
        ]
      : []),
  ];
  return findings.length > 0 ? findings : [ok(check, `every name that ${stackName} needs is free`)];
}
