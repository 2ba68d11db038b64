/** How much a list may hold. More is refused, not cut off. */
export const mostRows = 20_000;
export const mostColumns = 40;
