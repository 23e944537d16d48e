/** `/leerteam nieuw`: a form for one more leerteam of the school. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Form, Notice } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import type { School } from '../people/person.ts';
import { managesSchools, schoolArgument, schoolFor } from '../school/find-school.ts';
import { chairDayWarning } from './chair-day.ts';
import { showTeam } from './change-team.command.ts';
import { teamButton } from './managed-team.ts';
import { type ReadTeamValues, readTeamFields, type TeamValues, teamValueSchemas } from './team-fields.ts';
import { teamForm } from './team-form.ts';
import { rhythmWords } from './team-page.ts';

export const newTeam = command({
  intent: 'leerteam.nieuw',
  words: ['leerteam nieuw'],
  example: '/leerteam nieuw',
  help: 'help.leerteam.new',
  listedFor: managesSchools,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { naam: wordsOf(rest) }),
  args: z.object({
    ...teamValueSchemas,
    school: z.string().optional(),
    /** Only a form has it: what was filled in is to be stored. */
    klaar: z.literal('ja').optional(),
  }),
  run: async (context, { school: typed, klaar, ...values }) => {
    const school = await schoolFor(context, typed);
    const open = () => form(context, school, values);
    return klaar ? sentForm(context, open, () => save(context, school, values)) : open();
  },
  again: showTeam,
});

function form(context: Context, school: School, values: TeamValues): Promise<Form> {
  return teamForm(context, {
    schoolId: school.id,
    title: context.say.plain('leerteam.form.new'),
    intro: null,
    intent: { name: 'leerteam.nieuw', args: { school: schoolArgument(school), klaar: 'ja' } },
    values: { soort: 'leerteam', tijd: '15:00', duur: '60', ritme: 'wekelijks', methode: 'vrij', ...values },
  });
}

async function save(context: Context, school: School, values: ReadTeamValues): Promise<Notice> {
  const { store, stamp, today, say } = context;
  const fields = await readTeamFields(context, school.id, values);
  const team = await store.teams.add(stamp, school.id, fields, today);
  if (!team) throw new UserError(say('leerteam.name-used', { name: fields.name }));
  const warning = await chairDayWarning(context, team);
  return answer(say('leerteam.made', { team: team.name, rhythm: rhythmWords(context, team) }), [
    ...warning.map(textPart),
    textPart(say('leerteam.made-next')),
    ...buttonsPart([
      teamButton(say.plain('leerteam.button.add-member'), 'leerteam.lid-erbij', team),
      teamButton(say.plain('leerteam.button.show'), 'leerteam', team),
    ]),
  ]);
}
