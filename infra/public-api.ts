/** The function that people and partner sites talk to, and the address under which they reach it. */
import { Duration } from 'aws-cdk-lib';
import { HttpApi, HttpRoute, HttpRouteKey } from 'aws-cdk-lib/aws-apigatewayv2';
import { HttpLambdaIntegration } from 'aws-cdk-lib/aws-apigatewayv2-integrations';
import { NagSuppressions } from 'cdk-nag';
import { Construct } from 'constructs';
import { publicApiEnv } from '../shared/config/env.ts';
import type { Config } from './config.ts';
import { makeFunction } from './function.ts';
import type { Secrets } from './secrets.ts';
import type { Storage } from './storage.ts';

export interface PublicApiProps {
  readonly config: Pick<Config, 'mailFrom'>;
  readonly storage: Storage;
  readonly secrets: Secrets;
}

export class PublicApi extends Construct {
  /** Origin, without a slash at the end. */
  readonly url: string;

  constructor(scope: Construct, id: string, { config, storage, secrets }: PublicApiProps) {
    super(scope, id);
    const api = new HttpApi(this, 'Http', { description: 'Undersigned: public pages and API' });
    this.url = api.apiEndpoint;

    const handler = makeFunction(this, 'Function', {
      name: 'public-api',
      description: 'public pages and API',
      timeout: Duration.seconds(10),
      schema: publicApiEnv,
      environment: {
        TABLE_NAME: storage.table.tableName,
        SECRET_ID: secrets.secretId,
        PUBLIC_URL: this.url,
        MAIL_FROM: config.mailFrom,
      },
    });
    // Transactions are authorised by the actions they consist of. What is deleted are claims that their owners give up,
    // and pending signatures of who wants to be forgotten.
    storage.allow(
      handler,
      'dynamodb:GetItem',
      'dynamodb:BatchGetItem',
      'dynamodb:PutItem',
      'dynamodb:UpdateItem',
      'dynamodb:DeleteItem',
      'dynamodb:Query',
    );
    storage.allowQuery(handler, 'newest', 'byName');
    secrets.allowRead(handler);

    // One route for everything: the function knows its own paths, and says so in /openapi.json.
    const route = new HttpRoute(this, 'Everything', {
      httpApi: api,
      routeKey: HttpRouteKey.DEFAULT,
      integration: new HttpLambdaIntegration('Integration', handler),
    });
    NagSuppressions.addResourceSuppressions(route, [
      { id: 'AwsSolutions-APIG4', reason: 'The public signs here without an account; the function checks the rest.' },
    ]);
    NagSuppressions.addResourceSuppressions(
      api,
      [
        {
          id: 'AwsSolutions-APIG1',
          reason: 'An access log would hold network addresses and the tokens in paths, which are never logged.',
        },
      ],
      true,
    );
  }
}
