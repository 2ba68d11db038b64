/** The secretariat's console and its API, reached through the edge alone. */
import { Duration } from 'aws-cdk-lib';
import {
  FunctionUrlAuthType,
  type IFunctionUrl,
  InvokeMode,
  type Function as LambdaFunction,
} from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { secretariatEnv } from '../shared/config/env.ts';
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

export class Secretariat extends Construct {
  readonly handler: LambdaFunction;
  /** Where the edge reaches it. */
  readonly url: IFunctionUrl;

  constructor(scope: Construct, id: string, { config, storage, secrets }: SecretariatProps) {
    super(scope, id);
    const handler = makeFunction(this, 'Function', {
      name: 'secretariat',
      description: 'the secretariat’s console and its API',
      // An export of 100,000 signatures with a seventh of a core; Lambda streams what is beyond 6 MB at 2 MB a second.
      timeout: Duration.minutes(15),
      memoryMb: 256,
      concurrency: config.consoleConcurrency,
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
    // Not the HTTP API: that waits for a whole answer, of 6 MB at the most. Signed requests (AWS_IAM) need from the
    // browser the hash of what it posts; so the edge shows its secret, as it does to the API.
    const url = handler.addFunctionUrl({
      authType: FunctionUrlAuthType.NONE,
      invokeMode: InvokeMode.RESPONSE_STREAM,
    });
    pin(url, 'consoleUrl');
    this.url = url;
    this.handler = handler;
  }
}
