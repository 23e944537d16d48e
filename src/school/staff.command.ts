/** `/school mensen`: who works at the school, each with [Wijzigen], [Afwezig] and [Uit dienst]. */
import { z } from 'zod';
import { offsetArgument } from '../bot/arguments.ts';
import { type Context, command } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button, Row } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { personArgument } from '../people/find-colleague.ts';
import { standsAt } from '../people/permissions.ts';
import type { School } from '../people/person.ts';
import type { StaffMember } from '../people/school.store.ts';
import { workingDayWords } from '../people/working-day-words.ts';
import { schoolFor } from './find-school.ts';
import { mayEndService } from './find-staff.ts';
import { schoolButton } from './school-button.ts';
import { roleWords } from './staff-fields.ts';

const PAGE = 8;

export const staffList = command({
  intent: 'school.mensen',
  words: ['school mensen', 'school medewerkers'],
  example: '/school mensen',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { school: wordsOf(rest) }),
  args: z.object({ school: z.string().optional(), vanaf: offsetArgument.optional() }),
  run: async (context, { school: typed, vanaf = 0 }) => {
    const { say, store, today } = context;
    const school = await schoolFor(context, typed);
    const staff = await store.school.staff(school.id, today);
    const hire = buttonsPart([schoolButton(say.plain('school.button.hire'), 'school.in-dienst', school)]);
    if (staff.length === 0) return answer(say('school.nobody', { school: school.name }), hire);
    const start = vanaf < staff.length ? vanaf : 0;
    const next = start + PAGE;
    const more = schoolButton(say.plain('bot.more'), 'school.mensen', school, { vanaf: String(next) });
    const rows = await Promise.all(staff.slice(start, next).map((member) => rowOf(context, school, member)));
    return answer(say('school.people-title', { school: school.name, count: staff.length }), [
      { kind: 'list', rows, ...(next < staff.length ? { more } : {}) },
      ...hire,
    ]);
  },
});

async function rowOf(context: Context, school: School, member: StaffMember): Promise<Row> {
  const { actor, say, today } = context;
  const { workingDays, from, until } = member;
  const persoon = { persoon: personArgument(member) };
  const end = mayEndService(actor, member)
    ? [schoolButton(say.plain('school.button.end-service'), 'school.uit-dienst', school, persoon)]
    : [];
  return {
    title: literal(member.name, 'bold'),
    lines: [
      joinText([
        literal(roleWords(member.roles, say)),
        workingDays === null ? say('school.days-unknown') : literal(workingDayWords(say, workingDays)),
        from !== null && from > today ? say('school.from', { date: say.date(from, today) }) : [],
        until === null ? [] : say('school.until', { date: say.date(until, today) }),
      ]),
    ],
    buttons: [
      schoolButton(say.plain('school.button.change'), 'school.medewerker', school, persoon),
      ...(await absenceButton(context, school, member)),
      ...end,
    ],
  };
}

/** For the director of the school only: an admin has nothing to do with who is away. */
async function absenceButton(
  { actor, store, say, today }: Context,
  school: School,
  member: StaffMember,
): Promise<readonly Button[]> {
  if (!standsAt(actor, 'director', school.id)) return [];
  const args = { wie: personArgument(member) };
  const isAway = (await store.people.absences(member.id, today)).some(({ from }) => from <= today);
  return isAway
    ? [{ label: say.plain('absent.other.back-button'), intent: { name: 'ik-ben-er', args } }]
    : [{ label: say.plain('school.button.absent'), intent: { name: 'afwezig', args } }];
}
