/** Refusals of more than one action on a letter. */

export const staysClosed = 'The letter is closed and cannot be opened again.';
export const neverOpen = 'The letter is a draft and was never open.';
export const needsPrivacy = 'A letter can be opened only when `privacy` names a controller and a contact.';
