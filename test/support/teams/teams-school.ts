/** A school that works in Teams: the real adapter, a fake of Teams, and people who use it. */
import type { Server } from 'node:http';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { createTeams } from '../../../adapters/teams/index.ts';
import { teamsMessages } from '../../../adapters/teams/render.ts';
import type { Notice } from '../../../src/bot/reply.ts';
import { plainText, say as voice } from '../../../src/bot/text.ts';
import { greeting } from '../../../src/start/greeting.ts';
import { ChatSchool, type Post } from '../chat/chat-school.ts';
import { MovedClock } from '../chat/moved-clock.ts';
import { type ChatSchoolDraft, clockOf, type OpenCore, openCore } from '../chat/open-core.ts';
import { type Activities, activitiesOf } from './activities.ts';
import { type FakeMessage, type FakeTeams, type Json, startFakeTeams } from './fake-teams.ts';
import { Member } from './member.ts';
import { cardWords, messageWords } from './screen-words.ts';
import { sendActivity } from './signed.ts';

export type TeamsSchoolDraft = ChatSchoolDraft & {
  /** Group chats by name, with the names of their members. */
  readonly groups?: Readonly<Record<string, readonly string[]>>;
  /** Nobody has the app yet, and no team or group. */
  readonly withoutApp?: boolean;
};

type Built = {
  readonly core: OpenCore;
  readonly fake: FakeTeams;
  /** aadIds by name. */
  readonly people: ReadonlyMap<string, string>;
  /** Channels and groups by name. */
  readonly conversations: ReadonlyMap<string, { readonly id: string; readonly members: readonly string[] }>;
  readonly url: string;
  readonly stop: () => Promise<void>;
};

/** The admin rolls the app out in the evening before: that disturbs nobody. */
function eveningBefore(at: Date): Date {
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate() - 1, 20));
}

export class TeamsSchool extends ChatSchool {
  readonly fake: FakeTeams;
  readonly activities: Activities;
  readonly #members: ReadonlyMap<string, Member>;
  readonly #built: Built;

  private constructor(built: Built) {
    super(built.core);
    this.#built = built;
    this.fake = built.fake;
    this.activities = activitiesOf(built.fake);
    const shared = [...built.conversations.values()];
    const place = {
      fake: built.fake,
      activities: this.activities,
      post: (activity: Json) => this.post(activity),
      settled: () => this.settled(),
      people: () => built.people,
      sharedWith: (aadId: string) => shared.filter(({ members }) => members.includes(aadId)).map(({ id }) => id),
    };
    this.#members = new Map([...built.people].map(([name, aadId]) => [name, new Member(place, aadId)]));
  }

  static async open(draft: TeamsSchoolDraft = {}): Promise<TeamsSchool> {
    const school = new TeamsSchool(await build(draft));
    if (!draft.withoutApp) await school.#rollsOut();
    school.clock.moveTo(clockOf(draft).now());
    return school;
  }

  member(name: string): Member {
    const member = this.#members.get(name);
    if (!member) throw new Error(`nobody here is called "${name}"`);
    return member;
  }

  /** Of a group too. */
  channel(name: string): string {
    const conversation = this.#built.conversations.get(name);
    if (!conversation) throw new Error(`no channel or group "${name}"`);
    return conversation.id;
  }

  postsIn(channel: string): readonly Post[] {
    return this.#botsIn(channel)
      .map(({ activity, edited }) => ({ words: messageWords(activity), isEdited: edited }))
      .filter(({ words }) => !POINTERS.has(words));
  }

