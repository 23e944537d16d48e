/** The adapter with a core that says what a test wants, for how things come in and answers get back: a real store, and a fake of Slack. */
import { setImmediate as turn } from 'node:timers/promises';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { createSlack } from '../../../adapters/slack/index.ts';
import { answer } from '../../../src/bot/notice.ts';
import { withKeys } from '../../../src/bot/once.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import type { Request } from '../../../src/bot/request.ts';
import { literal } from '../../../src/bot/text.ts';
import { MovedClock } from '../chat/moved-clock.ts';
import { type Quiet, watchQuiet } from '../chat/quiet.ts';
import { buildSchool, type OpenStore, openStore, REGENBUI, stamp } from '../store.ts';
import { type FakeMember, type FakeSlack, startFakeSlack } from './fake-slack.ts';
import { httpLine, type Line } from './lines.ts';
import { Member } from './member.ts';

export { button, FORM, says } from '../chat/scripted-replies.ts';

export type Scripted = {
  readonly fake: FakeSlack;
  readonly line: Line;
  readonly clock: MovedClock;
  readonly opened: OpenStore;
  readonly quiet: Quiet;
  readonly sanne: Member;
  readonly nadia: Member;
  /** With both in it, and the bot. */
  readonly channel: string;
  /** What was asked of the core, the newest last. */
  readonly asked: Request[];
  /** `warn slack: an answer was not shown`. */
  readonly log: string[];
  readonly faults: unknown[];
  /** How often an act was followed by what it tells others. */
  readonly acts: { count: number };
  /** What the core answers from now on. */
  answers(reply: Reply | ((request: Request) => Reply)): void;
  /** From now on the core does not answer until the function that it gives is called. */
  holds(): () => void;
  common(member?: Member): { readonly fake: FakeSlack; readonly member: FakeMember; readonly at: Date };
  settled(): Promise<void>;
  /** Resolves when the core was asked so many times. */
  isAsked(times: number): Promise<void>;
  /** Lets milliseconds go by, for who waits. */
  pass(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
};

export async function openScripted(): Promise<Scripted> {
  const clock = new MovedClock(new Date('2026-11-24T08:30:00Z'));
  const fake = await startFakeSlack({ now: () => clock.now() });
  const opened = await openStore();
  const staff = REGENBUI.staff.map((each) => (each.name === 'Nadia' ? { ...each, language: 'en' as const } : each));
  const school = await buildSchool(opened, { ...REGENBUI, staff });
  const people = new Map(
    ['Sanne', 'Nadia'].map((name) => [name, fake.addMember({ name, email: school.email(name) }).id]),
  );
  const members = [...people.values()];
  const channel = fake.addChannel({ name: 'team', members });
  const quiet = watchQuiet(new URL(fake.apiUrl).origin);
  const [asked, log, faults]: [Request[], string[], unknown[]] = [[], [], []];
  const acts = { count: 0 };
  for (const [name, account] of people) {
    const linked = { platform: 'slack', tenant: fake.team.id, account } as const;
    await opened.store.people.linkAccount(stamp(), linked, school.person(name));
  }
  let script: (request: Request) => Reply = () => answer(literal('Goed'));
  let gate = Promise.resolve();
  let release = () => {};
  let key = 0;
  const newKey = () => `key-${++key}`;
  const { people: peopleStore, controls } = opened.store;
  const slack = createSlack({
    config: { botToken: fake.botToken, signingSecret: fake.signingSecret, appToken: null, apiUrl: fake.apiUrl },
    handle: async (request) => {
      asked.push(request);
      await gate;
      return withKeys(script(request), newKey);
    },
    people: peopleStore,
    controls,
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
    onFatal: (line) => void log.push(`fatal ${line}`),
  });
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    if (!(await slack.handle(request, response))) response.writeHead(404).end();
  });
  await slack.start();
  const line = httpLine(`http://127.0.0.1:${portOf(server)}/slack/events`, fake.signingSecret);
  const settled = () => quiet.reached();
  const workplace = {
    fake,
    line,
    now: () => clock.now(),
    settled,
    people: () => people,
    channels: () => new Map([['team', { id: channel, members }]]),
  };
  const sanne = new Member(workplace, people.get('Sanne')!);
  return {
    fake,
    line,
    clock,
    opened,
    quiet,
    sanne,
    nadia: new Member(workplace, people.get('Nadia')!),
    channel,
    asked,
    log,
    faults,
    acts,
    answers: (reply) => {
      script = typeof reply === 'function' ? reply : () => reply;
    },
    holds: () => {
      gate = new Promise((open) => {
        release = open;
      });
      return release;
    },
    common: (member = sanne) => ({ fake, member: fake.member(member.id), at: clock.now() }),
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
      await slack.stop();
      await close(server);
      await fake.stop();
      quiet.stop();
      opened.close();
    },
  };
}
