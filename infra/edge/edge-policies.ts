/** Cache and origin request policies of the edge: cache lifetimes, cache keys and forwarded headers. */
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
  OriginRequestCookieBehavior,
  OriginRequestHeaderBehavior,
  OriginRequestPolicy,
  ResponseHeadersPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { Construct } from 'constructs';
import type { Config } from '../config.ts';
import { pinLogicalId } from '../logical-ids.ts';
import { nameInAccount } from '../names.ts';

/** Read by `shared/screening/client-address.ts`. */
const viewerHeader = 'x-undersigned-viewer';

/** Set by the answer to a form, read by the page after it (`functions/public-api/sign/sent-cookie.ts`). */
const sentCookie = '__Secure-undersigned-sent';

/** Query parameters on which a page or a list depends. */
const words = ['lang', 'language', 'partner', 'kind', 'country', 'q', 'order', 'limit', 'cursor'];

/** Caches a response only for as long as the response itself says. */
const asTold = (maxTtl: Duration): CachePolicyProps => ({
  minTtl: Duration.seconds(0),
  defaultTtl: Duration.seconds(0),
  maxTtl,
  enableAcceptEncodingBrotli: true,
  enableAcceptEncodingGzip: true,
});

/** The API sets the lifetime. Lists and counts are never cached longer than this, regardless of that lifetime. */
const brief = asTold(Duration.seconds(60));

/**
 * Every name is set explicitly: names that CDK generates depend on the place in the construct tree, and some lack the
 * region.
 */
export class EdgePolicies extends Construct {
  /** A year, for files with a hash in their names. The response is the same for everybody. */
  readonly embed: CachePolicy;
  /** Pages depend on the reader's languages and on some query parameters. */
  readonly pages: CachePolicy;
  /** The same data as JSON. Partner sites read it, and the response names the site that asked (CORS). */
  readonly lists: CachePolicy;
  readonly never = CachePolicy.CACHING_DISABLED;
  /** Forwards nothing beyond the cache key, so that no response can depend on anything else. */
  readonly viewer: OriginRequestPolicy;
  /** Headers that only submissions need; reading uses none of them. */
  readonly submissions: OriginRequestPolicy;
  /** All headers except Host, as the API only knows its own host name. */
  readonly everything = OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER;
  readonly viewerRequest: EdgeFunction;
  /**
   * For responses that are not from our functions, such as throttling errors. Ours set their own headers
   * (`functions/public-api/security-headers.ts`).
   */
  readonly headers: ResponseHeadersPolicy;

  constructor(scope: Construct, id: string, { stackName }: Pick<Config, 'stackName'>) {
    super(scope, id);
    const named = (what: string) => nameInAccount(this, stackName, what);

    this.embed = new CachePolicy(this, 'Embed', { cachePolicyName: named('embed'), ...asTold(Duration.days(365)) });
    pinLogicalId(this.embed, 'embedCache');
    this.pages = new CachePolicy(this, 'Pages', {
      cachePolicyName: named('pages'),
      ...brief,
      headerBehavior: CacheHeaderBehavior.allowList('Accept', 'Accept-Language'),
      queryStringBehavior: CacheQueryStringBehavior.allowList(...words),
    });
    pinLogicalId(this.pages, 'pageCache');
    this.lists = new CachePolicy(this, 'Lists', {
      cachePolicyName: named('lists'),
      ...brief,
      headerBehavior: CacheHeaderBehavior.allowList('Accept', 'Accept-Language', 'Origin'),
      queryStringBehavior: CacheQueryStringBehavior.allowList(...words),
    });
    pinLogicalId(this.lists, 'listCache');

    this.viewer = new OriginRequestPolicy(this, 'Viewer', {
      originRequestPolicyName: named('viewer'),
      headerBehavior: OriginRequestHeaderBehavior.allowList(viewerHeader),
    });
    pinLogicalId(this.viewer, 'viewerPolicy');
    this.submissions = new OriginRequestPolicy(this, 'Submissions', {
      originRequestPolicyName: named('submissions'),
      // CloudFront drops a cookie from an answer unless requests may hold it as well.
      cookieBehavior: OriginRequestCookieBehavior.allowList(sentCookie),
      headerBehavior: OriginRequestHeaderBehavior.allowList(
        ...[viewerHeader, 'Content-Type', 'Idempotency-Key'],
        ...['Access-Control-Request-Method', 'Access-Control-Request-Headers'],
      ),
    });
    pinLogicalId(this.submissions, 'submissionsPolicy');

    this.viewerRequest = new EdgeFunction(this, 'ViewerRequest', {
      functionName: named('viewer-request'),
      comment: 'Undersigned: names the viewer, tidies what the cache goes by',
      code: FunctionCode.fromFile({ filePath: join(import.meta.dirname, 'viewer-request.js') }),
      runtime: FunctionRuntime.JS_2_0,
    });
    pinLogicalId(this.viewerRequest, 'viewerRequest');

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
    pinLogicalId(this.headers, 'headersPolicy');
  }
}
