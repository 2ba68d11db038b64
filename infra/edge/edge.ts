/**
 * CloudFront in front of the API. Public pages and lists are cached for half a minute; all other requests pass through.
 */
import { CfnOutput, Duration, SecretValue, Stack } from 'aws-cdk-lib';
import {
  AllowedMethods,
  Distribution,
  FunctionEventType,
  HttpVersion,
  type ICachePolicy,
  type IOrigin,
  type IOriginRequestPolicy,
  OriginProtocolPolicy,
  OriginSslPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { FunctionUrlOrigin, HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IFunctionUrl } from 'aws-cdk-lib/aws-lambda';
import { AaaaRecord, ARecord, HostedZone, RecordTarget } from 'aws-cdk-lib/aws-route53';
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets';
import { Construct } from 'constructs';
import { type Config, isBelow } from '../config.ts';
import type { Gateway } from '../gateway.ts';
import { pinLogicalId } from '../logical-ids.ts';
import { suppressNag } from '../nag-suppressions.ts';
import type { Secrets } from '../secrets.ts';
import type { UsEast1Stack } from '../us-east-1-stack.ts';
import { EdgePolicies } from './edge-policies.ts';

/** Header that the edge adds to each request. Read by `shared/platform/http/edge.ts`. */
const edgeHeader = 'x-undersigned-edge';

export interface EdgeProps {
  readonly config: Pick<Config, 'edgeSecret' | 'domainName' | 'zone' | 'stackName'>;
  readonly gateway: Gateway;
  /** Address of the secretariat's console. */
  readonly console: IFunctionUrl;
  /** Address of the exports, which may take minutes. */
  readonly exports: IFunctionUrl;
  readonly secrets: Secrets;
  readonly global?: UsEast1Stack | undefined;
}

/**
 * Every status for which CloudFront's error caching can be set. By default it caches an error for ten seconds and shows
 * one reader's error to everybody, even when the response says `no-store`.
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/HTTPStatusCodes.html
 */
const errors = [400, 403, 404, 405, 414, 416, 500, 501, 502, 503, 504];

/** Paths of one segment that are not letters. They are never cached. A test compares them with the routes. */
const noLetters = ['confirm', 'docs', 'health', 'manage', 'oembed', 'openapi.json', 'stop'];

export class Edge extends Construct {
  /** Origin of the pages, without a trailing slash. */
  readonly url: string;
  readonly distribution: Distribution;

  constructor(scope: Construct, id: string, { config, gateway, console, exports, secrets, global }: EdgeProps) {
    super(scope, id);
    const secret = SecretValue.secretsManager(secrets.edgeSecretId, { jsonField: config.edgeSecret });
    // CloudFormation inserts the value; the template holds a reference only.
    const customHeaders = { [edgeHeader]: secret.unsafeUnwrap() };
    const origin = new HttpOrigin(gateway.host, {
      protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
      originSslProtocols: [OriginSslPolicy.TLS_V1_2],
      customHeaders,
    });
    // The timeout applies to each pause between two parts of a response, not to the whole.
    const originAt = (url: IFunctionUrl) =>
      new FunctionUrlOrigin(url, { customHeaders, readTimeout: Duration.seconds(60) });
    const policies = new EdgePolicies(this, 'Policies', config);
    const behavior = (
      cachePolicy: ICachePolicy,
      originRequestPolicy: IOriginRequestPolicy,
      writes: boolean,
      from: IOrigin = origin,
    ) => ({
      origin: from,
      cachePolicy,
      originRequestPolicy,
      allowedMethods: writes ? AllowedMethods.ALLOW_ALL : AllowedMethods.ALLOW_GET_HEAD_OPTIONS,
      viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      responseHeadersPolicy: policies.headers,
      functionAssociations: [{ function: policies.viewerRequest, eventType: FunctionEventType.VIEWER_REQUEST }],
    });
    const page = behavior(policies.pages, policies.viewer, false);
    const never = behavior(policies.never, policies.everything, true);
    const forMembers = behavior(policies.never, policies.everything, true, originAt(console));
    const forExports = behavior(policies.never, policies.everything, true, originAt(exports));

    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Undersigned: what everybody reads is kept for half a minute',
      httpVersion: HttpVersion.HTTP2_AND_3,
      ...(global?.webAclArn ? { webAclId: global.webAclArn } : {}),
      ...(config.domainName && global?.certificate
        ? {
            domainNames: [config.domainName],
            certificate: global.certificate,
            minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
          }
        : {}),
      // The first match wins. Letters come last, as their names can be any word.
      additionalBehaviors: {
        '/console/*/export': forExports,
        '/v1/admin/*/export': forExports,
        '/console': forMembers,
        '/console/*': forMembers,
        '/v1/admin/*': forMembers,
        '/embed/*': behavior(policies.embed, policies.viewer, false),
        '/v1/letters/*': behavior(policies.lists, policies.submissions, true),
        '/*/signatories': page,
        '/*/badge.svg': page,
        '/*/share.png': page,
        // A document itself is behind a link that works for minutes, so it passes through with all other paths.
        '/*/deliveries/*': page,
        '/*/signing-sheet*.pdf': page,
        // The page, the feed, and the pages of single items.
        '/*/news': page,
        '/*/news.atom': page,
        '/*/news/*': page,
        '/*/logo/*': page,
        '/*/*': never,
        ...Object.fromEntries(noLetters.map((word) => [`/${word}`, never])),
      },
      defaultBehavior: page,
      errorResponses: errors.map((httpStatus) => ({ httpStatus, ttl: Duration.seconds(0) })),
    });
    pinLogicalId(this.distribution, 'distribution');
    const { distributionDomainName } = this.distribution;
    this.url = `https://${config.domainName ?? distributionDomainName}`;
    if (config.domainName) this.name(config.domainName, config.zone);
    suppressNag(this.distribution, {
      CFR1: 'Letters are signed from every country.',
      CFR2: 'A firewall costs money while nothing happens: it is a choice, wafEnabled.',
      CFR3: 'An access log would hold network addresses and the tokens in paths, which are never logged.',
      CFR4: 'The name that CloudFront gives has a fixed TLS policy; with domainName it is TLS 1.2 and later.',
    });
  }

  /** In a zone that we manage, points the name at CloudFront; otherwise prints the record to create. */
  private name(domainName: string, zone: Config['zone']): void {
    const { distributionDomainName } = this.distribution;
    if (zone && isBelow(domainName, zone.name)) {
      const { id: hostedZoneId, name: zoneName } = zone;
      const hostedZone = HostedZone.fromHostedZoneAttributes(this, 'Zone', { hostedZoneId, zoneName });
      const target = RecordTarget.fromAlias(new CloudFrontTarget(this.distribution));
      const record = { zone: hostedZone, recordName: `${domainName}.`, target };
      pinLogicalId(new ARecord(this, 'Ipv4', record), 'ipv4Record');
      pinLogicalId(new AaaaRecord(this, 'Ipv6', record), 'ipv6Record');
      return;
    }
    const output = new CfnOutput(Stack.of(this), 'DomainDns', {
      value: `${domainName} CNAME ${distributionDomainName}`,
    });
    output.description = `Put this record into the DNS of ${domainName}`;
  }
}
