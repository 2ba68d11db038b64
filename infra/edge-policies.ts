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
import { pin } from './logical-ids.ts';

/** `shared/http/client-address.ts` reads it. */
const viewerHeader = 'x-undersigned-viewer';

export class EdgePolicies extends Construct {
  /** What carries no word on how long it may be kept is not kept. */
  private readonly asTold = (maxTtl: Duration): CachePolicyProps => ({
    minTtl: Duration.seconds(0),
    defaultTtl: Duration.seconds(0),
    maxTtl,
    enableAcceptEncodingBrotli: true,
    enableAcceptEncodingGzip: true,
  });

  /** The API tells for how long; a list or a count is never kept for more than this, whatever it says. */
  private readonly brief = this.asTold(Duration.seconds(60));

  /** Files whose names hold a hash, a year; whatever is asked of them is the same for all. */
  readonly embed = new CachePolicy(this, 'Embed', this.asTold(Duration.days(365)));

  /** A page depends on the languages of the reader and on these words of its address. */
  readonly pages = new CachePolicy(this, 'Pages', {
    ...this.brief,
    headerBehavior: CacheHeaderBehavior.allowList('Accept', 'Accept-Language'),
    queryStringBehavior: CacheQueryStringBehavior.allowList(
      ...['lang', 'partner', 'kind', 'country', 'q', 'order', 'limit', 'cursor'],
    ),
  });

  /** The same as JSON; partner sites read it, and the answer names the one that asked (CORS). */
  readonly lists = new CachePolicy(this, 'Lists', {
    ...this.brief,
    headerBehavior: CacheHeaderBehavior.allowList('Accept', 'Accept-Language', 'Origin'),
    queryStringBehavior: CacheQueryStringBehavior.allowList(
      ...['lang', 'partner', 'kind', 'country', 'q', 'order', 'limit', 'cursor'],
    ),
  });

  readonly never = CachePolicy.CACHING_DISABLED;

  /** Nothing beyond the key, so that no answer can depend on what the key does not hold. */
  readonly viewer = new OriginRequestPolicy(this, 'Viewer', {
    headerBehavior: OriginRequestHeaderBehavior.allowList(viewerHeader),
  });

  /** What a submission needs as well; reading looks at none of it. */
  readonly submissions = new OriginRequestPolicy(this, 'Submissions', {
    headerBehavior: OriginRequestHeaderBehavior.allowList(
      ...[viewerHeader, 'Content-Type', 'Idempotency-Key'],
      ...['Access-Control-Request-Method', 'Access-Control-Request-Headers'],
    ),
  });

  /** All but the name of the site, which the API's own address would not know. */
  readonly everything = OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER;

  readonly viewerRequest = new EdgeFunction(this, 'ViewerRequest', {
    comment: 'Undersigned: names the viewer, tidies what the cache goes by',
    code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'viewer-request.js') }),
    runtime: FunctionRuntime.JS_2_0,
  });

  constructor(scope: Construct, id: string) {
    super(scope, id);
    pin(this.embed, 'embedCache');
    pin(this.lists, 'listCache');
    pin(this.pages, 'pageCache');
    pin(this.submissions, 'submissionsPolicy');
    pin(this.viewer, 'viewerPolicy');
    pin(this.headers, 'headersPolicy');
    pin(this.viewerRequest, 'viewerRequest');
  }

  /** For answers that are not ours, as when too much is asked. Ours have theirs (`functions/public-api/security.ts`). */
  readonly headers = new ResponseHeadersPolicy(this, 'Headers', {
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
}
