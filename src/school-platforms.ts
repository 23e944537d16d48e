/** The composition root of what a school talks through: Slack, Teams, or both at once. */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as waitFor } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { PlatformState } from '../adapters/http/health.ts';
import { checkSlack } from '../adapters/slack/check/check.ts';
import { createSlack, createSlackPlatform } from '../adapters/slack/index.ts';
import { checkTeams } from '../adapters/teams/check/check.ts';
import { createTeams, createTeamsPlatform, type MicrosoftService, type TeamsOptions } from '../adapters/teams/index.ts';
import type { Reply } from './bot/reply.ts';
import type { Request } from './bot/request.ts';
import { type PlainKey, say as voice } from './bot/text.ts';
import type { LocalDate } from './calendar/local-date.ts';
import type { Looked } from './checkup/checkup.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Config, SlackConfig, TeamsConfig } from './config.ts';
import { type Core, isTrialSchool, mailboxPlatform } from './core.ts';
import { platformUsedLast } from './delivery/platform-used-last.ts';
import { isOpenToAll } from './environment.ts';
import type { PersonId } from './people/person.ts';
import type { Platform } from './platform.ts';
import { greeting } from './start/greeting.ts';

const say = voice('nl');

/** A platform that people use: what they do there is answered, and what the core sends arrives there. */
export type ChatPlatform = {
  readonly name: 'slack' | 'teams';
  readonly platform: Platform;
  /** False when the request is not for it; then nothing was done with it. Never throws. */
  handle(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  /** `address`: of our own server. Throws a ConfigError when it will never work like this. */
  start(address: string): Promise<void>;
  stop(): Promise<void>;
  state(): PlatformState;
  /** For whoever started the server: how it stands. */
  sentence(): PlainKey;
};

export type ChatOptions = {
  readonly core: Core;
  readonly log: Logger;
  readonly clock: Clock;
  readonly wait: TeamsOptions['wait'];
  readonly newKey: () => string;
  readonly handle: (request: Request) => Promise<Reply>;
  readonly afterAct: () => void;
  readonly onFault: (name: ChatPlatform['name'], fault: unknown) => string;
  /** One of them is over for good: a line for whoever runs the server. */
  readonly onFatal: (line: string) => void;
  /** Microsoft's own when left out. */
  readonly microsoft?: MicrosoftService;
};

/** Those for which there are tokens. */
export function chatPlatforms({ slack, teams }: Config, options: ChatOptions): readonly ChatPlatform[] {
  return [...(slack ? [slackChat(slack, options)] : []), ...(teams ? [teamsChat(teams, options)] : [])];
}

function slackChat(config: SlackConfig, options: ChatOptions): ChatPlatform {
  const slack = createSlack({ ...meansOf('slack', options), config, onFatal: options.onFatal });
  return {
    ...slack,
    name: 'slack',
    sentence: () => {
      if (slack.state() !== 'on') return 'cli.without-slack';
      return config.appToken === null ? 'cli.slack-http' : 'cli.slack-socket';
    },
  };
}

function teamsChat(config: TeamsConfig, options: ChatOptions): ChatPlatform {
  const { core, clock, newKey, microsoft } = options;
  const teams = createTeams({
    ...meansOf('teams', options),
    config,
    ...(microsoft && { microsoft }),
    conversations: core.store.conversations,
    greeting: (sender, show) => greeting({ store: core.store, newKey }, sender, clock.now(), show),
  });
  return {
    ...teams,
    name: 'teams',
    sentence: () => {
      if (config.app === null) return 'cli.teams-anonymous';
      return teams.state() === 'on' ? 'cli.teams-http' : 'cli.without-teams';
    },
  };
}

/** What both adapters are given. */
function meansOf(name: ChatPlatform['name'], options: ChatOptions) {
  const { core, clock, wait, newKey, handle, afterAct, log } = options;
  const { people, controls } = core.store;
  const onFault = (fault: unknown) => options.onFault(name, fault);
  return { people, controls, clock, wait, newKey, handle, afterAct, onFault, log: linesTo(log) };
}

/** One of them, or both as one: then each person gets everything on the one they used last. */
export function asOne({ store }: Core, platforms: Partial<Record<ChatPlatform['name'], Platform>>): Platform | null {
  if (!platforms.slack && !platforms.teams) return null;
  return platformUsedLast({ platforms, people: store.people, conversations: store.conversations });
}

/** Where the messages of this database go: to the platforms when there are tokens, else (and always for the trial school) to the mailbox of the trial page. */
export async function platformOf(core: Core, { slack, teams }: Config, log: Logger): Promise<Platform> {
  if (await isTrialSchool(core)) return mailboxPlatform(core.database);
  const { people, controls, conversations } = core.store;
  const means = { people, controls, clock: systemClock, wait: waitFor, log: linesTo(log) };
  const platforms = {
    ...(slack && { slack: createSlackPlatform({ ...means, config: slack }) }),
    ...(teams && { teams: createTeamsPlatform({ ...means, config: teams, conversations, newKey: randomUUID }) }),
  };
  return asOne(core, platforms) ?? mailboxPlatform(core.database);
}

/** For `controleer`: what the platforms tell, and whether a school of one's own can reach anybody at all. */
export async function lookAtPlatforms(core: Core, config: Config, today: LocalDate): Promise<readonly Looked[]> {
  const { slack, teams, platforms } = config;
  const { people, conversations } = core.store;
  if (platforms.length === 0) {
    const isOwn = !(await isTrialSchool(core)) && (await people.schools()).length > 0;
    return isOwn ? [{ what: say('checkup.no-tokens'), mend: say('checkup.no-tokens-mend') }] : [];
  }
  const openEnv = isOpenToAll() ? [{ what: say('checkup.open-env'), mend: say('checkup.open-env-mend') }] : [];
  const means = { people, today, say, clock: systemClock, wait: waitFor };
  const reachedOtherwise = teams?.app ? await conversations.reachable() : new Set<PersonId>();
  return [
    ...openEnv,
    ...(slack ? await checkSlack({ ...means, config: slack, reachedOtherwise }) : []),
    ...(teams ? await checkTeams({ ...means, config: teams, conversations, onlyWay: slack === null }) : []),
  ];
}

function linesTo(log: Logger): TeamsOptions['log'] {
  return (level, event, details) => log[level](details ?? {}, event);
}
