/** The adapter on a real store and a fake of Slack, with everything it says to whoever runs it; for tests of how things come in. */
import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { close, listen, portOf } from '../../../adapters/http/server.ts';
import { createSlack, type Slack } from '../../../adapters/slack/index.ts';
import { createBot } from '../../../src/bot/bot.ts';
import { COMMANDS } from '../../../src/commands.ts';
import { MovedClock } from '../../support/chat/moved-clock.ts';
import { watchQuiet } from '../../support/chat/quiet.ts';
import type { FakeMember, FakeSlack } from '../../support/slack/fake-slack.ts';
import { startFakeSlack } from '../../support/slack/fake-slack.ts';
import { buildSchool, openStore, REGENBUI } from '../../support/store.ts';

export type OpenSlack = {
  readonly fake: FakeSlack;
  readonly slack: Slack;
  readonly clock: MovedClock;
  /** `warn slack: request refused {"status":401}`. */
  readonly log: readonly string[];
  readonly fatal: readonly string[];
  readonly faults: readonly unknown[];
  readonly sanne: FakeMember;
  readonly url: string;
  /** Resolves when it holds; where nothing else goes on, the clock runs for whoever waits for it. */
  until(holds: () => boolean): Promise<void>;
  /** From now on the database does not answer, until `release`. */
  hold(): void;
  release(): void;
  close(): Promise<void>;
};

/** Looks again and again until it is so, however busy this machine is. */
export function soon<Value>(probe: () => Value) {
  return expect.poll(probe, { timeout: 40_000, interval: 10 });
}

/** Not started yet. */
export async function openSlack({ socketMode = false } = {}): Promise<OpenSlack> {
  const clock = new MovedClock(new Date('2026-11-24T08:30:00Z'));
  const fake = await startFakeSlack({ now: () => clock.now() });
  const quiet = watchQuiet(new URL(fake.apiUrl).origin);
  const opened = await openStore();
  const school = await buildSchool(opened, REGENBUI);
  const sanne = fake.addMember({ name: 'Sanne', email: school.email('Sanne') });
  const [log, fatal, faults]: [string[], string[], unknown[]] = [[], [], []];
  const gate = { opens: Promise.resolve(), open: () => {}, isHeld: false };
  const slowly = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: (target, name) => {
        const method: unknown = Reflect.get(target, name);
        return async (...given: unknown[]) => {
          await gate.opens;
          return (method as (...all: unknown[]) => unknown).apply(target, given);
        };
      },
    });
  const { people, controls } = opened.store;
  const newKey = () => randomUUID();
  const onFault = (fault: unknown) => void faults.push(fault);
  const store = { ...opened.store, people: slowly(people), goals: slowly(opened.store.goals) };
  const bot = createBot({ store, commands: COMMANDS, newKey, onFault: (_reference, _intent, fault) => onFault(fault) });
  const slack = createSlack({
    config: {
      botToken: fake.botToken,
      signingSecret: fake.signingSecret,
      appToken: socketMode ? fake.appToken : null,
      apiUrl: fake.apiUrl,
    },
    // What waits for a database that does not answer keeps nothing busy.
    handle: (request) => {
      const reply = bot.handle(request, clock.now());
      return gate.isHeld ? reply : quiet.during(reply);
    },
    people: store.people,
    controls: slowly(controls),
    clock,
    wait: clock.wait,
    newKey,
    afterAct: () => {},
    log: (level, event, details) => void log.push(`${level} ${event} ${JSON.stringify(details ?? {})}`),
    onFault: (fault) => {
      onFault(fault);
      return 'TEST';
    },
    onFatal: (line) => void fatal.push(line),
  });
  const server = await listen({ port: 0, host: '127.0.0.1' }, async (request, response) => {
    if (!(await slack.handle(request, response))) response.writeHead(404).end();
  });
  const release = () => {
    gate.isHeld = false;
    gate.open();
  };
  return {
    fake,
    slack,
    clock,
    log,
    fatal,
    faults,
    sanne,
    url: `http://127.0.0.1:${portOf(server)}/slack/events`,
    until: async (holds) => {
      await soon(async () => {
        await quiet.reached();
        if (!holds() && clock.next) clock.moveTo(clock.next);
        return holds();
      }).toBe(true);
    },
    hold: () => {
      gate.isHeld = true;
      gate.opens = new Promise((open) => {
        gate.open = open;
      });
    },
    release,
    close: async () => {
      release();
      await slack.stop();
      await close(server);
      await fake.stop();
      quiet.stop();
      opened.close();
    },
  };
}