  deletesPost(channel: string): void {
    this.fake.deleteMessage(channel, this.#botsIn(channel).at(-1)!.id);
  }

  async losesApp(channel: string): Promise<void> {
    this.fake.uninstall(channel);
    for (const activity of this.activities.removed(this.#somebodyIn(channel), this.#homeOf(channel)))
      await this.post(activity);
    await this.settled();
  }

  async getsApp(channel: string): Promise<void> {
    this.fake.install(channel);
    for (const activity of this.activities.installed(this.#somebodyIn(channel), this.#homeOf(channel)))
      await this.post(activity);
    await this.settled();
  }

  /** Somebody gets the app for themselves, by their own hand or their admin's. */
  async givesApp(name: string): Promise<void> {
    const { aadId } = this.member(name).person;
    this.fake.install(aadId);
    for (const activity of this.activities.installed(aadId)) await this.post(activity);
    await this.settled();
  }

  /** Posts this as Teams does, signed. */
  post(activity: Json): Promise<Response> {
    return this.answerTo(sendActivity(this.#built.url, this.fake, activity));
  }

  stop(): Promise<void> {
    return this.#built.stop();
  }

  override leaks(): readonly string[] {
    return super.leaks().filter((words) => !NOTHING_PRIVATE.has(words));
  }

  /** Each place where somebody else reads along, also the first channel of a team, in which nobody asked for anything. */
  protected channels(): readonly string[] {
    return this.fake.shared;
  }

  protected wordsOf(notice: Notice): readonly string[] {
    return teamsMessages(notice, 'nl').map(({ card }) => cardWords(card));
  }

  async #rollsOut(): Promise<void> {
    for (const name of this.#members.keys()) await this.givesApp(name);
    for (const { id } of this.#built.conversations.values()) await this.getsApp(id);
  }

  #botsIn(conversation: string): readonly FakeMessage[] {
    return this.fake.messages(conversation).filter(({ from }) => from === this.fake.app.bot);
  }

  #somebodyIn(conversation: string): string {
    return [...this.#built.conversations.values()].find(({ id }) => id === conversation)!.members[0]!;
  }

  /** Of a channel its team, of which the first channel has the id. */
  #homeOf(conversation: string): string {
    return conversation.endsWith('@thread.v2') ? conversation : this.fake.team(conversation).id;
  }
}

const sentences = (...keys: readonly Parameters<ReturnType<typeof voice>['plain']>[0][]) =>
  new Set((['nl', 'en'] as const).flatMap((language) => keys.map((key) => plainText(voice(language)(key as never)))));

/** Where the answer is. */
const POINTERS = sentences(
  'msteams.sent-personally',
  'msteams.open-app-first',
  'msteams.stored-open-app',
  'agenda.shared-here',
);
/** Everything else that may be said to one person where others read along. */
const NOTHING_PRIVATE = sentences(
  'bot.thanks',
  'msteams.hello-channel',
  'msteams.refused-guest',
  'msteams.refused-stranger',
  'msteams.cannot-tell',
);

async function build(draft: TeamsSchoolDraft): Promise<Built> {
  const clock = new MovedClock(eveningBefore(clockOf(draft).now()));
  const fake = await startFakeTeams({ now: () => clock.now() });
  const core = await openCore(draft, clock, fake.serviceUrl);
  const { store } = core.opened;
  const installed = false;
  const people = new Map(
    core.staff.map(({ name, email }) => [name, fake.addMember({ name, email, installed }).aadId] as const),
  );
  const aadIds = (names: readonly string[]) => names.map((name) => people.get(name)!);
  const channels = Object.entries(draft.channels ?? {}).map(([name, names]) => {
    const members = aadIds(names);
    const { channels } = fake.addTeam({ name: `Team ${name}`, channels: [name], members, withApp: false });
    return [name, { id: channels[name]!, members }] as const;
  });
  const groups = Object.entries(draft.groups ?? {}).map(([name, names]) => {
    const members = aadIds(names);
    return [name, { id: fake.addGroup({ name, members, withApp: false }), members }] as const;
  });

  const { id, password, tenant } = fake.app;
  const teams = createTeams({
    ...core.means,
    config: { app: { id, password, tenant, type: 'SingleTenant' }, tenants: [tenant] },
    microsoft: fake.microsoft,
    conversations: store.conversations,
    greeting: (sender, show) =>
      core.quiet.during(greeting({ store, newKey: core.means.newKey }, sender, clock.now(), show)),
  });
  core.sendsThrough(teams.platform);
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    if (!(await teams.handle(request, response))) response.writeHead(404).end();
  });
  const address = `http://127.0.0.1:${portOf(server)}`;
  await teams.start(address);
  // It tried whether an unsigned post is refused, and the log has that too.
  const tried = core.faults.findIndex((fault) => fault.includes('request refused') && fault.includes('unsigned'));
  if (tried >= 0) core.faults.splice(tried, 1);
  return {
    ...{ core, fake, people, url: `${address}/api/messages` },
    conversations: new Map([...channels, ...groups]),
    stop: () => stopAll({ teams, server, fake, core }),
  };
}

async function stopAll({
  teams,
  server,
  fake,
  core,
}: Pick<Built, 'fake' | 'core'> & { teams: ReturnType<typeof createTeams>; server: Server }): Promise<void> {
  await teams.stop();
  await close(server);
  await fake.stop();
  await core.stop();
}
