/** De Regenbui (or another school) with the sending half of Teams on the fake: nobody asks anything, messages go out. Waiting moves the clock. */
import { createTeamsApi, type TeamsApi } from '../../../adapters/teams/api/api.ts';
import { createPeople } from '../../../adapters/teams/people/people.ts';
import { teamsPlatform } from '../../../adapters/teams/send.ts';
import type { Conversation } from '../../../src/people/conversations.store.ts';
import type { Platform } from '../../../src/platform.ts';
import {
  type BuiltSchool,
  buildSchool,
  type OpenStore,
  openStore,
  REGENBUI,
  type SchoolDraft,
} from '../../support/store.ts';
import { type FakePerson, type FakeTeams, startFakeTeams } from '../../support/teams/fake-teams.ts';

export const MORNING = new Date('2026-09-21T06:00:00Z');

export type SendingSchool = {
  readonly fake: FakeTeams;
  readonly opened: OpenStore;
  readonly school: BuiltSchool;
  readonly api: TeamsApi;
  readonly platform: Platform;
  /** What was logged, with its details. */
  readonly logged: readonly string[];
  /** How many milliseconds were waited in all. */
  readonly waited: { milliseconds: number };
  now(): Date;
  pass(milliseconds: number): void;
  /** Somebody of the staff in Teams. */
  member(name: string): FakePerson;
  /** Our own record of somebody's conversation, with changes. */
  remember(name: string, changes?: Partial<Conversation>): Promise<void>;
  /** A channel of a team, or a group, that the bot was told of; its id. */
  addChannel(name: string, members?: readonly string[]): Promise<string>;
  addGroup(members: readonly string[]): Promise<string>;
  /** A platform as after a restart: it remembers nothing. */
  restarted(): Platform;
  stop(): Promise<void>;
};

/** Everybody has the app and an account. `patience`: how long Teams may take for an answer before it counts as none, in real milliseconds. */
export async function sendingSchool(draft: SchoolDraft = REGENBUI, patience = 10_000): Promise<SendingSchool> {
  let time = MORNING.getTime();
  const now = () => new Date(time);
  const pass = (milliseconds: number) => {
    time += milliseconds;
  };
  const waited = { milliseconds: 0 };
  const wait = async (milliseconds: number) => {
    waited.milliseconds += milliseconds;
    pass(milliseconds);
  };
  const logged: string[] = [];
  const log = (level: string, event: string, details: object = {}) =>
    void logged.push(`${level} ${event} ${JSON.stringify(details)}`);

  const fake = await startFakeTeams({ now });
  const opened = await openStore();
  const { people, conversations, controls } = opened.store;
  const school = await buildSchool(opened, draft);
  const { tenant, bot, ...app } = fake.app;
  const record = { tenant, name: null, team: null, serviceUrl: fake.serviceUrl, bot } as const;
  const members = new Map<string, FakePerson>();
  const remember = async (name: string, changes: Partial<Conversation> = {}) => {
    const { aadId, id } = members.get(name)!;
    const of = { kind: 'person', account: aadId } as const;
    await conversations.remember({ ...record, of, conversation: fake.chat(aadId), member: id, ...changes }, now());
  };
  for (const { name } of draft.staff) {
    const member = fake.addMember({ name, email: school.email(name) });
    members.set(name, member);
    const stamp = { by: null, at: now(), act: 'account.link', once: null };
    await people.linkAccount(stamp, { platform: 'teams', tenant, account: member.aadId }, school.person(name));
    await remember(name);
  }
  const inChannel = async (channel: string, name: string | null, team: string | null) => {
    const of = { kind: 'channel', channel } as const;
    await conversations.remember({ ...record, of, name, team, conversation: channel, member: null }, now());
    return channel;
  };
  const accounts = (names: readonly string[]) => names.map((name) => members.get(name)!.aadId);

  const config = { app: { id: app.id, password: app.password, tenant, type: 'SingleTenant' as const } };
  const made = () => {
    const api = createTeamsApi({ config, microsoft: fake.microsoft, clock: { now }, wait, log, patience });
    const means = { api, conversations, tenants: [tenant], clock: { now }, log };
    let key = 0;
    const platform = teamsPlatform({
      ...means,
      people: createPeople({ ...means, people }),
      settings: people,
      controls,
      newKey: () => `file-${++key}`,
      wait,
    });
    return { api, platform };
  };
  return {
    fake,
    opened,
    school,
    ...made(),
    logged,
    waited,
    now,
    pass,
    member: (name) => fake.member(members.get(name)!.aadId),
    remember,
    addChannel: async (name, names = []) => {
      const { id: team, channels } = fake.addTeam({ name: `Team ${name}`, channels: [name], members: accounts(names) });
      return inChannel(channels[name]!, name, team);
    },
    addGroup: (names) => inChannel(fake.addGroup({ members: accounts(names) }), null, null),
    restarted: () => made().platform,
    stop: async () => {
      await fake.stop();
      opened.close();
    },
  };
}
