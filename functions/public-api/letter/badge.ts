/** The live badge: the number of signatures, as a small picture for any site. */
import { html } from 'hono/html';

/** @returns an SVG about as wide as its text, readable on light and dark pages */
export async function badge(text: string): Promise<string> {
  const width = 24 + [...text].length * 8.2;
  const svg =
    await html`<svg xmlns="http://www.w3.org/2000/svg" width="${Math.ceil(width)}" height="28" role="img" aria-label="${text}"><title>${text}</title><rect width="100%" height="100%" rx="5" fill="#175457"/><text x="50%" y="18.5" fill="#fff" text-anchor="middle" font-family="system-ui,-apple-system,Segoe UI,Roboto,sans-serif" font-size="13.5" font-weight="600">${text}</text></svg>`;
  return svg.toString();
}
