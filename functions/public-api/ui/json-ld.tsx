/** Data about a page for machines (https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents). */
import { raw } from 'hono/html';
import type { FC } from 'hono/jsx';

/** A data block: no script, so the page's policy need not allow it. `<` is escaped, as nothing in it may end the block. */
export const JsonLd: FC<{ data: object }> = ({ data }) => (
  <script type="application/ld+json">{raw(JSON.stringify(data).replace(/</g, '\\u003c'))}</script>
);
