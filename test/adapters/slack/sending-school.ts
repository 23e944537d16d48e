/** De Regenbui (or another school) with the sending half of Slack on the fake: nobody asks anything, messages go out. Waiting moves the clock. */
import { createSlackApi, type SlackApi } from '../../../adapters/slack/api/api.ts';
import { createPeople, type SlackPeople } from '../../../adapters/slack/people/people.ts';
import { slackPlatform } from '../../../adapters/slack/send.ts';
import type { Platform } from '../../../src/platform.ts';
import { type FakeSlack, startFakeSlack } from '../../support/slack/fake-slack.ts';
import {
  type BuiltSchool,
  buildSchool,
  type OpenStore,
  openStore,
  REGENBUI,
  type SchoolDraft,
} from '../../support/store.ts';

export const MORNING = new Date('2026-09-21T06:00:00Z');
export type SendingSchool = {
  readonly fake: FakeSlack;
  readonly opened: OpenStore;
  readonly school: BuiltSchool;
  readonly api: SlackApi;
  readonly people: SlackPeople;
  readonly platform: Platform;
  /** What was logged, with its details. */
  readonly logged: readonly string[];
  /** How many milliseconds were waited in all. */
  readonly waited: { milliseconds: number };
  now(): Date;
  pass(milliseconds: number): void;
  /** The Slack user of somebody of the staff. */
  user(name: string): string;
  /** A platform as after a restart: it remembers nothing. */
  restarted(): Platform;
  stop(): Promise<void>;
};

/** `patience`: how long Slack may take for an answer before it counts as none, in real milliseconds. */
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

  const fake = await startFakeSlack({ now });
  const opened = await openStore();
  const school = await buildSchool(opened, draft);
  const users = new Map(
    draft.staff.map(({ name }) => [name, fake.addMember({ name, email: school.email(name) }).id] as const),
  );
  const config = { botToken: fake.botToken, apiUrl: fake.apiUrl };
  const clock = { now };
  const made = () => {
    const api = createSlackApi({ config, clock, wait, log, patience });
    const people = createPeople({ api, people: opened.store.people, clock, log });
    return { api, people, platform: slackPlatform({ api, people, controls: opened.store.controls, wait, log }) };
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
    user: (name) => users.get(name)!,
    restarted: () => made().platform,
    stop: async () => {
      await fake.stop();
      opened.close();
    },
  };
}
