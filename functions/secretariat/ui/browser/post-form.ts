/** Posts a form without leaving the page. */

/**
 * @param names the fields to send; all of them by default
 * @returns the text of the answer; undefined when there is none: offline, or the session has ended
 */
export async function postForm(
  address: string,
  form: HTMLFormElement,
  names?: readonly string[],
): Promise<string | undefined> {
  try {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      if (typeof value === 'string' && (names?.includes(name) ?? true)) body.append(name, value);
    }
    const answer = await fetch(address, { method: 'POST', body, redirect: 'error' });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}
