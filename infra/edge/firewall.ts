/** Limits requests per network at the edge, before they cost anything. The API itself applies the lists of networks. */
import { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';

/**
 * Requests from one address in five minutes, as WAF counts. One address may be an office or a mobile network with many
 * people.
 */
const limits = [
  { name: 'Everything', limit: 3000, method: undefined },
  { name: 'Submissions', limit: 300, method: 'POST' },
] as const;

export class Firewall extends Construct {
  readonly arn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const acl = new CfnWebACL(this, 'Acl', {
      scope: 'CLOUDFRONT',
      defaultAction: { allow: {} },
      visibilityConfig: counted('Firewall'),
      rules: limits.map(({ name, limit, method }, priority) => ({
        name,
        priority,
        action: { block: { customResponse: { responseCode: 429 } } },
        statement: {
          rateBasedStatement: {
            aggregateKeyType: 'IP',
            limit,
            ...(method ? { scopeDownStatement: isMethod(method) } : {}),
          },
        },
        visibilityConfig: counted(name),
      })),
    });
    this.arn = acl.attrArn;
  }
}

/** Numbers only: samples of requests would hold addresses, and paths with tokens. */
const counted = (metricName: string) => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
});

const isMethod = (method: string) => ({
  byteMatchStatement: {
    fieldToMatch: { method: {} },
    positionalConstraint: 'EXACTLY',
    searchString: method,
    textTransformations: [{ priority: 0, type: 'NONE' }],
  },
});
