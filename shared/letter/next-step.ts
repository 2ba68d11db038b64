/** A page to go to after signing, as a letter or a partner sets it. */
import * as z from 'zod';

const loopback = /^(localhost|[a-z0-9-]+\.localhost|127\.0\.0\.1)$/;

/** Whether it is a page on https, or on this machine, and holds no user name or password. */
function isPage(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  const isSecure = protocol === 'https:' || (protocol === 'http:' && loopback.test(hostname));
  return isSecure && username === '' && password === '';
}

export const nextStep = z.strictObject({
  address: z
    .string()
    .trim()
    .max(1000)
    .refine(isPage, 'enter the address of a page, such as https://example.org/thanks'),
  /** Goes there without a click once a signature is confirmed; otherwise it is a link. */
  redirect: z.boolean().default(false),
});
export type NextStep = z.infer<typeof nextStep>;
