/** Every talk, for each platform to have. */
import type { OpenTalk } from '../support/chat/talk.ts';
import { absence } from './absence.talk.ts';
import { actions } from './actions.talk.ts';
import { advice } from './advice.talk.ts';
import { agenda } from './agenda.talk.ts';
import { goals } from './goals.talk.ts';
import { home } from './home.talk.ts';
import { leak } from './leak.talk.ts';
import { lostAgenda } from './lost-agenda.talk.ts';
import { pop } from './pop.talk.ts';
import { school } from './school.talk.ts';
import { settings } from './settings.talk.ts';
import { summary } from './summary.talk.ts';
import { team } from './team.talk.ts';

export const TALKS: readonly (readonly [subject: string, talk: (open: OpenTalk) => void])[] = [
  ['goals', goals],
  ['agenda', agenda],
  ['a lost agenda', lostAgenda],
  ['actions', actions],
  ['pop', pop],
  ['advice', advice],
  ['overview', summary],
  ['leerteam', team],
  ['absence', absence],
  ['school', school],
  ['settings', settings],
  ['home', home],
  ['a leak', leak],
];
