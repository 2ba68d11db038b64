/**
 * The stack of a deployment, and stacks for resources that AWS wants in another region, where the configuration needs
 * them. Their names contain the main region, so that a deployment in a second region has its own.
 */
import type { App } from 'aws-cdk-lib';
import type { Config } from './config.ts';
import { ConfigError, sentences } from './config-messages.ts';
import { SesStack } from './ses-stack.ts';
import { UndersignedStack } from './stack.ts';
import { UsEast1Stack } from './us-east-1-stack.ts';

/** Account and region of the deployment, as the CDK command line finds them; unknown without credentials. */
export interface Environment {
  readonly account?: string | undefined;
  readonly region?: string | undefined;
}

/** @throws ConfigError when an account and a region are needed and not known */
export function makeStacks(app: App, config: Config, { account, region }: Environment): UndersignedStack {
  const { stackName: name, domainName, wafEnabled, sesRegion } = config;
  if (!domainName && !wafEnabled && (!sesRegion || sesRegion === region))
    return new UndersignedStack(app, name, config);
  if (!account || !region) throw new ConfigError(sentences.place);
  const global =
    domainName || wafEnabled ? new UsEast1Stack(app, `${name}-${region}-global`, config, account) : undefined;
  const sending =
    sesRegion && sesRegion !== region
      ? new SesStack(app, `${name}-${region}-sending`, config, { account, region: sesRegion }).sending
      : undefined;
  return new UndersignedStack(app, name, config, { env: { account, region }, global, sending });
}
