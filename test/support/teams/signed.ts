/** Posts activities to the bot as the Connector does: signed by the fake. */
import type { FakeTeams, Json, Signing } from './fake-types.ts';

/** `url`: of `/api/messages`. */
export function sendActivity(url: string, fake: FakeTeams, activity: Json, how?: Signing): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json; charset=utf-8',
      Authorization: fake.signed(activity, how),
      'User-Agent': 'Microsoft-BotFramework-BotConnector/1.0',
    },
    body: JSON.stringify(activity),
  });
}
