/** Checks an account before the first deployment, where a mistake costs ten minutes and may leave resources behind. */
import { join } from 'node:path';
import { type Config, readConfig } from '../../infra/config.ts';
import { settingsIn } from '../../infra/config-file.ts';
import { ConfigError, configFile, missingSettings } from '../../infra/config-messages.ts';
import { unreachable } from './account.ts';
import { cloudFrontProbe, executions, findNames, readAccount } from './ask-account.ts';
import { readQuota, readVerified } from './ask-ses.ts';
import { describe, unlessMissing } from './cloud.ts';
import { reportFailure } from './common.ts';
import { alreadyDeployed, cloudFront, concurrency, names, placeOf, toolkit } from './empty-account.ts';
import { type Finding, fail, ok } from './finding.ts';
import { newSender, quota, recipients } from './mail.ts';

export async function* examineBefore(root = join(import.meta.dirname, '..', '..')): AsyncGenerator<Finding> {
  const config = chosen(root);
  if ('check' in config) return yield config;
  const { stackName } = config;
  const open = missingSettings(config);
  if (open.length === 0) yield ok('configuration', `${stackName}, mails from ${config.sender.address}`);
  for (const sentence of open) {
    yield fail('configuration', 'a value is still the one of the example', sentence);
  }

  const account = await readAccount().catch((error: unknown) => unreachable(error, stackName));
  if ('check' in account) return yield account;
  const { region } = account;
  yield* placeOf(account);
  const sesRegion = config.sesRegion ?? region;
  const isGlobal = config.domainName !== undefined || config.wafEnabled;
  for (const place of new Set([region, sesRegion, ...(isGlobal ? ['us-east-1'] : [])])) {
    yield* reportFailure('bootstrap', async () => [
      toolkit(await describe('CDKToolkit', place).catch(unlessMissing), { ...account, region: place }),
    ]);
  }
  let isDeployed = false;
  yield* reportFailure('stack', async () => {
    const stack = await describe(stackName).catch(unlessMissing);
    isDeployed = stack !== undefined && stack.StackStatus !== 'REVIEW_IN_PROGRESS';
    return [alreadyDeployed(stackName, stack)];
  });
  yield* reportFailure('CloudFront', async () => [cloudFront(await cloudFrontProbe())]);
  yield* reportFailure('Lambda', async () => [concurrency(await executions())]);
  yield* reportFailure('SES quota', async () => {
    const [allowed, verified] = await Promise.all([readQuota({ region: sesRegion }), readVerified(sesRegion)]);
    return [
      quota(allowed),
      ...recipients(allowed, verified, config.secretariatEmail),
      newSender(config.senderIdentity, config.sender, verified, isDeployed),
    ];
  });
  // A deployed stack owns the resources with its names.
  if (!isDeployed) {
    yield* reportFailure('names', async () =>
      names({ stackName, region, domainName: config.domainName }, await findNames(stackName)),
    );
  }
}

function chosen(root: string): Config | Finding {
  try {
    return readConfig(settingsIn(root));
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return fail('configuration', error.message, `correct ${configFile} (docs/operating.md, Configuration)`);
  }
}
