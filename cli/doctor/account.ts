/** Checks whether AWS can be reached, and whether the stack is there. */
import { type Finding, fail, ok, warn } from './finding.ts';

/** A deployed stack, as CloudFormation describes it. */
export interface DescribedStack {
  readonly StackId?: string | undefined;
  readonly StackStatus?: string | undefined;
  readonly Outputs?: readonly { OutputKey?: string | undefined; OutputValue?: string | undefined }[] | undefined;
}

const refusedKeys = new Set([
  'ExpiredToken',
  'ExpiredTokenException',
  'InvalidClientTokenId',
  'UnrecognizedClientException',
  'SignatureDoesNotMatch',
  'InvalidSignatureException',
]);

/** @param error the reason why the stack could not be described */
export function unreachable(error: unknown, stackName: string): Finding {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const check = 'credentials';
  if (message.includes('Region is missing')) {
    return fail(
      check,
      'no region is named',
      'set AWS_REGION to the one that you deploy to, as in AWS_REGION=eu-central-1',
    );
  }
  if (name === 'CredentialsProviderError') {
    return fail(
      check,
      'no credentials were found',
      'run aws configure sso and set AWS_PROFILE, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    );
  }
  if (refusedKeys.has(name)) {
    return fail(
      check,
      `AWS rejected the credentials (${name})`,
      'sign in again (aws sso login), and see whether the clock of this machine is right',
    );
  }
  if (name.startsWith('AccessDenied')) {
    return fail(
      check,
      'the credentials may not describe stacks',
      'use a role that may deploy, or add cloudformation:DescribeStacks to this one',
    );
  }
  if (name === 'ValidationError' && message.includes('does not exist')) {
    return fail(
      'stack',
      `there is no stack ${stackName} in this account and region`,
      'see that account and region are the right ones, then npx cdk deploy -c mailFrom=…',
    );
  }
  return fail(
    check,
    `AWS did not answer (${name || message})`,
    'see whether this machine reaches the internet, and try again',
  );
}

/** @returns the region of a stack */
export const regionOf = ({ StackId = '' }: DescribedStack): string => StackId.split(':')[3] ?? '';

/** @returns account, region and state of a stack that was found */
export function stackState({ StackId = '', StackStatus = '' }: DescribedStack): Finding[] {
  const account = StackId.split(':')[4] ?? '';
  return [ok('credentials', `account ${account}, region ${regionOf({ StackId })}`), stateOf(StackStatus)];
}

function stateOf(status: string): Finding {
  if (status === 'CREATE_COMPLETE' || status === 'UPDATE_COMPLETE') return ok('stack', `deployed (${status})`);
  if (status.endsWith('_IN_PROGRESS'))
    return warn('stack', `a deployment is in progress (${status})`, 'wait for it to finish, then run this again');
  if (status === 'UPDATE_ROLLBACK_COMPLETE') {
    return warn(
      'stack',
      'the last deployment was taken back; the version before it runs',
      'read why: aws cloudformation describe-stack-events --stack-name …',
    );
  }
  return fail(
    'stack',
    `it needs your attention (${status})`,
    'read why in the events of the stack, then deploy again; after UPDATE_ROLLBACK_FAILED continue the rollback first',
  );
}

/** The lowest bootstrap version that the CDK's default synthesizer accepts, as its template requires. */
export const minBootstrapVersion = 6;

/** @returns the bootstrap version of a stack; NaN if it is not a bootstrap stack */
export function versionOf(toolkit: DescribedStack | undefined): number {
  return Number(toolkit?.Outputs?.find(({ OutputKey }) => OutputKey === 'BootstrapVersion')?.OutputValue);
}

/** @param toolkit the stack of `cdk bootstrap` in the region, if there is one */
export function bootstrap(toolkit: DescribedStack | undefined, region: string): Finding {
  const version = versionOf(toolkit);
  const todo = `run npx cdk bootstrap aws://ACCOUNT/${region}`;
  if (!toolkit)
    return warn('bootstrap', `the account has no CDKToolkit in ${region}`, `${todo} before the next deployment`);
  if (version >= minBootstrapVersion) return ok('bootstrap', `version ${version} in ${region}`);
  return fail('bootstrap', `version ${version} in ${region} is too old to deploy with`, `${todo} again`);
}
