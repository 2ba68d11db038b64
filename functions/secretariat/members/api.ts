/** API for the secretariat's members. */
import * as z from 'zod';
import { memberId } from '../../../shared/ids.ts';
import { memberView } from '../../../shared/member/member.ts';
import { problem } from '../../../shared/platform/http/problem.ts';
import type { ConsoleContext } from '../context.ts';
import type { Guard } from '../guard.ts';
import { grantorOf, problemOf } from './grantor.ts';
import { changeGrant, grantChange, invitation, inviteMember, membersSeenBy, revokeMember } from './manage-members.ts';

const base = '/v1/admin/members';
const needs = { permission: 'member.write', of: 'any' } as const;
const params = z.object({ member: memberId });
const member = { description: 'The member', json: memberView };
const problems = ['letter-not-found', 'last-owner', 'not-found', 'changed-meanwhile'] as const;

/** Adds the calls for members. */
export function memberApiRoutes(guard: Guard, api: ConsoleContext): void {
  const { store } = api;

  guard.api(
    {
      method: 'get',
      path: base,
      needs,
      summary: 'List the members of your letters',
      answers: { 200: { description: 'The whole list', json: z.object({ items: z.array(memberView) }) } },
    },
    async (_c, visit) => visit.reply(200, { items: await membersSeenBy(store, visit) }),
  );

  guard.api(
    {
      method: 'post',
      path: base,
      needs,
      summary: 'Invite a member by email; an existing member gets the role in addition',
      body: invitation,
      answers: { 201: member },
      problems,
    },
    async (c, visit) => {
      const done = await inviteMember(store, await api.keys(), grantorOf(visit), visit.body, api.now());
      return done.ok ? visit.reply(201, done.member) : problem(c, problemOf(done.because));
    },
  );

  guard.api(
    {
      method: 'patch',
      path: `${base}/:member`,
      needs,
      summary: 'Change the role for a letter or for all letters; null removes it',
      params,
      body: grantChange,
      answers: { 200: member },
      problems,
    },
    async (c, visit) => {
      const done = await changeGrant(store, grantorOf(visit), visit.params.member, visit.body, api.now());
      return done.ok ? visit.reply(200, done.member) : problem(c, problemOf(done.because));
    },
  );

  guard.api(
    {
      method: 'delete',
      path: `${base}/:member`,
      needs,
      summary: 'Remove access at once: sessions and keys end',
      params,
      answers: { 204: { description: 'Revoked' } },
      problems,
    },
    async (c, visit) => {
      const done = await revokeMember(store, grantorOf(visit), visit.params.member, api.now());
      return done.ok ? visit.reply(204) : problem(c, problemOf(done.because));
    },
  );
}
