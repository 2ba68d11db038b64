/** The website of an organisation, as typed. */
import * as z from 'zod';

/** A web address with a real host name; `example.org` is read as `https://example.org/`. Nothing is ever fetched. */
export const website = z
  .string()
  .max(500, 'at most 500 characters')
  .transform((text, context) => {
    const typed = text.trim();
    const address = /^[a-z][a-z0-9+.-]*:/i.test(typed) && !/^[^/:]+:\d/.test(typed) ? typed : `https://${typed}`;
    const url = URL.canParse(address) ? new URL(address) : undefined;
    const named = url && /\.[a-z][a-z0-9-]*$/.test(url.hostname);
    if (url && named && ['http:', 'https:'].includes(url.protocol) && !url.username && !url.password) return url.href;
    context.addIssue({ code: 'custom', message: 'not the address of a website, such as https://example.org' });
    return z.NEVER;
  })
  .pipe(z.string().max(500));
