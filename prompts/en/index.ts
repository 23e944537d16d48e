import { actions } from './actions.ts';
import { advice } from './advice.ts';
import { bot } from './bot.ts';
import { checkup } from './checkup.ts';
import { cli } from './cli.ts';
import { database } from './database.ts';
import { delivery } from './delivery.ts';
import { files } from './files.ts';
import { goals } from './goals.ts';
import { handover } from './handover.ts';
import { imports } from './import.ts';
import { meetings } from './meetings.ts';
import { minutes } from './minutes.ts';
import { people } from './people.ts';
import { pop } from './pop.ts';
import { privacy } from './privacy.ts';
import { school } from './school.ts';
import { slack } from './slack.ts';
import { start } from './start.ts';
import { stored } from './stored.ts';
import { summary } from './summary.ts';
import { teams } from './teams.ts';
import { teamsApp } from './teams-app.ts';
import { teamsPackage } from './teams-package.ts';

export const en = {
  ...actions,
  ...advice,
  ...bot,
  ...checkup,
  ...cli,
  ...database,
  ...delivery,
  ...files,
  ...goals,
  ...handover,
  ...imports,
  ...meetings,
  ...minutes,
  ...people,
  ...pop,
  ...privacy,
  ...school,
  ...slack,
  ...start,
  ...stored,
  ...summary,
  ...teams,
  ...teamsApp,
  ...teamsPackage,
} as const;
