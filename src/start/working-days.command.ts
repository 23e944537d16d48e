/** "Op welke dagen werk je?": the form under the welcome, and what it stores. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { workingDays } from '../people/save-settings.command.ts';
import { shownDays, workingDayFields, workplaces } from '../people/settings.command.ts';
import { homeButton } from './home-button.ts';

export const askWorkingDays = command({
  intent: 'start.werkdagen',
  words: [],
  example: '/start',
  help: null,
  parse: () => null,
  args: z.object({
    /** The schools whose days were asked for; without it the form is given. Its fields are those of `/instellingen`. */
    scholen: z.string().optional(),
  }),
  run: async (context, { scholen }) => {
    const { store, actor, say, stamp } = context;
    if (scholen === undefined) {
      const places = await workplaces(context);
      return {
        kind: 'form',
        title: say.plain('start.days.title'),
        intro: null,
        fields: workingDayFields(context, places),
        intent: { name: 'start.werkdagen', args: shownDays(places) },
        submit: say.plain('bot.save'),
        small: say('start.days.small'),
      };
    }
    const days = await workingDays(context);
    await store.people.changeSettings(stamp, actor.id, await store.people.settings(actor.id), days);
    return answer(say('start.days.saved'), buttonsPart([homeButton(say, actor)]));
  },
  again: () => ({ name: 'start', args: {} }),
});
