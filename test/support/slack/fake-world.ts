/** Everything the fake remembers. */
import { FakeDirectory } from './fake-directory.ts';
import { FakeModals } from './fake-modals.ts';
import { FakePostings } from './fake-postings.ts';
import { FakeUploads } from './fake-uploads.ts';

/** What `manifest.yml` asks for. */
const SCOPES = [
  'app_mentions:read',
  'chat:write',
  'commands',
  'files:write',
  'im:history',
  'im:write',
  'users:read',
  'users:read.email',
];

export type FakeAccess = {
  readonly botToken: string;
  readonly appToken: string;
  scopes: readonly string[];
  revoked: boolean;
};

export type FakeWorld = {
  readonly now: () => Date;
  readonly team: { readonly id: string; readonly domain: string; readonly url: string };
  readonly bot: { readonly userId: string; readonly botId: string; readonly appId: string };
  readonly access: FakeAccess;
  readonly directory: FakeDirectory;
  readonly postings: FakePostings;
  readonly modals: FakeModals;
  readonly uploads: FakeUploads;
};

export function newWorld(now: () => Date): FakeWorld {
  let made = 0;
  /** As Slack's: a letter for the kind, then capitals and digits. */
  const newId = (kind: string) => `${kind}0${(++made).toString(36).toUpperCase().padStart(8, '0')}`;
  const team = { id: newId('T'), domain: 'proefschool', url: 'https://proefschool.slack.com/' };
  const directory = new FakeDirectory(team.id, newId);
  const member = directory.addMember({ name: 'Leerteambot', email: null, bot: true });
  const bot = { userId: member.id, botId: newId('B'), appId: newId('A') };
  return {
    now,
    team,
    bot,
    access: { botToken: `xoxb-fake-${team.id}`, appToken: `xapp-fake-${bot.appId}`, scopes: SCOPES, revoked: false },
    directory,
    postings: new FakePostings(now, bot.userId),
    modals: new FakeModals(now, newId, team.id, bot),
    uploads: new FakeUploads(newId),
  };
}
