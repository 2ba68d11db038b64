/** The API version in its descriptions and in /health. */
export const apiVersion = '1.0.0';
