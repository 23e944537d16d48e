/** What somebody said in Slack is put to the core in their own name; of what is answered the controls are kept before it is shown. */

import { keepLong } from '../../../src/bot/control.ts';
import { answer } from '../../../src/bot/notice.ts';
import type { Notice, Reply } from '../../../src/bot/reply.ts';
import type { Request } from '../../../src/bot/request.ts';
import type { Tools } from '../receive.ts';
import { controlsOf } from '../render.ts';
import { type Origin, placeOf } from './origin.ts';

export type Asked = {
  /** The user (U…). */
  readonly account: string;
  readonly said: Request['said'];
  readonly once: string | null;
  readonly origin: Origin;
};

/** Never throws: a fault becomes a sentence with a reference. Everything that the reply shows may be sent at once. */
export async function ask(tools: Tools, { account, said, once, origin }: Asked): Promise<Reply> {
  try {
    const who = await tools.sender(account);
    if (who.kind === 'refused') return { ...answer(who.text), changedNothing: true };
    const reply = await tools.handle({ sender: who.sender, said, once, place: placeOf(origin, tools.channelNames) });
    tools.afterAct();
    await keepLong(tools.controls, controlsOf(reply.kind === 'replace' ? reply.notice : reply), tools.clock.now());
    return reply;
  } catch (fault) {
    return faultNotice(tools, account, fault);
  }
}

/** For what went wrong here and not in the core: by then it may have been stored. */
export async function faultNotice(tools: Tools, account: string, fault: unknown): Promise<Notice> {
  const reference = tools.onFault(fault);
  const say = await tools.voices.of(account);
  return { ...answer(say('slack.answer-lost', { reference })), changedNothing: true };
}
