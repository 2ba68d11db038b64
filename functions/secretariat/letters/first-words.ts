/** The strings that most letters word themselves, each with the page or mail where people read it. */

export interface FirstWord {
  readonly key: string;
  /** Where it is read. */
  readonly where: string;
  /** The public page below the letter's address, if it is on one. */
  readonly page?: string;
}

export const firstWords: readonly FirstWord[] = [
  { key: 'letter.sign', where: 'Letter page: the button to the form', page: '' },
  { key: 'letter.none-yet', where: 'Letter page: before the first signature', page: '' },
  { key: 'form.submit', where: 'Form: the button', page: '/form' },
  { key: 'list.title', where: 'List of signatures: the title', page: '/signatories' },
  { key: 'sent.text', where: 'After the form: what to do next' },
  { key: 'mail.confirm-title', where: 'Email that asks to confirm: the first line' },
  { key: 'confirm.done-title', where: 'After confirming: the title' },
  { key: 'mail.receipt-title', where: 'Receipt by email: the first line' },
  { key: 'share.text', where: 'Text that signers share with others' },
  { key: 'share.ask-text', where: 'Text that asks another organisation to sign' },
];
