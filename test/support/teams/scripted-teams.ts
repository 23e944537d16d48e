/** The adapter with a core that says what a test wants, for how things come in and answers get back: a real store, and a fake of Teams. */
import { setImmediate as turn } from 'node:timers/promises';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { createTeams } from '../../../adapters/teams/index.ts';
import { answer } from '../../../src/bot/notice.ts';
import { withKeys } from '../../../src/bot/once.ts';
import type { Notice, Reply } from '../../../src/bot/reply.ts';
import type { Request, Sender } from '../../../src/bot/request.ts';
import { literal } from '../../../src/bot/text.ts';
import { MovedClock } from '../chat/moved-clock.ts';
import { type Quiet, watchQuiet } from '../chat/quiet.ts';
import { buildSchool, type OpenStore, openStore, REGENBUI, stamp } from '../store.ts';
import { type Activities, activitiesOf } from './activities.ts';
import { type FakePerson, type FakeTeam, type FakeTeams, type Json, startFakeTeams } from './fake-teams.ts';
import { Member } from './member.ts';
import { messageWords } from './screen-words.ts';
import { sendActivity } from './signed.ts';

export type Scripted = {
  readonly fake: FakeTeams;
  readonly activities: Activities;
  readonly clock: MovedClock;
  readonly opened: OpenStore;
  readonly quiet: Quiet;
  readonly sanne: Member;
  /** Reads English. */
  readonly nadia: Member;
  /** With both in it, and the bot; `channel` is one of its channels. */
  readonly team: FakeTeam;
  readonly channel: string;
  readonly group: string;
  /** What was asked of the core, the newest last. */
  readonly asked: Request[];
  /** Who got the app, as the core was told. */
  readonly greeted: Sender[];
  /** Whether each welcome stands there, as the core was told. */
  readonly isShown: readonly boolean[];
  /** `warn teams: an answer was not shown`. */
  readonly log: string[];
  readonly faults: unknown[];
  /** How often an act was followed by what it tells others. */
  readonly acts: { count: number };
  /** What the core answers from now on. */
  answers(reply: Reply | ((request: Request) => Reply)): void;
  /** What the core says to who gets the app. */
  greets(notice: Notice | null): void;
  /** From now on the core does not answer until the function that it gives is called. */
  holds(): () => void;
  /** Posts it, signed; gives the answer. */
  tells(activity: Json): Promise<{ readonly status: number; readonly body: Json | null }>;
  /** What the bot wrote there, the oldest first. */
  wrote(conversation: string): readonly string[];
  settled(): Promise<void>;
  /** Resolves when the core was asked so many times. */
  isAsked(times: number): Promise<void>;
  /** Lets milliseconds go by, for who waits. */
  pass(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
};

export async function openScriptedTeams(): Promise<Scripted> {
  const clock = new MovedClock(new Date('2026-11-24T08:30:00Z'));
  const fake = await startFakeTeams({ now: () => clock.now() });
  const opened = await openStore();
  const staff = REGENBUI.staff.map((each) => (each.name === 'Nadia' ? { ...each, language: 'en' as const } : each));
  const school = await buildSchool(opened, { ...REGENBUI, staff });
  const people = new Map(
    ['Sanne', 'Nadia'].map((name): [string, FakePerson] => [name, fake.addMember({ name, email: school.email(name) })]),
  );
  const members = [...people.values()].map(({ aadId }) => aadId);
  const team = fake.addTeam({ name: 'De Regenbui', channels: ['team'], members });
  const channel = team.channels.team!;
  const group = fake.addGroup({ members });
  const quiet = watchQuiet(new URL(fake.serviceUrl).origin);
  const [asked, greeted, log, faults]: [Request[], Sender[], string[], unknown[]] = [[], [], [], []];
  const isShown: boolean[] = [];
  const acts = { count: 0 };
  for (const [name, { aadId }] of people) {
    const linked = { platform: 'teams', tenant: fake.app.tenant, account: aadId } as const;
    await opened.store.people.linkAccount(stamp(), linked, school.person(name));
  }
  let script: (request: Request) => Reply = () => answer(literal('Goed'));
  let greeting: Notice | null = null;
  let gate = Promise.resolve();
  let release = () => {};
  let key = 0;
  const newKey = () => `key-${++key}`;
  const { id, tenant, password } = fake.app;
  const teams = createTeams({
    config: { app: { id, tenant, type: 'SingleTenant', password }, tenants: [tenant] },
    microsoft: fake.microsoft,
    handle: async (request) => {
      asked.push(request);
      await gate;
      return withKeys(script(request), newKey);
    },
    greeting: async (sender, show) => {
      greeted.push(sender);
      if (greeting) isShown.push(await show(withKeys(greeting, newKey)));
    },
    people: opened.store.people,
    conversations: opened.store.conversations,
    controls: opened.store.controls,
    clock,
    wait: clock.wait,
    newKey,
    afterAct: () => {
      acts.count += 1;
    },
    log: (level, event) => void log.push(`${level} ${event}`),
    onFault: (fault) => {
      faults.push(fault);
      return 'K7F2';
    },
  });
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    if (!(await teams.handle(request, response))) response.writeHead(404).end();
  });
  const address = `http://127.0.0.1:${portOf(server)}`;
  await teams.start(address);
  // The unsigned post of the check at the start.
  log.length = 0;
  const activities = activitiesOf(fake);
  const settled = () => quiet.reached();
  const post = (activity: Json) => sendActivity(`${address}/api/messages`, fake, activity);
  const names = new Map([...people].map(([name, { aadId }]) => [name, aadId]));
  const sharedWith = () => [team.id, channel, group];
  const workplace = { fake, activities, post, settled, people: () => names, sharedWith };
  return {
    fake,
    activities,
    clock,
    opened,
    quiet,
    sanne: new Member(workplace, names.get('Sanne')!),
    nadia: new Member(workplace, names.get('Nadia')!),
    team,
    channel,
    group,
    asked,
    greeted,
    isShown,
    log,
    faults,
    acts,
    answers: (reply) => {
      script = typeof reply === 'function' ? reply : () => reply;
    },
    greets: (notice) => {
      greeting = notice;
    },
    holds: () => {
      gate = new Promise((open) => {
        release = open;
      });
      return release;
    },
    tells: async (activity) => {
      const response = await post(activity);
      const text = await response.text();
      return { status: response.status, body: text === '' ? null : (JSON.parse(text) as Json) };
    },
    wrote: (conversation) =>
      fake
        .messages(conversation)
        .filter(({ from }) => from === fake.app.bot)
        .map(({ activity }) => messageWords(activity)),
    settled,
    isAsked: async (times) => {
      while (asked.length < times) await turn();
    },
    pass: async (milliseconds) => {
      await settled();
      clock.moveTo(new Date(clock.now().getTime() + milliseconds));
      await settled();
    },
    stop: async () => {
      release();
      await teams.stop();
      await close(server);
      await fake.stop();
      quiet.stop();
      opened.close();
    },
  };
}
