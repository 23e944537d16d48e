/** The trial school: its own files, with everybody and the channels they name. */
import { resolve } from 'node:path';
import { readSheets } from '../../../adapters/files/index.ts';
import { trialQueries } from '../../../db/trial.queries.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import { TRIAL_START } from '../../../src/trial/clock.ts';
import { fillTrialSchool } from '../../../src/trial/fill.ts';
import type { ChatSchoolDraft } from './open-core.ts';

const FILES = resolve(import.meta.dirname, '../../../db/trial');

/** On the morning of the trial school, before anything of that day was sent. Everybody of De Regenbui is in #team; John is in all other channels. */
export const TRIAL_DRAFT: ChatSchoolDraft = {
  at: TRIAL_START.toISOString(),
  channels: {
    team: ['Sanne Voorbeeld', 'Piet Proef', 'Marieke Proef', 'Joost Verzonnen', 'Bea Bestuur', 'Axel Beheer'],
    'bovenbouw-regenbui': ['Sanne Voorbeeld', 'Nadia Voorbeeld', 'Piet Proef', 'John Example'],
    'rekenen-regenbui': ['Nadia Voorbeeld', 'John Example'],
    'bovenbouw-windvlaag': ['Sem Verzonnen', 'John Example'],
  },
  fill: async ({ store, database }, bot) => {
    await fillTrialSchool({ store, bot, tick: async () => {} }, await readSheets(FILES));
    return trialQueries(database).people(localDateOf(TRIAL_START));
  },
};
