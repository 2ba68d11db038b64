/** Limits of a list. A larger one is refused, not cut off. */
export const maxRows = 20_000;
/** A CRM exports about a hundred columns. */
export const maxColumns = 200;
/** Lines of a file, including empty ones. */
export const maxLines = 100_000;
/** Characters of one cell. */
export const longestCell = 2_000;
