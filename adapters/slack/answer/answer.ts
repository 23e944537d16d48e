/** How an answer gets to who asked: a form in a modal, a notice where it was asked, a file in their own conversation with the bot. */

import { type Control, keepLong } from '../../../src/bot/control.ts';
import { answer } from '../../../src/bot/notice.ts';
import { within } from '../../../src/bot/patience.ts';
import type { Form, Notice, Reply, RichText } from '../../../src/bot/reply.ts';
import { filePartsIn } from '../../../src/bot/reply-files.ts';
import { BUTTON_VALUE } from '../control.ts';
import type { Tools } from '../receive.ts';
import { formOffer, slackMessages } from '../render.ts';
import { type Asked, ask } from './ask.ts';
import { uploadFiles } from './files.ts';
import { publishHome } from './home-page.ts';
import { fillModal, modalOf, openModal, waitingModal } from './modal.ts';
import { HOME, isPersonal } from './origin.ts';
import type { Surface } from './surface.ts';
import { reasonOf, showBy, type Way } from './ways.ts';

/** A trigger lives for three seconds; somebody who waits longer than this sees that something is coming. */
const BEFORE_WAITING = 1_000;

/** Asks the core, shows what it answers, and gives that. Never throws. */
export async function answerHere(tools: Tools, asked: Asked, surface: Surface): Promise<Reply> {
  const asking = ask(tools, asked);
  const hasModal = surface.trigger !== null || surface.modal !== null;
  const early = hasModal ? await within(tools, asking, BEFORE_WAITING) : await asking;
  if (early) {
    await showReply(tools, asked, surface, early);
    return early;
  }
  const modal = await showWaiting(tools, asked, surface);
  // By the time there is an answer the trigger is too old for anything else.
  const late = await asking;
  await showReply(tools, asked, { ...surface, modal, trigger: null }, late);
  return late;
}

/** Shows a reply. Never throws. */
export async function showReply(tools: Tools, asked: Asked, surface: Surface, reply: Reply): Promise<void> {
  await orSaySo(tools, asked.account, surface, async () => {
    if (reply.kind === 'form') await showForm(tools, asked, surface, reply);
    else await showNotice(tools, asked, surface, reply);
  });
}

/** What goes wrong in this after Slack was told that it came, is said with a reference. Never throws. */
export async function orSaySo(
  tools: Tools,
  account: string,
  surface: Surface,
  work: () => Promise<void>,
): Promise<void> {
  try {
    await work();
  } catch (fault) {
    const reference = tools.onFault(fault);
    const say = await tools.voices.of(account);
    const lost = say('slack.answer-lost', { reference });
    // "Even geduld" would stay for good. Nothing can be pressed there, so it does not matter where it was asked.
    const isInModal =
      surface.modal !== null &&
      (await fillModal(tools, surface.modal, await modalOf(tools, account, answer(lost), HOME)));
    if (!isInModal) await showLine(tools, surface.ways('caller', false), lost);
  }
}

/** One sentence for this person only. Never throws: when it cannot be shown, only the log knows. */
export async function showLine(tools: Tools, ways: readonly Way[], text: RichText): Promise<void> {
  await showBy(ways, slackMessages(answer(text))).catch((error: unknown) => {
    tools.log('warn', 'slack: an answer was not shown', { reason: reasonOf(error) });
  });
}

async function showForm(tools: Tools, asked: Asked, surface: Surface, form: Form): Promise<void> {
  if (await showInModal(tools, asked, surface, form)) return;
  // Its button says the same once more, and has a trigger of its own.
  const control: Control = { said: asked.said, key: tools.newKey() };
  await keepLong(tools.controls, [{ control, limit: BUTTON_VALUE }], tools.clock.now());
  await showBy(surface.ways('caller', false), [formOffer(form, control, await tools.voices.of(asked.account))]);
}

async function showNotice(tools: Tools, asked: Asked, surface: Surface, reply: Exclude<Reply, Form>): Promise<void> {
  const { account, origin } = asked;
  const notice = await withFilePlace(tools, account, surface, reply.kind === 'replace' ? reply.notice : reply);
  const seenBy = isPersonal(origin) ? 'caller' : notice.visibility;
  const replaces = reply.kind === 'replace' && surface.canReplace(seenBy);
  const isInModal = (surface.isView || surface.modal !== null) && (await showInModal(tools, asked, surface, notice));
  // A modal is for one person: what is for everybody, or changes what stands there, is shown there too.
  if (!isInModal || replaces || seenBy === 'everyone')
    await showBy(surface.ways(seenBy, replaces), slackMessages(notice));
  await afterNotice(tools, asked, surface, notice);
}

/** What comes after a notice that was shown: its files, and the Home page as it is now. */
export async function afterNotice(tools: Tools, asked: Asked, surface: Surface, notice: Notice): Promise<void> {
  const { account, origin } = asked;
  await uploadFiles(tools, account, filePartsIn(notice)).catch(async (fault: unknown) => {
    const reference = tools.onFault(fault);
    const say = await tools.voices.of(account);
    await showLine(tools, surface.ways('caller', false), say('slack.file-failed', { reference }));
  });
  // What was asked is answered; the page is made again when it is opened.
  if (origin.kind === 'home') await publishHome(tools, account).catch(tools.onFault);
}

/** False when there is no modal to show it in. */
async function showInModal(
  tools: Tools,
  { account, origin }: Asked,
  { modal, trigger }: Surface,
  shown: Form | Notice,
): Promise<boolean> {
  if (modal === null && trigger === null) return false;
  const view = await modalOf(tools, account, shown, origin);
  return modal === null ? (await openModal(tools, trigger!, view)) !== null : fillModal(tools, modal, view);
}

/** "Even geduld". Gives the modal in which it stands; null when that could not be. */
async function showWaiting(
  tools: Tools,
  { account, origin }: Asked,
  { modal, trigger }: Surface,
): Promise<string | null> {
  const view = waitingModal(tools, account, origin);
  if (modal === null) return openModal(tools, trigger!, view);
  return (await fillModal(tools, modal, view)) ? modal : null;
}

/** Says where the files are, when that is not where the answer stands. */
export async function withFilePlace(tools: Tools, account: string, surface: Surface, notice: Notice): Promise<Notice> {
  const count = filePartsIn(notice).length;
  if (surface.isOwnConversation || count === 0) return notice;
  const say = await tools.voices.of(account);
  return { ...notice, parts: [...notice.parts, { kind: 'small', text: say('slack.file-sent', { count }) }] };
}
