/** `[Opslaan]`: a form that was filled in. With success the modal closes; with a mistake it stays, and what was filled in stays too. */
import type { App, ViewSubmitAction } from '@slack/bolt';
import { type Control, unpack } from '../../../src/bot/control.ts';
import { answer } from '../../../src/bot/notice.ts';
import { within } from '../../../src/bot/patience.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { afterNotice, orSaySo, showReply, withFilePlace } from '../answer/answer.ts';
import { type Asked, ask, faultNotice } from '../answer/ask.ts';
import { fillModal, modalOf, waitingModal } from '../answer/modal.ts';
import { type Origin, originText, readOrigin } from '../answer/origin.ts';
import { refilled } from '../answer/refill.ts';
import { modalSurface, writtenSurface } from '../answer/surface.ts';
import type { Tools } from '../receive.ts';
import { formValues, noticeView, readMetadata, type SlackModal, withMistake } from '../render.ts';
import { acknowledge, isOurs, read } from './listen.ts';
import { SUBMITTED, type Submitted } from './payloads.ts';

/** Slack waits three seconds and then says that something went wrong. */
const BEFORE_WAITING = 2_000;

/** In which Slack has surely read the acknowledgement: what is put into the modal before that would be covered by "Even geduld". */
const UNTIL_READ = 500;

/** What Slack is told, and what comes after that. */
type Outcome = { readonly view: SlackModal | null; readonly after: () => Promise<void> };

export function receiveForms(app: App, tools: Tools): void {
  app.view<ViewSubmitAction>({ type: 'view_submission' }, async ({ body, ack }) => {
    const sent = read(tools, 'form', SUBMITTED, body);
    if (!sent) return acknowledge(tools, ack);
    // Sent twice, both times the same is said, else the second would close what the first put there.
    const { view, after } = await tools.once(sent.trigger_id, () => outcomeOf(tools, sent));
    await acknowledge(tools, ack, view ? { response_action: 'update', view } : undefined);
    await tools.once(`${sent.trigger_id} after`, after);
  });
}

async function outcomeOf(tools: Tools, sent: Submitted): Promise<Outcome> {
  const account = sent.user.id;
  const { origin: text, control } = readMetadata(sent.view.private_metadata);
  const origin = readOrigin(text);
  if (!isOurs(tools, sent.team?.id ?? sent.user.team_id)) {
    const say = tools.voices.known(account);
    return { view: noticeView(answer(say('slack.other-workspace')), originText(origin), say), after: async () => {} };
  }
  const sending = send(tools, sent, control, origin);
  const ready = sending
    .then((answered) => inTime(tools, sent, answered))
    .catch(async (fault: unknown) => {
      const { asked } = await sending;
      return inTime(tools, sent, { asked, reply: await faultNotice(tools, account, fault) });
    });
  const early = await within(tools, ready, BEFORE_WAITING);
  if (early) return early;
  return {
    view: waitingModal(tools, account, origin),
    after: async () => {
      const [late] = await Promise.all([sending, tools.wait(UNTIL_READ)]);
      await showLate(tools, sent, late);
    },
  };
}

type Sent = { readonly asked: Asked; readonly reply: Reply };

/** Never throws. */
async function send(tools: Tools, { user, view }: Submitted, packed: string | null, origin: Origin): Promise<Sent> {
  const asked: Asked = { account: user.id, origin, said: { kind: 'text', text: '' }, once: null };
  try {
    const control = packed === null ? null : await unpack(packed, tools.controls);
    if (control?.said.kind !== 'intent') {
      const say = await tools.voices.of(user.id);
      return { asked, reply: { ...answer(say('slack.form-too-old')), changedNothing: true } };
    }
    const filled = { ...asked, said: withValues(control.said, view.state.values), once: control.key };
    return { asked: filled, reply: await ask(tools, filled) };
  } catch (fault) {
    return { asked, reply: await faultNotice(tools, user.id, fault) };
  }
}

function withValues(
  { intent }: Extract<Control['said'], { readonly kind: 'intent' }>,
  values: Submitted['view']['state']['values'],
): Control['said'] {
  return { kind: 'intent', intent: { ...intent, args: { ...intent.args, ...formValues(values) } } };
}

async function inTime(tools: Tools, sent: Submitted, { asked, reply }: Sent): Promise<Outcome> {
  const { account, origin } = asked;
  const nothing = async () => {};
  if (reply.kind === 'form') return { view: await modalOf(tools, account, reply, origin), after: nothing };
  if (reply.kind === 'notice' && reply.changedNothing) {
    return { view: withMistake(sent.view, reply, await tools.voices.of(account)), after: nothing };
  }
  if (origin.kind !== 'home')
    return { view: null, after: () => showReply(tools, asked, writtenSurface(tools, asked), reply) };
  // On the Home page nothing else can be shown, so the modal says it.
  const surface = modalSurface(tools, asked, sent.view.id);
  const notice = await withFilePlace(tools, account, surface, reply.kind === 'replace' ? reply.notice : reply);
  return {
    view: await modalOf(tools, account, notice, origin),
    after: () => afterNotice(tools, asked, surface, notice),
  };
}

/** The modal says "Even geduld" by now. */
async function showLate(tools: Tools, { view }: Submitted, { asked, reply }: Sent): Promise<void> {
  const surface = modalSurface(tools, asked, view.id);
  await orSaySo(tools, asked.account, surface, async () => {
    if (reply.kind === 'notice' && reply.changedNothing) {
      const blocks = refilled(view.blocks, view.state.values);
      const mended = withMistake({ ...view, blocks: [...blocks] }, reply, await tools.voices.of(asked.account));
      if (await fillModal(tools, view.id, mended)) return;
    }
    await showReply(tools, asked, surface, reply);
  });
}
