import { agenda } from './agenda.ts';
import { bot } from './bot.ts';
import { checkup } from './checkup.ts';
import { cli } from './cli.ts';
import { database } from './database.ts';
import { delivery } from './delivery.ts';
import { goals } from './goals.ts';
import { imports } from './import.ts';
import { people } from './people.ts';
import { summary } from './summary.ts';

export const en = {
  ...agenda,
  ...bot,
  ...checkup,
  ...cli,
  ...database,
  ...delivery,
  ...goals,
  ...imports,
  ...people,
  ...summary,
} as const;
