/** What somebody said in Teams is put to the core in their own name; of what is answered the controls are kept before it is shown. */
import { keepLong } from '../../../src/bot/control.ts';
import { answer } from '../../../src/bot/notice.ts';
import type { Notice, Reply } from '../../../src/bot/reply.ts';
import type { Request } from '../../../src/bot/request.ts';
import type { Tools, Who } from '../receive.ts';
import { controlsOf } from '../render.ts';

export type Asked = {
  readonly who: Who;
  readonly said: Request['said'];
  readonly once: string | null;
  /** Where it was asked: for a form that was opened there too. */
  readonly place: Request['place'];
};

/** `isRefused`: not the core's answer, but that this person is not helped here. There is nothing of the school in that. */
export type Answered = { readonly reply: Reply; readonly isRefused: boolean };

/** Never throws: a fault becomes a sentence with a reference. Everything that the reply shows may be sent at once. */
export async function ask(tools: Tools, { who, said, once, place }: Asked): Promise<Answered> {
  try {
    const sender = await tools.sender(who);
    if (sender.kind === 'refused') return { reply: { ...answer(sender.text), changedNothing: true }, isRefused: true };
    const reply = await tools.handle({ sender: sender.sender, said, once, place });
    tools.afterAct();
    await keepLong(tools.controls, controlsOf(reply.kind === 'replace' ? reply.notice : reply), tools.clock.now());
    return { reply, isRefused: false };
  } catch (fault) {
    return { reply: await faultNotice(tools, who, fault), isRefused: false };
  }
}

/** For what went wrong here and not in the core: by then it may have been stored. */
async function faultNotice(tools: Tools, who: Who, fault: unknown): Promise<Notice> {
  const reference = tools.onFault(fault);
  const say = await tools.voices.of(who);
  return { ...answer(say('msteams.answer-lost', { reference })), changedNothing: true };
}
