/** CloudFront before the API: what everybody reads is kept for half a minute, the rest passes through. */
import { SecretValue } from 'aws-cdk-lib';
import {
  AllowedMethods,
  Distribution,
  FunctionEventType,
  HttpVersion,
  type ICachePolicy,
  type IOriginRequestPolicy,
  OriginProtocolPolicy,
  OriginSslPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { Construct } from 'constructs';
import type { Config } from './config.ts';
import { EdgePolicies } from './edge-policies.ts';
import type { Gateway } from './gateway.ts';
import { justify } from './nag.ts';
import type { Secrets } from './secrets.ts';

/** What the edge adds to each request. `functions/public-api/edge.ts` reads it. */
const edgeHeader = 'x-undersigned-edge';

export interface EdgeProps {
  readonly config: Pick<Config, 'edgeSecret'>;
  readonly gateway: Gateway;
  readonly secrets: Secrets;
}

/** Addresses of one segment that are no letter's: they are never kept. A test compares them with the routes. */
const noLetters = ['confirm', 'console', 'docs', 'health', 'manage', 'oembed', 'openapi.json', 'stop'];

export class Edge extends Construct {
  /** Origin of the pages, without a slash at the end. */
  readonly url: string;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { config, gateway, secrets }: EdgeProps) {
    super(scope, id);
    const secret = SecretValue.secretsManager(secrets.edgeSecretId, { jsonField: config.edgeSecret });
    const origin = new HttpOrigin(gateway.host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      // CloudFormation puts the value in; the template holds a reference.
      customHeaders: { [edgeHeader]: secret.unsafeUnwrap() },
    });
    const policies = new EdgePolicies(this, 'Policies');
    const behavior = (cachePolicy: ICachePolicy, originRequestPolicy: IOriginRequestPolicy, writes: boolean) => ({
      origin,
      cachePolicy,
      originRequestPolicy,
      allowedMethods: writes ? AllowedMethods.ALLOW_ALL : AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: policies.headers,
      functionAssociations: [{ function: policies.viewerRequest, eventType: FunctionEventType.VIEWER_REQUEST }],
    });
    const page = behavior(policies.pages, policies.viewer, false);
    const never = behavior(policies.never, policies.everything, true);

    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Undersigned: what everybody reads is kept for half a minute',
      httpVersion: HttpVersion.HTTP2_AND_3,
      // The first that fits a path decides; a letter is what is left, as its name can be any word.
      additionalBehaviors: {
        '/embed/*': behavior(policies.embed, policies.viewer, false),
        '/v1/letters/*': behavior(policies.lists, policies.submissions, true),
        '/*/signatories': page,
        '/*/badge.svg': page,
        '/*/*': never,
        ...Object.fromEntries(noLetters.map((word) => [`/${word}`, never])),
      },
      defaultBehavior: page,
    });
    this.url = `https://${this.distribution.distributionDomainName}`;
    justify(this.distribution, {
      CFR1: 'Letters are signed from every country.',
      CFR2: 'A firewall costs money while nothing happens: it is a choice, wafEnabled.',
      CFR3: 'An access log would hold network addresses and the tokens in paths, which are never logged.',
      CFR4: 'The name that CloudFront gives has a fixed TLS policy; with domainName it is TLS 1.2 and later.',
    });
  }
}
