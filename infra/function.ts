/** How every Lambda function of this project is built: bundled by esbuild, typed by the schema of its environment. */
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, LoggingFormat, Runtime } from 'aws-cdk-lib/aws-lambda';
import { Charset, NodejsFunction, OutputFormat } from 'aws-cdk-lib/aws-lambda-nodejs';
import type { Construct } from 'constructs';
import type { z } from 'zod';
import { functionLogs } from './observability.ts';

const projectRoot = join(import.meta.dirname, '..');

/** A schema whose input is a flat record of strings, which is all that an environment can hold. */
type EnvSchema = z.ZodType<unknown, Record<string, string>>;

export interface FunctionProps<Schema extends EnvSchema> {
  /** Folder under `functions/`. */
  readonly name: 'public-api' | 'relay' | 'mailer' | 'housekeeping';
  readonly description: string;
  readonly timeout: Duration;
  /** The schema that the function parses its environment with; only its type matters here. */
  readonly schema: Schema;
  /** Exactly the variables that the schema asks for: a missing or an unknown one does not compile. */
  readonly environment: NoInfer<z.input<Schema>>;
}

export function makeFunction<Schema extends EnvSchema>(
  scope: Construct,
  id: string,
  { name, description, timeout, environment }: FunctionProps<Schema>,
): NodejsFunction {
  const logGroup = functionLogs(scope, `${id}Logs`);
  // A role of its own, because the managed policy that CDK would attach may write to every log group.
  const role = new Role(scope, `${id}Role`, { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  logGroup.grantWrite(role);
  return new NodejsFunction(scope, id, {
    description: `Undersigned: ${description}`,
    entry: join(projectRoot, 'functions', name, 'handler.ts'),
    projectRoot,
    depsLockFilePath: join(projectRoot, 'package-lock.json'),
    runtime: Runtime.NODEJS_24_X,
    architecture: Architecture.ARM_64,
    memorySize: 512,
    timeout,
    environment,
    // The switch is for version 2 of the SDK; it would put a variable there that no schema knows.
    awsSdkConnectionReuse: false,
    role,
    logGroup,
    loggingFormat: LoggingFormat.JSON,
    bundling: {
      format: OutputFormat.ESM,
      target: 'node24',
      // ES modules first, or tree shaking finds nothing to shake (the SDK and zod come in both forms).
      mainFields: ['module', 'main'],
      // What is left of CommonJS asks for Node's own modules with `require`, which an ES module does not have.
      banner: "import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
      // The SDK is bundled, too: the version we test is the version that runs.
      externalModules: [],
      minify: true,
      sourceMap: false,
      charset: Charset.UTF8,
      forceDockerBundling: false,
    },
  });
}

/** A queue's visibility timeout for a consumer with this timeout: AWS recommends six times as much. */
export function visibilityFor(timeout: Duration): Duration {
  return Duration.seconds(timeout.toSeconds() * 6);
}
