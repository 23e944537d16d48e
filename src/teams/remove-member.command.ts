/** `/leerteam lid eraf Sanne`: the last day of a member, today or later; what was stays in the history. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Form, Notice, Option } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { matchingColleagues, personArgument } from '../people/find-colleague.ts';
import type { Colleague } from '../people/people.store.ts';
import { showTeam } from './change-team.command.ts';
import { dayAhead } from './day-ahead.ts';
import { teamArgument } from './find-team.ts';
import type { Leerteam } from './leerteam.ts';
import { managedTeam, teamButton } from './managed-team.ts';

export const removeMember = command({
  intent: 'leerteam.lid-eraf',
  words: ['leerteam lid eraf'],
  example: '/leerteam lid eraf Sanne',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { wie: wordsOf(rest) }),
  args: z.object({ leerteam: z.string().optional(), wie: z.string().optional(), tot: z.string().optional() }),
  run: async (context, { leerteam, wie, tot }) => {
    const team = await managedTeam(context, leerteam);
    const member = wie === undefined ? null : await memberNamed(context, team, wie);
    const open = () => form(context, team, member);
    if (member === null || tot === undefined) return open();
    return sentForm(context, open, () => save(context, team, member, tot));
  },
  again: showTeam,
});

async function save(context: Context, team: Leerteam, member: Colleague, tot: string): Promise<Notice> {
  const { store, stamp, say, today } = context;
  const last = dayAhead(context, tot);
  const isEnded = await store.teams.removeMember(stamp, team.id, member.id, last);
  if (!isEnded) throw new UserError(say('leerteam.ends-then', { name: member.name, date: say.date(last, today) }));
  const date = last === today ? say.plain('leerteam.today') : say.date(last, today);
  return answer(
    say('leerteam.member-removed', { name: member.name, team: team.name, date }),
    buttonsPart([teamButton(say.plain('leerteam.button.show'), 'leerteam', team)]),
  );
}

/** Who is or will be in the list of members, without who leads the team. */
async function members({ store, today }: Context, team: Leerteam): Promise<readonly Colleague[]> {
  const listed = new Map((await store.teams.memberships(team.id, today)).map((each) => [each.personId, each]));
  return [...listed.values()]
    .filter(({ personId }) => personId !== team.chairId && personId !== team.deputyId)
    .map(({ personId: id, name }) => ({ id, name, email: '' }));
}

/** Throws a UserError when it is nobody in the team, when several match, or when it is the chair or the deputy. */
async function memberNamed(context: Context, team: Leerteam, typed: string): Promise<Colleague> {
  const { say, store, today } = context;
  const [only, ...others] = matchingColleagues(await members(context, team), typed);
  if (only && others.length === 0) return only;
  if (only) {
    const buttons = [only, ...others].map((each) =>
      teamButton(each.name, 'leerteam.lid-eraf', team, { ...context.intent.args, wie: personArgument(each) }),
    );
    throw new UserError(say('people.which', { typed: short(typed) }), buttonsPart(buttons));
  }
  const [leader] = matchingColleagues(await store.people.teamPeople(team.id, today), typed);
  if (!leader) throw new UserError(say('leerteam.not-in-team', { typed: short(typed), team: team.name }));
  const key = leader.id === team.chairId ? 'leerteam.is-chair' : 'leerteam.is-deputy';
  throw new UserError(
    say(key, { name: leader.name }),
    buttonsPart([teamButton(say.plain('leerteam.button.change'), 'leerteam.wijzig', team)]),
  );
}

async function form(context: Context, team: Leerteam, member: Colleague | null): Promise<Form> {
  const { say, today } = context;
  const options = (await members(context, team)).map(
    (each): Option => ({ value: personArgument(each), label: each.name }),
  );
  if (options.length === 0) throw new UserError(say('leerteam.no-members', { team: team.name }));
  return {
    kind: 'form',
    title: say.plain('leerteam.remove-member.title', { team: short(team.name) }),
    intro: null,
    fields: [
      {
        kind: 'choice',
        name: 'wie',
        label: say.plain('leerteam.remove-member.who'),
        required: true,
        options,
        ...(member ? { value: personArgument(member) } : {}),
      },
      { kind: 'date', name: 'tot', label: say.plain('leerteam.remove-member.last'), required: true, value: today },
    ],
    intent: { name: 'leerteam.lid-eraf', args: { leerteam: teamArgument(team) } },
    submit: say.plain('bot.save'),
    small: say('leerteam.form.small'),
  };
}
