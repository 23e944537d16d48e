/** Somebody opens the Home page of the app: "Mijn leerteam", the first time with the welcome. */
import type { App } from '@slack/bolt';
import { orSaySo } from './answer.ts';
import { publishHome } from './home-page.ts';
import { isOurs, read } from './listen.ts';
import { HOME } from './origin.ts';
import { HOME_OPENED } from './payloads.ts';
import type { Tools } from './receive.ts';
import { writtenSurface } from './surface.ts';

export function receiveHome(app: App, tools: Tools): void {
  app.event('app_home_opened', async ({ body }) => {
    const opened = read(tools, 'home', HOME_OPENED, body);
    if (opened?.event.tab !== 'home' || !isOurs(tools, opened.team_id)) return;
    const { user: account } = opened.event;
    const surface = writtenSurface(tools, { account, origin: HOME });
    await tools.once(opened.event_id, () => orSaySo(tools, account, surface, () => publishHome(tools, account)));
  });
}
