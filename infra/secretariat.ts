/** The secretariat's console and its API, reached only through the edge. */
import { Duration } from 'aws-cdk-lib';
import {
  FunctionUrlAuthType,
  type IFunctionUrl,
  InvokeMode,
  type Function as LambdaFunction,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { secretariatEnv } from '../shared/platform/config/env.ts';
import type { Config } from './config.ts';
import type { Files } from './files.ts';
import { makeFunction } from './function.ts';
import { pinLogicalId } from './logical-ids.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

export interface SecretariatProps {
  readonly config: Pick<Config, 'mailFrom' | 'secretariatEmail' | 'stackName' | 'consoleConcurrency'>;
  readonly storage: Storage;
  readonly files: Files;
  readonly secrets: Secrets;
}

/**
 * CloudFront waits no longer than this for the first byte (`infra/edge/edge.ts`), so a longer run would be useless. It
 * also limits how long one request can keep a function busy.
 */
const usual = Duration.seconds(60);
/**
 * Enough for an export of 100,000 signatures with a seventh of a core; Lambda streams responses beyond 6 MB at 2 MB a
 * second.
 */
const longest = Duration.minutes(15);

/** Two functions from the same code, as only exports may take minutes. */
export class Secretariat extends Construct {
  readonly handler: LambdaFunction;
  readonly exports: LambdaFunction;
  /** Address at which the edge reaches it. */
  readonly url: IFunctionUrl;
  /** Address of the exports. */
  readonly exportsUrl: IFunctionUrl;

  constructor(scope: Construct, id: string, { config, storage, files, secrets }: SecretariatProps) {
    super(scope, id);
    const common = {
      name: 'secretariat',
      memoryMb: 256,
      schema: secretariatEnv,
      environment: {
        TABLE_NAME: storage.table.tableName,
        SECRET_ID: secrets.secretId,
        EDGE_SECRET_ID: secrets.edgeSecretId,
        PUBLIC_URL: 'edge',
        MAIL_FROM: config.mailFrom,
        METRIC_NAMESPACE: config.stackName,
        SECRETARIAT_EMAIL: config.secretariatEmail,
        BUCKET_NAME: files.bucket.bucketName,
      },
    } as const;
    const handler = makeFunction(this, 'Function', {
      ...common,
      description: 'the secretariat’s console and its API',
      timeout: usual,
      concurrency: config.consoleConcurrency,
    });
    storage.allow(
      handler,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      // Checks that another owner remains when one is removed.
      'dynamodb:ConditionCheckItem',
      'dynamodb:Query',
    );
    storage.allowQuery(handler, 'newest', 'listedByTime', 'byName', 'due');
    secrets.allowRead(handler, 'edge');
    files.allow(handler, 'made', 's3:GetObject');
    // It gives out links and forms, which have its permissions.
    files.allow(handler, 'uploads', 's3:GetObject');
    files.allow(handler, 'incoming', 's3:PutObject');

    const exports = makeFunction(this, 'Exports', {
      ...common,
      isSecond: true,
      description: 'exports of the secretariat’s console and its API',
      timeout: longest,
    });
    // Reads data, writes a line in the audit trail, and keeps the session alive.
    storage.allow(
      exports,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:Query',
    );
    storage.allowQuery(exports, 'newest', 'listedByTime', 'byName');
    secrets.allowRead(exports, 'edge');

    this.handler = handler;
    this.exports = exports;
    this.url = addressOf(handler);
    pinLogicalId(this.url, 'consoleUrl');
    this.exportsUrl = addressOf(exports);
  }
}

/**
 * A function URL, because the HTTP API waits for a whole response, of 6 MB at most. Signed requests (AWS_IAM) would
 * need the hash of the body from the browser; so the edge sends its secret instead, as it does to the API.
 */
function addressOf(handler: LambdaFunction): IFunctionUrl {
  return handler.addFunctionUrl({ authType: FunctionUrlAuthType.NONE, invokeMode: InvokeMode.RESPONSE_STREAM });
}
