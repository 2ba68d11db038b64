/**
 * Who may what in the console, written by hand: a line for each route. `matrix.test.ts` calls each of them as each kind
 * of visitor, and fails when a route is not here. A new parameter of a path needs a target in `targets.ts`.
 */
import type { Permission, Role } from '../../shared/member/role.ts';

export type Right =
  /** Without signing in. */
  | { readonly of: 'everybody' }
  /** Whoever is signed in, and no key. */
  | { readonly of: 'members' }
  /** Members of the letter from that role on, or to whom mailboxes are shown; keys with that scope. */
  | { readonly of: 'letter' | 'any' | 'everything'; readonly least: Role | 'mailboxes'; readonly key: Permission };

type Line = readonly [route: string, right: Right];

const everybody: Right = { of: 'everybody' };
const members: Right = { of: 'members' };
/** Of the letter in the path, or that the target in the path belongs to. */
const letter = (least: Role | 'mailboxes', key: Permission): Right => ({ of: 'letter', least, key });
/** Of any letter at all: what they see there is theirs. */
const any = (least: Role, key: Permission): Right => ({ of: 'any', least, key });
const everything = (least: Role, key: Permission): Right => ({ of: 'everything', least, key });

const signatures = '/letters/:letter/signatures';
const bulk = '/letters/:letter/bulk';
const decides = letter('moderator', 'signature.decide');
const reads = letter('viewer', 'signature.read');
const mailboxes = letter('mailboxes', 'mailbox.read');
const writes = letter('editor', 'letter.write');
const figures = letter('viewer', 'figures.read');

const lines: readonly Line[] = [
  ['get /console/sign-in', everybody],
  ['post /console/sign-in', everybody],
  ['get /console/enter/:token', everybody],
  ['post /console/enter/:token', everybody],
  ['get /console/script.js', everybody],

  ['post /console/sign-out', members],
  ['get /console', members],
  ['get /console/me', members],
  ['post /console/me/digest', members],
  ['post /console/me/sign-out-everywhere', members],

  ['get /console/new-letter', everything('editor', 'letter.write')],
  ['post /console/new-letter', everything('editor', 'letter.write')],
  ['post /console/new-letter/preview', everything('editor', 'letter.write')],
  ['get /console/letters/:letter', letter('viewer', 'letter.read')],
  ['post /console/letters/:letter/state', letter('editor', 'letter.state')],
  ['get /console/letters/:letter/duplicate', everything('editor', 'letter.write')],
  ['post /console/letters/:letter/duplicate', everything('editor', 'letter.write')],
  ['get /console/letters/:letter/settings', writes],
  ['post /console/letters/:letter/settings', writes],
  ['get /console/letters/:letter/text', writes],
  ['post /console/letters/:letter/text', writes],
  ['post /console/letters/:letter/preview', writes],
  ['get /console/letters/:letter/translations', writes],
  ['get /console/letters/:letter/translations/:language', writes],
  ['post /console/letters/:letter/translations/:language', writes],

  ['get /console/members', any('owner', 'member.write')],
  ['post /console/members', any('owner', 'member.write')],
  ['get /console/members/:member', letter('owner', 'member.write')],
  ['post /console/members/:member/grant', letter('owner', 'member.write')],
  ['post /console/members/:member/revoke', everything('owner', 'member.write')],
  ['get /v1/admin/members', any('owner', 'member.write')],
  ['post /v1/admin/members', any('owner', 'member.write')],
  ['patch /v1/admin/members/:member', letter('owner', 'member.write')],
  ['delete /v1/admin/members/:member', everything('owner', 'member.write')],

  ['get /console/keys', any('owner', 'key.write')],
  ['post /console/keys', any('owner', 'key.write')],
  ['post /console/keys/:key/revoke', letter('owner', 'key.write')],
  ['get /v1/admin/keys', any('owner', 'key.write')],
  ['post /v1/admin/keys', any('owner', 'key.write')],
  ['delete /v1/admin/keys/:key', letter('owner', 'key.write')],

  ['get /console/audit', everything('editor', 'audit.read')],
  ['get /console/audit/export', everything('editor', 'audit.read')],
  ['get /v1/admin/audit', everything('editor', 'audit.read')],
  ['get /v1/admin/audit/export', everything('editor', 'audit.read')],
  ['get /console/letters/:letter/audit', letter('editor', 'audit.read')],
  ['get /console/letters/:letter/audit/export', letter('editor', 'audit.read')],
  ['get /v1/admin/letters/:letter/audit', letter('editor', 'audit.read')],
  ['get /v1/admin/letters/:letter/audit/export', letter('editor', 'audit.read')],

  [`get /console${signatures}`, reads],
  [`post /console${signatures}/find`, mailboxes],
  [`get /console${signatures}/:signature`, reads],
  [`post /console${signatures}/:signature/mailbox`, mailboxes],
  [`post /console${signatures}/:signature/act`, decides],
  [`post /console${signatures}/:signature/undo`, decides],
  [`get /v1/admin${signatures}`, reads],
  [`post /v1/admin${signatures}/find`, mailboxes],
  [`get /v1/admin${signatures}/:signature`, reads],
  [`post /v1/admin${signatures}/:signature/mailbox`, mailboxes],
  [`post /v1/admin${signatures}/:signature/act`, decides],
  [`post /v1/admin${signatures}/:signature/undo`, decides],

  ['get /console/letters/:letter/review', decides],
  ['get /v1/admin/letters/:letter/review', reads],

  [`get /console${bulk}`, decides],
  [`post /console${bulk}`, decides],
  [`get /console${bulk}/:job`, decides],
  [`get /v1/admin${bulk}`, decides],
  [`post /v1/admin${bulk}`, decides],
  [`get /v1/admin${bulk}/:job`, decides],
  [`get /v1/admin${bulk}/:job/parts/:part`, decides],
  ...['start', 'cancel', 'roll-back', 'advance'].flatMap((decision): Line[] => [
    [`post /console${bulk}/:job/${decision}`, decides],
    [`post /v1/admin${bulk}/:job/${decision}`, decides],
  ]),

  ['get /console/letters/:letter/export', letter('moderator', 'signature.export')],
  ['post /console/letters/:letter/export', letter('moderator', 'signature.export')],
  ['post /v1/admin/letters/:letter/export', letter('moderator', 'signature.export')],

  ['get /console/letters/:letter/figures', figures],
  ['post /console/letters/:letter/figures', figures],
  ['get /console/letters/:letter/figures/:picture/picture.svg', figures],
  ['get /console/letters/:letter/figures/:figure/table.csv', figures],
  ['get /v1/admin/letters/:letter/figures', figures],
  ['post /v1/admin/letters/:letter/figures', figures],
];

export const rights: ReadonlyMap<string, Right> = new Map(lines);
