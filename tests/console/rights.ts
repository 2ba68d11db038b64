/**
 * The access rights of the console, written by hand: a line for each route. `access-matrix.test.ts` calls each route as
 * each kind of visitor, and fails when a route is missing here. A new path parameter needs a target in
 * `route-fixtures.ts`.
 */
import type { Permission, Role } from '../../shared/member/role.ts';

export type Right =
  /** Without signing in. */
  | { readonly of: 'everybody' }
  /** Everybody who is signed in, but no key. */
  | { readonly of: 'members' }
  /** Members of the letter with at least that role, or who may see mailboxes; keys with that scope. */
  | { readonly of: 'letter' | 'any' | 'everything'; readonly least: Role | 'mailboxes'; readonly key: Permission };

type Line = readonly [route: string, right: Right];

const everybody: Right = { of: 'everybody' };
const members: Right = { of: 'members' };
/** For the letter in the path, or the letter of the target in the path. */
const letter = (least: Role | 'mailboxes', key: Permission): Right => ({ of: 'letter', least, key });
/** For any letter: members see only their own letters there. */
const any = (least: Role, key: Permission): Right => ({ of: 'any', least, key });
const everything = (least: Role, key: Permission): Right => ({ of: 'everything', least, key });

const signatures = '/letters/:letter/signatures';
const bulk = '/letters/:letter/bulk';
const decides = letter('moderator', 'signature.decide');
const reads = letter('viewer', 'signature.read');
const mailboxes = letter('mailboxes', 'mailbox.read');
const writes = letter('editor', 'letter.write');
const figures = letter('viewer', 'figures.read');

const imports = letter('editor', 'signature.import');
const seesPartners = letter('viewer', 'partner.read');
const keepsPartners = letter('editor', 'partner.write');
const switches = letter('editor', 'pause.write');
const allSwitches = everything('editor', 'pause.write');
const sees = letter('viewer', 'letter.read');
const delivers = letter('editor', 'letter.state');
const updates = letter('editor', 'update.send');
const deliveries = '/console/letters/:letter/deliveries';
const partners = '/letters/:letter/partners';
const imported = '/console/letters/:letter/import';

