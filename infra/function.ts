/** How every Lambda function of this project is built: bundled, typed by the schema of its environment. */
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
import { bundleFolder, type FunctionName } from './build/bundle.ts';
import { pin } from './logical-ids.ts';
import { functionLogs } from './observability/logs.ts';

/** A schema whose input is a flat record of strings, which is all that an environment can hold. */
type EnvSchema = z.ZodType<unknown, Record<string, string>>;

export interface FunctionProps<Schema extends EnvSchema> {
  /** Folder under `functions/`. */
  readonly name: FunctionName;
  /** Another function of the folder stands under the logical ids of its name. */
  readonly isSecond?: true;
  readonly description: string;
  readonly timeout: Duration;
  /** In megabytes; the processor's share goes with it. */
  readonly memoryMb?: number;
  /** How many may run at once, and are kept for it: then no other function lacks them. As many as the account has without. */
  readonly concurrency?: number | undefined;
  /** The schema that the function parses its environment with; only its type matters here. */
  readonly schema: Schema;
  /** Exactly the variables that the schema asks for: a missing or an unknown one does not compile. */
  readonly environment: NoInfer<z.input<Schema>>;
}

export function makeFunction<Schema extends EnvSchema>(
  scope: Construct,
  id: string,
  { name, isSecond, description, timeout, memoryMb = 512, concurrency, environment }: FunctionProps<Schema>,
): LambdaFunction {
  const logGroup = functionLogs(scope, `${id}Logs`);
  if (!isSecond) pin(logGroup, `${name} logs`);
  // A role of its own, because the managed policy that CDK would attach may write to every log group.
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  const made = new LambdaFunction(scope, id, {
    description: `Undersigned: ${description}`,
    code: Code.fromAsset(bundleFolder(name)),
    handler: 'index.handler',
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: memoryMb,
    timeout,
    ...(concurrency === undefined ? {} : { reservedConcurrentExecutions: concurrency }),
    environment,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    // Two lines for each run, of which CloudWatch has the numbers as metrics, would be two thirds of what logs cost.
    systemLogLevelV2: SystemLogLevel.WARN,
  });
  if (!isSecond) pin(made, name);
  return made;
}

/** A queue's visibility timeout for a consumer with this timeout: AWS recommends six times as much. */
export function visibilityFor(timeout: Duration): Duration {
  return Duration.seconds(timeout.toSeconds() * 6);
}
