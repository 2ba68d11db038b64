/** @returns the answer when it is a success or the redirect after a form, so that nothing else is ever measured */
export function accepted(response: Response): Response {
  if (response.ok || response.status === 303) return response;
  throw new Error(`The answer was ${response.status}.`);
}
