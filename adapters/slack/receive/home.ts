/** Somebody opens the Home page of the app: "Mijn leerteam", the first time with the welcome. */
import type { App } from '@slack/bolt';
import { orSaySo } from '../answer/answer.ts';
import { publishHome } from '../answer/home-page.ts';
import { HOME } from '../answer/origin.ts';
import { writtenSurface } from '../answer/surface.ts';
import type { Tools } from '../receive.ts';
import { isOurs, read } from './listen.ts';
import { HOME_OPENED } from './payloads.ts';

export function receiveHome(app: App, tools: Tools): void {
  app.event('app_home_opened', async ({ body }) => {
    const opened = read(tools, 'home', HOME_OPENED, body);
    if (opened?.event.tab !== 'home' || !isOurs(tools, opened.team_id)) return;
    const { user: account } = opened.event;
    const surface = writtenSurface(tools, { account, origin: HOME });
    await tools.once(opened.event_id, () => orSaySo(tools, account, surface, () => publishHome(tools, account)));
  });
}
