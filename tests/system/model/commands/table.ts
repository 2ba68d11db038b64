/**
 * All possible actions and events, and how often each is drawn. To add one, add a line here and a function beside it.
 */
import type { Command, PlannedRequest, Run } from '../run.ts';
import { addOne } from './additions.ts';
import { press, stop, typeCode, typeWrongCode } from './confirm.ts';
import { openDraft, pressTest, previewLink, test } from './drafts.ts';
import { bounce, complain } from './feedback.ts';
import { invite, pressInvitation } from './follow.ts';
import { cancelNews, pauseNews, resumeNews, sendNews, sendOn, unsubscribe } from './news.ts';
import { agree, carryOver, correct, forget, forgetUnsure, proveDomain, takePlace, withdraw } from './own.ts';
import * as secretariat from './secretariat.ts';
import { repeat, resend, submit } from './sign.ts';
import { askToCarry, openEveryPage, reopen, replay, reword, wait } from './world.ts';

interface Row<Does> {
  readonly weight: number;
  readonly does: Does;
}

/** Requests: each can be disturbed, and any two can be sent at once. Undefined when nobody can make the request. */
export const requests: Readonly<Record<string, Row<(run: Run, command: Command) => PlannedRequest | undefined>>> = {
  press: { weight: 10, does: press },
  submit: { weight: 6, does: submit },
  code: { weight: 4, does: typeCode },
  'wrong code': { weight: 1, does: typeWrongCode },
  repeat: { weight: 1, does: repeat },
  resend: { weight: 2, does: resend },
  correct: { weight: 4, does: correct },
  agree: { weight: 3, does: agree },
  'carry over': { weight: 3, does: carryOver },
  'take place': { weight: 4, does: takePlace },
  withdraw: { weight: 4, does: withdraw },
  forget: { weight: 3, does: forget },
  'forget, unsure': { weight: 1, does: forgetUnsure },
  'prove domain': { weight: 3, does: proveDomain },
  stop: { weight: 2, does: stop },
  approve: { weight: 4, does: secretariat.approve },
  hold: { weight: 2, does: secretariat.hold },
  reject: { weight: 2, does: secretariat.reject },
  vouch: { weight: 2, does: secretariat.vouch },
  decline: { weight: 2, does: secretariat.decline },
  feature: { weight: 2, does: secretariat.feature },
  merge: { weight: 2, does: secretariat.merge },
  split: { weight: 2, does: secretariat.split },
  'correct for them': { weight: 2, does: secretariat.correctForThem },
  'resend to them': { weight: 1, does: secretariat.sendAgain('resend') },
  release: { weight: 1, does: secretariat.sendAgain('release') },
  'remove for them': { weight: 1, does: secretariat.removeForThem },
  'forget for them': { weight: 1, does: secretariat.forgetForThem },
  undo: { weight: 4, does: secretariat.undo },
  test: { weight: 0, does: test },
  'press test': { weight: 0, does: pressTest },
  unsubscribe: { weight: 1, does: unsubscribe },
  'press invitation': { weight: 1, does: pressInvitation },
};

/** Events that nobody requests, or only the secretariat. */
export const events: Readonly<Record<string, Row<(run: Run, command: Command) => Promise<void>>>> = {
  wait: { weight: 3, does: wait },
  reword: { weight: 3, does: reword },
  replay: { weight: 2, does: replay },
  look: { weight: 2, does: openEveryPage },
  bounce: { weight: 2, does: bounce },
  complain: { weight: 2, does: complain },
  silence: { weight: 2, does: secretariat.silence },
  reopen: { weight: 2, does: reopen },
  'ask to carry': { weight: 2, does: askToCarry },
  tell: { weight: 1, does: sendNews },
  'send on': { weight: 1, does: sendOn },
  pause: { weight: 0, does: pauseNews },
  resume: { weight: 0, does: resumeNews },
  cancel: { weight: 0, does: cancelNews },
  'add by hand': { weight: 1, does: addOne },
  'preview link': { weight: 1, does: previewLink },
  'open draft': { weight: 0, does: openDraft },
  invite: { weight: 1, does: invite },
};
