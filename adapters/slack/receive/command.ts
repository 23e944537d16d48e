/** `/doel status`: a slash command, in a channel or any conversation. */
import type { App } from '@slack/bolt';
import { answerHere } from '../answer/answer.ts';
import { inChannel } from '../answer/origin.ts';
import { commandSurface } from '../answer/surface.ts';
import type { Tools } from '../receive.ts';
import { acknowledge, isOurs, read } from './listen.ts';
import { COMMAND } from './payloads.ts';
import { typedText } from './typed-text.ts';

export function receiveCommands(app: App, tools: Tools): void {
  app.command(/^\//, async ({ body, ack }) => {
    const command = read(tools, 'command', COMMAND, body);
    if (!command) return acknowledge(tools, ack);
    const { user_id: account, trigger_id: trigger, response_url: responseUrl } = command;
    if (!isOurs(tools, command.team_id)) {
      return acknowledge(tools, ack, tools.voices.known(account).plain('slack.other-workspace'));
    }
    await acknowledge(tools, ack);
    tools.channelNames.learn(command.channel_id, command.channel_name);
    await tools.once(trigger, async () => {
      const where = { account, origin: inChannel(command.channel_id) };
      const text = await typedText(`${command.command} ${command.text}`, tools.textReader);
      const asked = { ...where, said: { kind: 'text', text }, once: `slack:${trigger}` } as const;
      await answerHere(tools, asked, commandSurface(tools, where, { trigger, responseUrl }));
    });
  });
}
