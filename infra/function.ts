/** Builds every Lambda function of this project: bundled, with an environment typed by its schema. */
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import {
  Architecture,
  Code,
  Function as LambdaFunction,
  LoggingFormat,
  Runtime,
  SystemLogLevel,
} from 'aws-cdk-lib/aws-lambda';
import type { Construct } from 'constructs';
import type { z } from 'zod';
import { deployedFolder, type FunctionName } from './build/bundle.ts';
import { pinLogicalId } from './logical-ids.ts';
import { functionLogs } from './observability/logs.ts';

/** A schema whose input is a flat record of strings, as an environment can hold nothing else. */
type EnvSchema = z.ZodType<unknown, Record<string, string>>;

export interface FunctionProps<Schema extends EnvSchema> {
  /** Folder under `functions/`. */
  readonly name: FunctionName;
  /** For a second function of the same folder, which needs logical ids of its own. */
  readonly isSecond?: true;
  readonly description: string;
  readonly timeout: Duration;
  /** In megabytes. The CPU share grows with it. */
  readonly memoryMb?: number;
  /** arm64, which is cheaper, unless it is set. */
  readonly architecture?: Architecture;
  /** Reserved concurrency, so that no other function runs short; without it, the account's limit applies. */
  readonly concurrency?: number | undefined;
  /** The schema with which the function parses its environment. Only its type matters here. */
  readonly schema: Schema;
  /** Exactly the variables of the schema: a missing or unknown one does not compile. */
  readonly environment: NoInfer<z.input<Schema>>;
}

export function makeFunction<Schema extends EnvSchema>(
  scope: Construct,
  id: string,
  {
    name,
    isSecond,
    description,
    timeout,
    memoryMb = 512,
    architecture,
    concurrency,
    environment,
  }: FunctionProps<Schema>,
): LambdaFunction {
  const logGroup = functionLogs(scope, `${id}Logs`);
  if (!isSecond) pinLogicalId(logGroup, `${name} logs`);
  // A role of its own, because the managed policy that CDK would attach allows writing to every log group.
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  const made = new LambdaFunction(scope, id, {
    description: `Undersigned: ${description}`,
    code: Code.fromAsset(deployedFolder(name)),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: architecture ?? Architecture.ARM_64,
    memorySize: memoryMb,
    timeout,
    ...(concurrency === undefined ? {} : { reservedConcurrentExecutions: concurrency }),
    environment,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // Without the two lines of each run, which would be two thirds of the cost of logs. CloudWatch has their numbers as
    // metrics.
    systemLogLevelV2: SystemLogLevel.WARN,
  });
  if (!isSecond) pinLogicalId(made, name);
  return made;
}

/** Visibility timeout of a queue whose consumer has this timeout: AWS recommends six times as much. */
export function visibilityFor(timeout: Duration): Duration {
  return Duration.seconds(timeout.toSeconds() * 6);
}
