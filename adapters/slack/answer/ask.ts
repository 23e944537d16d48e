/** What somebody said in Slack is put to the core in their own name; of what is answered the controls are kept before it is shown. */
import { answer } from '../../../src/bot/notice.ts';
import type { Form, Notice, Reply } from '../../../src/bot/reply.ts';
import type { Request } from '../../../src/bot/request.ts';
import { toKeep } from '../control.ts';
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
    await keepControls(tools, reply.kind === 'replace' ? reply.notice : reply);
    return reply;
  } catch (fault) {
    return faultNotice(tools, account, fault);
  }
}

/** Keeps what the controls of this carry when Slack has no room for it. Must come before it is shown. */
async function keepControls(tools: Tools, shown: Notice | Form): Promise<void> {
  const kept = controlsOf(shown).flatMap(({ control, limit }) => toKeep(control, limit) ?? []);
  if (kept.length > 0) await tools.controls.keep(kept, tools.clock.now());
}

/** For what went wrong here and not in the core: by then it may have been stored. */
export async function faultNotice(tools: Tools, account: string, fault: unknown): Promise<Notice> {
  const reference = tools.onFault(fault);
  const say = await tools.voices.of(account);
  return { ...answer(say('slack.answer-lost', { reference })), changedNothing: true };
}