const lines: readonly Line[] = [
  ['get /console/sign-in', everybody],
  ['post /console/sign-in', everybody],
  ['get /console/enter/:token', everybody],
  ['post /console/enter/:token', everybody],
  ['get /console/script.js', everybody],
  ['get /console/editor.js', everybody],
  ['get /v1/admin/openapi.json', everybody],
  ['get /v1/admin/docs', everybody],

  ['post /console/sign-out', members],
  ['get /console', members],
  ['get /console/me', members],
  ['post /console/me/digest', members],
  ['post /console/me/alerts', members],
  ['post /console/me/sign-out-everywhere', members],

  ['get /console/new-letter', everything('editor', 'letter.write')],
  ['post /console/new-letter', everything('editor', 'letter.write')],
  ['post /console/new-letter/preview', everything('editor', 'letter.write')],
  ['post /console/new-letter/address', everything('editor', 'letter.write')],
  ['get /console/letters/:letter', letter('viewer', 'letter.read')],
  ['post /console/letters/:letter/state', letter('editor', 'letter.state')],
  ['get /console/letters/:letter/state', letter('editor', 'letter.state')],
  ['post /console/letters/:letter/reopen', letter('owner', 'letter.reopen')],
  ['get /console/letters/:letter/preview', writes],
  ['post /console/letters/:letter/preview/confirm', writes],
  ['post /console/letters/:letter/preview/link', writes],
  ['post /console/letters/:letter/preview/link/revoke', writes],
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
  ['get /console/letters/:letter/translations/:language/remove', writes],
  ['post /console/letters/:letter/translations/:language/remove', writes],

  ['get /console/letters/:letter/words', writes],
  ['get /console/letters/:letter/words/:language', writes],
  ['post /console/letters/:letter/words/:language', writes],

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

  [`get ${imported}`, imports],
  [`post ${imported}`, imports],
  [`get ${imported}/:import`, imports],
  [`post ${imported}/:import`, imports],
  [`post ${imported}/:import/start`, imports],
  [`post ${imported}/:import/step`, imports],
  [`post ${imported}/:import/reading`, imports],
  [`post ${imported}/:import/countries`, imports],
  [`post ${imported}/:import/cancel`, imports],

  ['get /v1/admin/letters/:letter/imports', imports],
  ['post /v1/admin/letters/:letter/imports', imports],
  ['get /v1/admin/letters/:letter/imports/:import', imports],
  ['put /v1/admin/letters/:letter/imports/:import', imports],
  ['get /v1/admin/letters/:letter/imports/:import/parts/:part', imports],
  ['post /v1/admin/letters/:letter/imports/:import/start', imports],
  ['post /v1/admin/letters/:letter/imports/:import/advance', imports],
  ['post /v1/admin/letters/:letter/imports/:import/cancel', imports],

  ['get /v1/admin/letters/:letter/deliveries', sees],
  ['post /v1/admin/letters/:letter/deliveries', delivers],
  ['get /v1/admin/letters/:letter/deliveries/:delivery', sees],
  ['post /v1/admin/letters/:letter/deliveries/:delivery/retry', delivers],
  ['post /v1/admin/letters/:letter/deliveries/:delivery/cancel', delivers],
  ['get /v1/admin/letters/:letter/deliveries/:delivery/handover', sees],
  ['post /v1/admin/letters/:letter/deliveries/:delivery/handover/mails', delivers],
  ['post /v1/admin/letters/:letter/deliveries/:delivery/handover/records', delivers],
  [`get ${deliveries}`, sees],
  [`post ${deliveries}`, delivers],
  [`get ${deliveries}/:delivery`, sees],
  [`post ${deliveries}/:delivery/retry`, delivers],
  [`get ${deliveries}/:delivery/cancel`, delivers],
  [`post ${deliveries}/:delivery/cancel`, delivers],
  [`get ${deliveries}/:delivery/send`, delivers],
  [`post ${deliveries}/:delivery/send`, delivers],
  [`get ${deliveries}/:delivery/by-hand`, delivers],
  [`post ${deliveries}/:delivery/by-hand`, delivers],

  ['get /console/letters/:letter/updates', sees],
  ['get /console/letters/:letter/updates/new', updates],
  ['post /console/letters/:letter/updates/new', updates],
  ['get /console/letters/:letter/updates/:update', sees],
  ['get /console/letters/:letter/updates/:update/edit', updates],
  ['post /console/letters/:letter/updates/:update/edit', updates],
  ['post /console/letters/:letter/updates/:update/remove', updates],
  ['get /console/letters/:letter/updates/:update/send', updates],
  ['post /console/letters/:letter/updates/:update/send', updates],
  ['post /console/letters/:letter/updates/:update/test', updates],
  ['post /console/letters/:letter/updates/:update/pause', updates],
  ['post /console/letters/:letter/updates/:update/resume', updates],
  ['post /console/letters/:letter/updates/:update/cancel', updates],
  ['get /v1/admin/letters/:letter/updates', sees],
  ['post /v1/admin/letters/:letter/updates', updates],
  ['get /v1/admin/letters/:letter/updates/:update', sees],
  ['put /v1/admin/letters/:letter/updates/:update', updates],
  ['delete /v1/admin/letters/:letter/updates/:update', updates],
  ['get /v1/admin/letters/:letter/updates/:update/reach', updates],
  ['post /v1/admin/letters/:letter/updates/:update/send', updates],
  ['post /v1/admin/letters/:letter/updates/:update/pause', updates],
  ['post /v1/admin/letters/:letter/updates/:update/resume', updates],
  ['post /v1/admin/letters/:letter/updates/:update/cancel', updates],
  ['get /v1/admin/letters/:letter/answers', sees],
  ['post /v1/admin/letters/:letter/answers', writes],
  ['get /v1/admin/letters/:letter/answers/:answer', sees],
  ['put /v1/admin/letters/:letter/answers/:answer', writes],
  ['delete /v1/admin/letters/:letter/answers/:answer', writes],
  ['get /console/letters/:letter/answers', sees],
  ['get /console/letters/:letter/answers/new', writes],
  ['post /console/letters/:letter/answers/new', writes],
  ['get /console/letters/:letter/answers/:answer', writes],
  ['post /console/letters/:letter/answers/:answer', writes],
  ['post /console/letters/:letter/answers/:answer/remove', writes],
  ['get /console/letters/:letter/logos', decides],
  ['get /console/letters/:letter/logos/:logo/content', decides],
  ['post /console/letters/:letter/logos/:logo', decides],
  ['get /console/letters/:letter/look', sees],
  ['get /v1/admin/letters/:letter/files', sees],
  ['post /v1/admin/letters/:letter/files', writes],
  ['get /v1/admin/letters/:letter/files/:file', sees],
  ['delete /v1/admin/letters/:letter/files/:file', writes],
  ['post /v1/admin/letters/:letter/files/:file/arrived', writes],
  ['put /v1/admin/letters/:letter/files/:file/public', writes],
  ['post /console/letters/:letter/files', writes],
  ['post /console/letters/:letter/signatures/:signature/evidence', imports],
  ['get /console/letters/:letter/evidence/:evidence', imports],
  ['get /console/letters/:letter/evidence/:evidence/content', imports],
  ['post /console/letters/:letter/evidence/:evidence/arrived', imports],
  ['post /console/letters/:letter/evidence/:evidence/remove', imports],
  ['get /console/letters/:letter/files/:file', sees],
  ['get /console/letters/:letter/files/:file/content', sees],
  ['post /console/letters/:letter/files/:file/arrived', writes],
  ['post /console/letters/:letter/files/:file/publish', writes],
  ['post /console/letters/:letter/files/:file/remove', writes],

  ['get /v1/admin/letters', any('viewer', 'letter.read')],
  ['post /v1/admin/letters', everything('editor', 'letter.write')],
  ['get /v1/admin/letters/:letter', letter('viewer', 'letter.read')],
  ['put /v1/admin/letters/:letter', writes],
  ['delete /v1/admin/letters/:letter/translations/:language', writes],
  ['get /v1/admin/letters/:letter/words/:language', letter('viewer', 'letter.read')],
  ['put /v1/admin/letters/:letter/words/:language', writes],
  ['post /v1/admin/letters/:letter/state', letter('editor', 'letter.state')],
  ['post /v1/admin/letters/:letter/reopen', letter('owner', 'letter.reopen')],
  ['post /v1/admin/letters/:letter/copies', everything('editor', 'letter.write')],

  ['get /console/partner/:slug/:partner/:secret', everybody],
  [`get /console${partners}`, seesPartners],
  [`post /console${partners}`, keepsPartners],
  [`get /console${partners}/:partner`, seesPartners],
  [`post /console${partners}/:partner`, keepsPartners],
  [`post /console${partners}/:partner/remove`, keepsPartners],
  [`post /console${partners}/:partner/link`, keepsPartners],
  [`post /console${partners}/:partner/link/revoke`, keepsPartners],
  [`get /v1/admin${partners}`, seesPartners],
  [`post /v1/admin${partners}`, keepsPartners],
  [`get /v1/admin${partners}/:partner`, seesPartners],
  [`put /v1/admin${partners}/:partner`, keepsPartners],
  [`delete /v1/admin${partners}/:partner`, keepsPartners],
  [`post /v1/admin${partners}/:partner/link`, keepsPartners],
  [`delete /v1/admin${partners}/:partner/link`, keepsPartners],

  ['get /console/letters/:letter/signals', decides],
  ['get /v1/admin/letters/:letter/signals', decides],
  ['get /console/letters/:letter/add', imports],
  ['post /console/letters/:letter/add', imports],
  ['post /v1/admin/letters/:letter/signatures', imports],
  ['get /console/letters/:letter/disputes', decides],
  ['post /console/letters/:letter/disputes', decides],
  ['get /v1/admin/letters/:letter/disputes', decides],
  ['post /v1/admin/letters/:letter/disputes', decides],
  ['post /console/letters/:letter/disputes/mailbox', mailboxes],
  ['post /v1/admin/letters/:letter/disputes/mailbox', mailboxes],

  ['get /console/lists', everything('moderator', 'lists.read')],
  ['post /console/lists', everything('moderator', 'lists.write')],
  ['get /v1/admin/lists', everything('moderator', 'lists.read')],
  ['post /v1/admin/lists', everything('moderator', 'lists.write')],
  ['get /console/letters/:letter/pauses', switches],
  ['post /console/letters/:letter/pauses', switches],
  ['get /v1/admin/letters/:letter/pauses', switches],
  ['put /v1/admin/letters/:letter/pauses', switches],
  ['get /console/pauses', allSwitches],
  ['post /console/pauses', allSwitches],
  ['get /v1/admin/pauses', allSwitches],
  ['put /v1/admin/pauses', allSwitches],
];

export const rights: ReadonlyMap<string, Right> = new Map(lines);
