/** "Zet op de agenda" in the menu of a message: a point with a link to it. The words of the message are not taken over (PRODUCT 4). */
import type { App } from '@slack/bolt';
import { answerHere } from '../answer/answer.ts';
import { inChannel, threadOfMessage } from '../answer/origin.ts';
import { commandSurface } from '../answer/surface.ts';
import type { Tools } from '../receive.ts';
import { showOtherWorkspace } from './button.ts';
import { acknowledge, isOurs, read } from './listen.ts';
import { SHORTCUT } from './payloads.ts';

/** Its `callback_id` in manifest.yml. */
export const AGENDA_SHORTCUT = 'agenda_punt';

export function receiveShortcuts(app: App, tools: Tools): void {
  app.shortcut({ callback_id: AGENDA_SHORTCUT, type: 'message_action' }, async ({ body, ack }) => {
    await acknowledge(tools, ack);
    const shortcut = read(tools, 'shortcut', SHORTCUT, body);
    if (!shortcut) return;
    const { trigger_id: trigger, response_url: responseUrl, channel, message } = shortcut;
    const thread = threadOfMessage(message);
    const where = { account: shortcut.user.id, origin: inChannel(channel.id, thread) };
    const surface = commandSurface(tools, where, { trigger, responseUrl });
    if (!isOurs(tools, shortcut.team?.id ?? shortcut.user.team_id))
      return showOtherWorkspace(tools, where.account, surface);
    tools.channelNames.learn(channel.id, channel.name);
    await tools.once(trigger, async () => {
      // As Slack makes them: without its thread a reply is not found.
      const inThread = thread === null ? '' : `?thread_ts=${thread}&cid=${channel.id}`;
      const link = `${tools.workspace.url}archives/${channel.id}/p${message.ts.replace('.', '')}${inThread}`;
      const said = { kind: 'intent', intent: { name: 'agenda.punt', args: { link } } } as const;
      await answerHere(tools, { ...where, said, once: `slack:${trigger}` }, surface);
    });
  });
}
