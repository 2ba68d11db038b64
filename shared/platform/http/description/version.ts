/** The version of the API that its descriptions and /health tell. */
export const apiVersion = '1.0.0';
