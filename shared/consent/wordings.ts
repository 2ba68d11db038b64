/**
 * The wordings of attestation and consents that signers were ever shown, each with the SHA-256 of its strings
 * (`hashWording`). A signature names the one that it saw. A string that changes makes a line with a higher number; the
 * lines before it stay. tests/text/wording.test.ts says which line is missing.
 */
export const wordings = {
  'en-1': '9eaf171f4a9a5be7b9dccb1c2ed0eb480eea697e5b8a69e099065d70ba86e683',
} as const satisfies Record<string, string>;
