/** The secretariat's console and its API, reached through the edge alone. */
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
import { makeFunction } from './function.ts';
import { pin } from './logical-ids.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

export interface SecretariatProps {
  readonly config: Pick<Config, 'mailFrom' | 'secretariatEmail' | 'stackName' | 'consoleConcurrency'>;
  readonly storage: Storage;
  readonly secrets: Secrets;
}

/**
 * CloudFront waits no longer for an answer to begin (`infra/edge/edge.ts`), so nobody would get what takes longer. It is also the
 * most that one request, whatever it sends, keeps a function busy.
 */
const usual = Duration.seconds(60);
/** An export of 100,000 signatures with a seventh of a core; Lambda streams what is beyond 6 MB at 2 MB a second. */
const longest = Duration.minutes(15);

/** Two functions of the same code: exports may take minutes, and nothing else may. */
export class Secretariat extends Construct {
  readonly handler: LambdaFunction;
  readonly exports: LambdaFunction;
  /** Where the edge reaches it. */
  readonly url: IFunctionUrl;
  /** The same for the addresses of exports. */
  readonly exportsUrl: IFunctionUrl;

  constructor(scope: Construct, id: string, { config, storage, secrets }: SecretariatProps) {
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
      // That another owner stays, when one is taken away.
      'dynamodb:ConditionCheckItem',
      'dynamodb:Query',
    );
    storage.allowQuery(handler, 'newest', 'listedByTime', 'byName', 'due');
    secrets.allowRead(handler, 'edge');

    const exports = makeFunction(this, 'Exports', {
      ...common,
      isSecond: true,
      description: 'exports of the secretariat’s console and its API',
      timeout: longest,
    });
    // It reads, writes a line in the audit trail, and keeps the session alive.
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
    pin(this.url, 'consoleUrl');
    this.exportsUrl = addressOf(exports);
  }
}

/**
 * Not the HTTP API: that waits for a whole answer, of 6 MB at the most. Signed requests (AWS_IAM) need from the browser the
 * hash of what it posts; so the edge shows its secret, as it does to the API.
 */
function addressOf(handler: LambdaFunction): IFunctionUrl {
  return handler.addFunctionUrl({ authType: FunctionUrlAuthType.NONE, invokeMode: InvokeMode.RESPONSE_STREAM });
}
