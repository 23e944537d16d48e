/** The trial school in Slack: its own files, with everybody and the channels it names. */
import { resolve } from 'node:path';
import { readSheets } from '../../../adapters/files/index.ts';
import { trialQueries } from '../../../db/trial.queries.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import { TRIAL_START } from '../../../src/trial/clock.ts';
import { fillTrialSchool } from '../../../src/trial/fill.ts';
import { SlackSchool } from './slack-school.ts';

const FILES = resolve(import.meta.dirname, '../../../db/trial');

/** Everybody of De Regenbui is in #team, and its leerteams have the channels of the files; John is in all of them. */
const CHANNELS = {
  team: ['Sanne Voorbeeld', 'Piet Proef', 'Marieke Proef', 'Joost Verzonnen', 'Bea Bestuur', 'Axel Beheer'],
  'bovenbouw-regenbui': ['Sanne Voorbeeld', 'Nadia Voorbeeld', 'Piet Proef', 'John Example'],
  'rekenen-regenbui': ['Nadia Voorbeeld', 'John Example'],
  'bovenbouw-windvlaag': ['Sem Verzonnen', 'John Example'],
};

/** Opens on the morning of the trial school, before anything of that day was sent. */
export function openTrialSchoolInSlack(): Promise<SlackSchool> {
  return SlackSchool.open({
    at: TRIAL_START.toISOString(),
    channels: CHANNELS,
    fill: async ({ store, database }, bot) => {
      await fillTrialSchool({ store, bot, tick: async () => {} }, await readSheets(FILES));
      return trialQueries(database).people(localDateOf(TRIAL_START));
    },
  });
}
