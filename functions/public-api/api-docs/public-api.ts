/** Description of the public API. The secretariat's API belongs to another function, with its own description. */
import { describeApi } from '../../../shared/platform/http/description/openapi.ts';
import { operations } from './operations.ts';

/** @returns the OpenAPI document as plain data */
export function describePublicApi(publicUrl: string) {
  return describeApi({
    title: 'Undersigned',
    description: 'Collects co-signatures for open letters. Errors are problem details (RFC 9457).',
    operations,
    publicUrl,
    elsewhere: {
      url: `${publicUrl}/v1/admin/openapi.json`,
      description: 'The API of the secretariat, below /v1/admin (OpenAPI 3.1); for people at /v1/admin/docs',
    },
  });
}
