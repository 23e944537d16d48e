/** "Hoi Sanne, ik ben Leerteambot": four lines at first contact, with the question on which days somebody works (MESSAGES, First contact). */

import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Part } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import { clockWords } from '../meetings/meeting-words.ts';
import type { Actor } from '../people/person.ts';
import { type Place, workplaces } from '../people/settings.command.ts';
import { workingDayWords } from '../people/working-day-words.ts';
import type { Store } from '../store.ts';
import { isGovernor } from './home-button.ts';

export type Welcome = {
  readonly parts: readonly Part[];
  /** The working days are not known yet at one of their schools, so that they are asked before anything else (PRODUCT 2). */
  readonly asksDays: boolean;
};

/** What somebody is told at first: what the bot does, what it sends and when, their working days, and how to make it quiet. */
export async function welcome(store: Store, say: Say, actor: Actor): Promise<Welcome> {
  const places = await workplaces({ store, actor });
  const asksDays = places.some(isUnknown);
  const time = clockWords(say, actor.digestTime);
  return {
    asksDays,
    parts: [
      textPart(say(isGovernor(actor) ? 'start.hello-governor' : 'start.hello', { name: actor.name.split(' ')[0]! })),
      textPart(say('start.what-and-when', { time })),
      ...days(say, places, asksDays),
      textPart(say('start.quiet')),
    ],
  };
}

function isUnknown({ employment: { workingDays } }: Place): boolean {
  return workingDays === null || workingDays.length === 0;
}

function days(say: Say, places: readonly Place[], asks: boolean): readonly Part[] {
  if (places.length === 0) return [];
  const form: Button = {
    label: say.plain(asks ? 'start.button.choose-days' : 'start.button.change-days'),
    intent: { name: 'start.werkdagen', args: {} },
  };
  if (!asks) {
    const known = places.map(({ employment, school }) => {
      const list = workingDayWords(say, employment.workingDays ?? []);
      return places.length > 1 ? `${school.name}: ${list}` : list;
    });
    return [textPart(say('start.days-known', { days: known.join('; ') })), ...buttonsPart([form])];
  }
  const [only, ...more] = places;
  const whole = more.length > 0 ? [] : [wholeWeek(say, only!)];
  return [textPart(say('start.which-days')), ...buttonsPart([...whole, form])];
}

/** For who works from Monday to Friday one click is enough. */
function wholeWeek(say: Say, { school }: Place): Button {
  return {
    label: say.plain('start.button.whole-week'),
    intent: {
      name: 'start.werkdagen',
      args: { scholen: String(school.id), [`dagen-${school.id}`]: WEEKDAYS.join(',') },
    },
  };
}
