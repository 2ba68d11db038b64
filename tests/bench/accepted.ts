/**
 * @returns the response if it is a success or the redirect after a form; throws otherwise, so that no error is ever
 *   measured
 */
export function accepted(response: Response): Response {
  if (response.ok || response.status === 303) return response;
  throw new Error(`The answer was ${response.status}.`);
}
