/** `/leerteam lid erbij @Sanne`: one more member, from today or a later day. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Form, Notice } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { colleagueOptions, findColleague, personArgument } from '../people/find-colleague.ts';
import { showTeam } from './change-team.command.ts';
import { dayAhead } from './day-ahead.ts';
import { teamArgument } from './find-team.ts';
import type { Leerteam } from './leerteam.ts';
import { managedTeam, teamButton } from './managed-team.ts';

export const addMember = command({
  intent: 'leerteam.lid-erbij',
  words: ['leerteam lid erbij'],
  example: '/leerteam lid erbij Sanne',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { wie: wordsOf(rest) }),
  args: z.object({ leerteam: z.string().optional(), wie: z.string().optional(), van: z.string().optional() }),
  run: async (context, { leerteam, wie, van }) => {
    const team = await managedTeam(context, leerteam);
    const open = () => form(context, team);
    if (wie === undefined) return open();
    const add = () => save(context, team, wie, van);
    // A typed line has no day.
    return van === undefined ? add() : sentForm(context, open, add);
  },
  again: showTeam,
});

async function save(context: Context, team: Leerteam, wie: string, van: string | undefined): Promise<Notice> {
  const { store, stamp, say, today } = context;
  const person = await findColleague(context, team.schoolId, wie, 'wie');
  const from = dayAhead(context, van);
  if (person.id === team.chairId || person.id === team.deputyId) {
    throw new UserError(say('leerteam.is-in-team', { name: person.name, team: team.name }));
  }
  const isAdded = await store.teams.addMember(stamp, team.id, person.id, from);
  if (!isAdded) throw new UserError(say('leerteam.is-in-team', { name: person.name, team: team.name }));
  const date = from === today ? say.plain('leerteam.today') : say.date(from, today);
  return answer(
    say('leerteam.member-added', { name: person.name, team: team.name, date }),
    buttonsPart([
      teamButton(say.plain('leerteam.button.add-member'), 'leerteam.lid-erbij', team),
      teamButton(say.plain('leerteam.button.show'), 'leerteam', team),
    ]),
  );
}

async function form(context: Context, team: Leerteam): Promise<Form> {
  const { say, store, today } = context;
  const inTeam = new Set((await store.people.teamPeople(team.id, today)).map(personArgument));
  const options = (await colleagueOptions(context, team.schoolId)).filter(({ value }) => !inTeam.has(value));
  if (options.length === 0) throw new UserError(say('leerteam.everybody-in', { team: team.name }));
  return {
    kind: 'form',
    title: say.plain('leerteam.add-member.title', { team: short(team.name) }),
    intro: null,
    fields: [
      { kind: 'choice', name: 'wie', label: say.plain('leerteam.add-member.who'), required: true, options },
      { kind: 'date', name: 'van', label: say.plain('leerteam.add-member.from'), required: true, value: today },
    ],
    intent: { name: 'leerteam.lid-erbij', args: { leerteam: teamArgument(team) } },
    submit: say.plain('bot.save'),
    small: say('leerteam.form.small'),
  };
}
