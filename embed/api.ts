/** Requests to the server from which the script was loaded. */
import type { LetterBody } from '../functions/public-api/answer-schemas.ts';
import type { FieldError } from '../shared/platform/http/problem.ts';
import type { Widget } from './element.ts';

/** Origin and path of the server, with a trailing slash: the script is at `embed/` below it. */
export const serverUrl = new URL('../', import.meta.url).href;

/** Options of every request: no cookies, and only the origin of the page's address. */
export const requestOptions = {
  credentials: 'omit',
  referrerPolicy: 'origin',
  mode: 'cors',
} as const satisfies RequestInit;

/** An error response of the server (RFC 9457). */
export class Refusal extends Error {
  readonly status: number;
  /** The last part of the problem's type, such as `letter-closed`. */
  readonly problem: string;
  readonly errors: readonly FieldError[];

  constructor(status: number, body: { type?: string; title?: string; detail?: string; errors?: FieldError[] }) {
    super(body.detail ?? body.title ?? `status ${status}`);
    this.status = status;
    this.problem = body.type?.split(':').at(-1) ?? '';
    this.errors = body.errors ?? [];
  }
}

/** @returns a successful response; throws a `Refusal` for an error response, a `TypeError` without a response */
export async function request(path: string, request: RequestInit = {}): Promise<Response> {
  const response = await fetch(serverUrl + path, { ...requestOptions, ...request });
  if (response.ok) return response;
  throw new Refusal(response.status, await response.json().catch(() => ({})));
}

const letters = new Map<string, Promise<LetterBody>>();

/** @returns the address of one of the letter's resources, as the partner's site requests it */
export function pathOf(
  { letter, partner }: Pick<Widget, 'letter' | 'partner'>,
  of: string,
  query: Record<string, string>,
) {
  const asked = new URLSearchParams({ ...query, ...(partner === undefined ? {} : { partner }) });
  return `v1/letters/${encodeURIComponent(letter)}${of}?${asked}`;
}

/**
 * @returns the letter in the language nearest to the reader's. Several elements of a page share a request for ten
 *   seconds
 */
export function readLetter(widget: Widget): Promise<LetterBody> {
  // The letter may be in a language without form strings.
  const path = pathOf(widget, '', { lang: widget.host.lang || widget.language });
  const known = letters.get(path);
  if (known) return known;
  const asked: Promise<LetterBody> = request(path).then((response) => response.json());
  letters.set(path, asked);
  const forget = () => letters.delete(path);
  asked.then(() => setTimeout(forget, 10_000), forget);
  return asked;
}
