/** What the edge keeps, for how long and under which key, and what it passes on. */
import { join } from 'node:path';
import { Duration } from 'aws-cdk-lib';
import {
  CacheHeaderBehavior,
  CachePolicy,
  type CachePolicyProps,
  CacheQueryStringBehavior,
  Function as EdgeFunction,
  FunctionCode,
  FunctionRuntime,
  HeadersReferrerPolicy,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { pin } from '../logical-ids.ts';
import { nameInAccount } from '../names.ts';

/** `shared/screening/client-address.ts` reads it. */
const viewerHeader = 'x-undersigned-viewer';

/** The words of the query on which a page or a list depends. */
const words = ['lang', 'partner', 'kind', 'country', 'q', 'order', 'limit', 'cursor'];

/** What carries no word on how long it may be kept is not kept. */
const asTold = (maxTtl: Duration): CachePolicyProps => ({
  minTtl: Duration.seconds(0),
  defaultTtl: Duration.seconds(0),
  maxTtl,
  enableAcceptEncodingBrotli: true,
  enableAcceptEncodingGzip: true,
});

/** The API tells for how long; a list or a count is never kept for more than this, whatever it says. */
const brief = asTold(Duration.seconds(60));

/** Each name is given, as those that CDK makes up depend on where the construct stands, and some lack the region. */
export class EdgePolicies extends Construct {
  /** Files whose names hold a hash, a year; whatever is asked of them is the same for all. */
  readonly embed: CachePolicy;
  /** A page depends on the languages of the reader and on some words of its address. */
  readonly pages: CachePolicy;
  /** The same as JSON; partner sites read it, and the answer names the one that asked (CORS). */
  readonly lists: CachePolicy;
  readonly never = CachePolicy.CACHING_DISABLED;
  /** Nothing beyond the key, so that no answer can depend on what the key does not hold. */
  readonly viewer: OriginRequestPolicy;
  /** What a submission needs as well; reading looks at none of it. */
  readonly submissions: OriginRequestPolicy;
  /** All but the name of the site, which the API's own address would not know. */
  readonly everything = OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER;
  readonly viewerRequest: EdgeFunction;
  /** For answers that are not ours, as when too much is asked. Ours have theirs (`functions/public-api/security-headers.ts`). */
  readonly headers: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { stackName }: Pick<Config, 'stackName'>) {
    super(scope, id);
    const named = (what: string) => nameInAccount(this, stackName, what);

    this.embed = new CachePolicy(this, 'Embed', { cachePolicyName: named('embed'), ...asTold(Duration.days(365)) });
    pin(this.embed, 'embedCache');
    this.pages = new CachePolicy(this, 'Pages', {
      cachePolicyName: named('pages'),
      ...brief,
      headerBehavior: CacheHeaderBehavior.allowList('Accept', 'Accept-Language'),
      queryStringBehavior: CacheQueryStringBehavior.allowList(...words),
    });
    pin(this.pages, 'pageCache');
    this.lists = new CachePolicy(this, 'Lists', {
      cachePolicyName: named('lists'),
      ...brief,
      headerBehavior: CacheHeaderBehavior.allowList('Accept', 'Accept-Language', 'Origin'),
      queryStringBehavior: CacheQueryStringBehavior.allowList(...words),
    });
    pin(this.lists, 'listCache');

    this.viewer = new OriginRequestPolicy(this, 'Viewer', {
      originRequestPolicyName: named('viewer'),
      headerBehavior: OriginRequestHeaderBehavior.allowList(viewerHeader),
    });
    pin(this.viewer, 'viewerPolicy');
    this.submissions = new OriginRequestPolicy(this, 'Submissions', {
      originRequestPolicyName: named('submissions'),
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        ...[viewerHeader, 'Content-Type', 'Idempotency-Key'],
        ...['Access-Control-Request-Method', 'Access-Control-Request-Headers'],
      ),
    });
    pin(this.submissions, 'submissionsPolicy');

    this.viewerRequest = new EdgeFunction(this, 'ViewerRequest', {
      functionName: named('viewer-request'),
      comment: 'Undersigned: names the viewer, tidies what the cache goes by',
      code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'viewer-request.js') }),
      runtime: FunctionRuntime.JS_2_0,
    });
    pin(this.viewerRequest, 'viewerRequest');

    this.headers = new ResponseHeadersPolicy(this, 'Headers', {
      responseHeadersPolicyName: named('headers'),
      comment: 'Undersigned: for what the API did not answer itself',
      securityHeadersBehavior: {
        contentSecurityPolicy: { contentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'", override: false },
        contentTypeOptions: { override: false },
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: false },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: false,
        },
      },
    });
    pin(this.headers, 'headersPolicy');
  }
}
