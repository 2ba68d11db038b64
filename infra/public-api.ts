/** The function for the public and for partner sites. */
import { Duration } from 'aws-cdk-lib';
import { HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { publicApiEnv } from '../shared/platform/config/env.ts';
import type { Config } from './config.ts';
import type { Files } from './files.ts';
import { makeFunction } from './function.ts';
import type { Gateway } from './gateway.ts';
import { pinLogicalId } from './logical-ids.ts';
import { suppressNag } from './nag-suppressions.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

export interface PublicApiProps {
  readonly config: Pick<Config, 'mailFrom' | 'stackName' | 'operator' | 'operatorContact'>;
  readonly storage: Storage;
  readonly files: Files;
  readonly secrets: Secrets;
  readonly gateway: Gateway;
  /**
   * Origin of the pages: that of the edge. The edge depends only on the gateway, which avoids a circular dependency.
   */
  readonly publicUrl: string;
}

export class PublicApi extends Construct {
  readonly handler: LambdaFunction;

  constructor(scope: Construct, id: string, { config, storage, files, secrets, gateway, publicUrl }: PublicApiProps) {
    super(scope, id);
    const handler = makeFunction(this, 'Function', {
      name: 'public-api',
      description: 'public pages and API',
      timeout: Duration.seconds(10),
      schema: publicApiEnv,
      environment: {
        TABLE_NAME: storage.table.tableName,
        SECRET_ID: secrets.secretId,
        EDGE_SECRET_ID: secrets.edgeSecretId,
        PUBLIC_URL: publicUrl,
        MAIL_FROM: config.mailFrom,
        METRIC_NAMESPACE: config.stackName,
        BUCKET_NAME: files.bucket.bucketName,
        OPERATOR: config.operator ?? 'none',
        OPERATOR_CONTACT: config.operatorContact ?? 'none',
      },
    });
    // Transactions are authorised by the actions that they consist of. Deletes claims that their owners release, and
    // pending signatures of people who request erasure. Its condition check only finds out whether an Idempotency-Key
    // was used before, on the signature that its challenge made.
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/transaction-apis-iam.html
    storage.allow(
      handler,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:ConditionCheckItem',
      'dynamodb:Query',
    );
    storage.allowQuery(handler, 'newest', 'listedByTime', 'byName');
    secrets.allowRead(handler, 'edge');
    // It gives out links, which have its permissions.
    files.allow(handler, 'made', 's3:GetObject');
    files.allow(handler, 'uploads', 's3:GetObject');
    files.allow(handler, 'incoming', 's3:PutObject');
    files.allow(handler, 'pictures', 's3:GetObject');

    // One route for everything: the function routes its own paths and describes them in /openapi.json.
    const route = new HttpRoute(this, 'Everything', {
      httpApi: gateway.api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Integration', handler),
    });
    pinLogicalId(route, 'apiRoute');
    suppressNag(route, { APIG4: 'The public signs here without an account; the function checks the rest.' });
    this.handler = handler;
  }
}
