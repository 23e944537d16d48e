/** The environment as a typed configuration. Reports every problem at once, in words that an admin understands. */
import { z } from 'zod';
import { say as voice } from './bot/text.ts';
import { problemsOfTeams, TEAMS_SETTINGS, type TeamsConfig, teamsOf } from './config-teams.ts';
import { isPrivateWay } from './loopback.ts';

export type { TeamsConfig } from './config-teams.ts';

/** Whoever installs it reads Dutch; a person's own language is not known yet. */
const say = voice('nl');

export type SlackConfig = {
  readonly botToken: string;
  /** For HTTP: proves that a request is Slack's. */
  readonly signingSecret: string | null;
  /** When there is one, the bot calls Slack (Socket Mode); else Slack calls the bot (HTTP). */
  readonly appToken: string | null;
  /** Ends with a slash. */
  readonly apiUrl: string;
};

export type Config = {
  readonly port: number;
  readonly host: string;
  /** A path, without `file:`. */
  readonly database: string;
  /** Was DATABASE_URL given? Else the default holds, or the trial school's own file. */
  readonly databaseGiven: boolean;
  /** The trial school's own file; never DATABASE_URL. */
  readonly trialDatabase: string;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent';
  readonly metricsToken: string | null;
  readonly production: boolean;
  readonly slack: SlackConfig | null;
  readonly teams: TeamsConfig | null;
  /** Platforms for which there are tokens. Without any, `start` opens the trial school. */
  readonly platforms: readonly ('slack' | 'teams')[];
};

/** All problems of the environment, one line each. */
export class ConfigError extends Error {
  readonly problems: readonly string[];
  constructor(problems: readonly string[]) {
    super(problems.join(' '));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const DEFAULT_DATABASE = './data/leerteam.db';
const TRIAL_DATABASE = './data/proefschool.db';

const SLACK_API = 'https://slack.com/api/';

const SCHEMA = z.object({
  PORT: z.coerce
    .number({ error: say.plain('config.port') })
    .int(say.plain('config.port-whole'))
    .min(0, say.plain('config.port-range'))
    .max(65535, say.plain('config.port-range'))
    .default(3000),
  HOST: z.string().default('127.0.0.1'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|:memory:)$/, say.plain('config.database'))
    .optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: say.plain('config.log-level'),
    })
    .default('info'),
  METRICS_TOKEN: z.string().min(16, say.plain('config.metrics-token')).optional(),
  SLACK_BOT_TOKEN: z.string().startsWith('xoxb-', say.plain('config.slack-bot-token')).optional(),
  SLACK_APP_TOKEN: z.string().startsWith('xapp-', say.plain('config.slack-app-token')).optional(),
  SLACK_SIGNING_SECRET: z.string().optional(),
  SLACK_API_URL: z.string().refine(isSafeUrl, say.plain('config.slack-api-url')).default(SLACK_API),
  ...TEAMS_SETTINGS,
  NODE_ENV: z.string().optional(),
});

/** Reads the environment; empty values count as not set. Throws a ConfigError with every problem. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = SCHEMA.safeParse(given);
  const problems = [
    ...(parsed.error?.issues.map((issue) => issue.message) ?? []),
    ...missingOfSlack(given),
    ...problemsOfTeams(given),
  ];
  if (!parsed.success || problems.length > 0) throw new ConfigError(problems);
  const values = parsed.data;
  const [slack, teams] = [slackOf(values), teamsOf(values)];
  return {
    port: values.PORT,
    host: values.HOST,
    database: values.DATABASE_URL?.replace(/^file:/, '') ?? DEFAULT_DATABASE,
    databaseGiven: values.DATABASE_URL !== undefined,
    trialDatabase: TRIAL_DATABASE,
    logLevel: values.LOG_LEVEL,
    metricsToken: values.METRICS_TOKEN ?? null,
    production: values.NODE_ENV === 'production',
    slack,
    teams,
    platforms: [...(slack ? (['slack'] as const) : []), ...(teams ? (['teams'] as const) : [])],
  };
}

/** Half a set of tokens is a mistake: somebody wanted Slack, and the trial school would be a surprise. */
function missingOfSlack(given: Readonly<Record<string, string | undefined>>): readonly string[] {
  const { SLACK_BOT_TOKEN: botToken, SLACK_APP_TOKEN: appToken, SLACK_SIGNING_SECRET: signingSecret } = given;
  if (botToken === undefined) return appToken || signingSecret ? [say.plain('config.slack-no-bot-token')] : [];
  return appToken || signingSecret ? [] : [say.plain('config.slack-no-way-in')];
}

function slackOf(values: z.infer<typeof SCHEMA>): SlackConfig | null {
  if (values.SLACK_BOT_TOKEN === undefined) return null;
  return {
    botToken: values.SLACK_BOT_TOKEN,
    signingSecret: values.SLACK_SIGNING_SECRET ?? null,
    appToken: values.SLACK_APP_TOKEN ?? null,
    apiUrl: values.SLACK_API_URL.replace(/\/?$/, '/'),
  };
}

/** The token goes along with every request, so it may only leave this machine encrypted. */
function isSafeUrl(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && url.search === '' && url.hash === '' && isPrivateWay(url);
}
