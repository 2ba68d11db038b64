/** The HTTP API behind the edge. It only answers the edge: see `shared/platform/http/edge.ts`. */
import { Stack } from 'aws-cdk-lib';
import { HttpApi, HttpStage } from 'aws-cdk-lib/aws-apigatewayv2';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import { pinLogicalId } from './logical-ids.ts';
import { suppressNag } from './nag-suppressions.ts';

export class Gateway extends Construct {
  readonly api: HttpApi;
  /** Host name at which the edge reaches it. */
  readonly host: string;

  constructor(scope: Construct, id: string, { requestsPerSecond }: Pick<Config, 'requestsPerSecond'>) {
    super(scope, id);
    this.api = new HttpApi(this, 'Http', {
      description: 'Undersigned: public pages and API, behind the edge',
      createDefaultStage: false,
    });
    pinLogicalId(this.api, 'api');
    const stage = new HttpStage(this, 'Stage', {
      httpApi: this.api,
      stageName: '$default',
      autoDeploy: true,
      throttle: { rateLimit: requestsPerSecond, burstLimit: burstFor(requestsPerSecond) },
    });
    pinLogicalId(stage, 'apiStage');
    const { region, urlSuffix } = Stack.of(this);
    this.host = `${this.api.apiId}.execute-api.${region}.${urlSuffix}`;
    suppressNag(stage, {
      APIG1: 'An access log would hold network addresses and the tokens in paths, which are never logged.',
    });
  }
}

/**
 * Allows ten seconds' worth of requests at once, for when a newsletter goes out, but no more than the account quota in
 * regions with the smaller quota.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html
 */
function burstFor(requestsPerSecond: number): number {
  return Math.max(requestsPerSecond, Math.min(10 * requestsPerSecond, 1000));
}
