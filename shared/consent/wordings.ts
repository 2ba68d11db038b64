/**
 * All wordings of attestation and consents that signers were ever shown, each with the SHA-256 of its strings
 * (`hashWording`). A signature names the one that its signer saw. To change a string, add a line with a higher number
 * and keep the earlier lines. tests/text/wording.test.ts reports the missing line.
 */
export const wordings = {
  'en-1': '9eaf171f4a9a5be7b9dccb1c2ed0eb480eea697e5b8a69e099065d70ba86e683',
  'ar-1': '4d05fcf9d9431a72e7d463df26a62089497d484f286ac488196f98c1d0d85d57',
  'de-1': '421ccbdf9f0e1cabbcba72a331e573257b81622d7dec250b21dc8ef6e23bdfc1',
  'es-1': '101ba72018e1e80cde544905dfb448964a0c3c6058a4bfddc77ef0790c1b507a',
  'fa-1': '9851a2b1945d869cf64b6e007ad574c7f0093cbcaef5d027ea401c8f979a07ba',
  'fr-1': 'be1b0b1c0bfd874f0f1871023f7a03acb2159d0b52590419c915258f5bd6b65c',
  'hi-1': 'e8cef4b2a7f2c702c6bfdc950fe2eeb597714c6909ca3d0fb1d56668e5e2095a',
  'id-1': '9ae115cfd5eb4ca1a8bb0712718bfaa11aa3c9199cc0a52bdefe22c3e602f95b',
  'it-1': 'be933751402e3a1a2c6cc8137acd4a7ed9490c1984458bd299aaeac003ab6efd',
  'ja-1': '6c3f5fcda5aaae28102e5a28ba8817b088561dfa9118dd4b21b362476bd2fff5',
  'ko-1': 'f0d4676c553b8dca1fc97363afc03e63815e84cb0bc9f4e296f449afd494f763',
  'nl-1': '90448416b3ad22bb495a7a9fd00073134392b3452bb4f020867120ad44e06e85',
  'pl-1': '52e8a0c385777e59955b703571d7b22b32c37fedb40442d2d6efaefeb3e0dd55',
  'pt-1': 'e3434d86511c0ec69ffbc10afbc1f75c00a0255fb9d36b227511209ad52d7bce',
  'ru-1': '27c65ba672559ee8203c9059ea4f721ac292218ad0893996231813303e4eed19',
  'sw-1': 'f883893ac81402ffd26bc9f7a0a030aafcd53c57005274229ab63121bacf6196',
  'tr-1': '51b2c28e01027d94a759fd80529b2ed7303f2be29922c7b1254fa882b3c7ee91',
  'uk-1': '4848beaefe20faf7c057e497ec30ffe743b97b297c88e43e34b63719082adb4b',
  'vi-1': 'cb169c087acf6323e8d00a101462075a36653ed924e071ab86f4dcf47640786c',
  'zh-Hans-1': '659cd4e900ecf92c31cd2539eaa186e36d2e67d31f5574201120772f04852f7a',
  'zh-Hant-1': '6376aed686783f720e756ce4a1c078809b7d86b7c843fff8022077fd9720b617',
} as const satisfies Record<string, string>;
