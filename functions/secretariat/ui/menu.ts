/**
 * The menu of the console. A page is shown to members who may open it, as its route says. A new page needs its
 * route and a line here; docs/adding.md lists the other files.
 */

/** A path, and the words for it. */
export type MenuEntry = readonly [path: string, label: string];

/** Pages outside letters. */
export const mainMenu: readonly MenuEntry[] = [
  ['/console', 'To do'],
  ['/console/lists', 'Blocklist'],
  ['/console/pauses', 'Pauses'],
  ['/console/members', 'Members'],
  ['/console/keys', 'API keys'],
  ['/console/audit', 'Audit log'],
  ['/console/me', 'Your account'],
];

/** Pages of a letter in groups, with paths below that of the letter. */
export const letterMenu: readonly (readonly [label: string, entries: readonly MenuEntry[]])[] = [
  ['Overview', [['', 'Overview']]],
  [
    'Signatures',
    [
      ['/signatures', 'All signatures'],
      ['/review', 'Review'],
      ['/logos', 'Logos'],
      ['/signals', 'Unusual activity'],
      ['/disputes', 'Complaints'],
      ['/bulk', 'Bulk actions'],
      ['/add', 'Add by hand'],
      ['/import', 'Import'],
      ['/export', 'Export'],
    ],
  ],
  ['Figures', [['/figures', 'Figures']]],
  [
    'Letter',
    [
      ['/text', 'Text'],
      ['/translations', 'Translations'],
      ['/words', 'Wording'],
    ],
  ],
  [
    'Delivery',
    [
      ['/deliveries', 'Deliveries'],
      ['/answers', 'Answers'],
    ],
  ],
  ['Updates', [['/updates', 'Updates']]],
  ['Partners', [['/partners', 'Partners']]],
  [
    'Settings',
    [
      ['/settings', 'Settings'],
      ['/look', 'Logo'],
      ['/pauses', 'Pauses'],
      ['/audit', 'Audit log'],
    ],
  ],
];

/** Of a page of a letter, its path as it is registered. */
export const routeInLetter = (path: string) => `/console/letters/:letter${path}`;
