/** `/school dagen`: the coming days of the school itself, each with [Weg]. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { wordsOf } from '../bot/tokens.ts';
import { dayRow } from './day-row.ts';
import { schoolFor } from './find-school.ts';
import { schoolButton } from './school-button.ts';

const PAGE = 8;

export const schoolDays = command({
  intent: 'school.dagen',
  words: ['school dagen'],
  example: '/school dagen',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { school: wordsOf(rest) }),
  args: z.object({ school: z.string().optional(), vanaf: offsetArgument.optional() }),
  run: async (context, { school: typed, vanaf = 0 }) => {
    const { say, store, today } = context;
    const school = await schoolFor(context, typed);
    const days = await store.school.ownDays(school.id, today);
    const add = buttonsPart([schoolButton(say.plain('school.button.add-days'), 'school.dag-erbij', school)]);
    if (days.length === 0) return answer(say('school.no-days'), add);
    const start = vanaf < days.length ? vanaf : 0;
    const next = start + PAGE;
    const more = schoolButton(say.plain('bot.more'), 'school.dagen', school, { vanaf: String(next) });
    // A vacation comes from the import, with a name that takes the place of the region's one.
    const rows = days
      .slice(start, next)
      .map((one) =>
        dayRow(
          context,
          one,
          one.kind === 'vakantie'
            ? []
            : [schoolButton(say.plain('school.button.remove'), 'school.dag-weg', school, { dag: String(one.id) })],
        ),
      );
    const hasVacation = days.slice(start, next).some(({ kind }) => kind === 'vakantie');
    return answer(say('school.days-title', { school: school.name }), [
      { kind: 'list', rows, ...(next < days.length ? { more } : {}) },
      ...(hasVacation ? [{ kind: 'small', text: say('school.vacation-imported') } as const] : []),
      ...add,
    ]);
  },
});
