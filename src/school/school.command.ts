/** `/school`: what a director or an admin sets for a school, with its days, people, blokken and the date of the PGMR. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { dayName } from '../bot/day-name.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button, Part, RichText } from '../bot/reply.ts';
import { literal, type PlainKey } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { schoolCalendar } from '../calendar/school-calendar.ts';
import { wholeVacations } from '../calendar/school-vacations.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { vacationTitle } from '../calendar/vacations.ts';
import { hasRole } from '../people/permissions.ts';
import type { School } from '../people/person.ts';
import { dayRow, periodWords } from './day-row.ts';
import { managesSchools, schoolFor } from './find-school.ts';
import { schoolButton } from './school-button.ts';

/** How many coming days the page shows itself. */
const DAYS_SHOWN = 5;

export const school = command({
  intent: 'school',
  words: ['school'],
  example: '/school',
  help: 'help.school',
  listedFor: managesSchools,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { school: wordsOf(rest) }),
  args: z.object({ school: z.string().optional() }),
  run: async (context, { school: typed }) => {
    const found = await schoolFor(context, typed);
    return answer(literal(found.name, 'bold'), await schoolParts(context, found));
  },
});

async function schoolParts(context: Context, found: School): Promise<readonly Part[]> {
  const { say, store, today } = context;
  const [consent, days, staff, teams] = await Promise.all([
    store.school.popConsent(found.id),
    store.school.ownDays(found.id, today),
    store.school.staff(found.id, today),
    store.agenda.teams(found.id, today),
  ]);
  const pop = consent === null ? say('school.pop-off') : say('school.pop-on', { date: say.dayMonth(consent, today) });
  const facts: readonly (readonly [PlainKey, RichText])[] = [
    ['school.region', say(`school.region.${found.calendar.region}`)],
    ['school.vacations', vacationWords(context, found)],
    ['school.blokken', blokWords(context, found)],
    ['school.pop', pop],
    ['school.people', literal(String(staff.length))],
    ['school.teams', literal(String(teams.length))],
  ];
  const button = (key: PlainKey, intent: string): Button => schoolButton(say.plain(key), intent, found);
  return [
    { kind: 'facts', facts: facts.map(([key, value]) => ({ label: say.plain(key), value })) },
    { kind: 'heading', text: say('school.days-ahead') },
    ...(days.length === 0
      ? [{ kind: 'text', text: say('school.no-days') } as const]
      : [{ kind: 'list', rows: days.slice(0, DAYS_SHOWN).map((one) => dayRow(context, one, [])) } as const]),
    ...buttonsPart([
      button('school.button.add-days', 'school.dag-erbij'),
      ...(days.length === 0 ? [] : [button('school.button.days', 'school.dagen')]),
      button('school.button.staff', 'school.mensen'),
      button('school.button.hire', 'school.in-dienst'),
      ...(teams.length === 0
        ? []
        : [{ label: say.plain('school.teams'), intent: { name: 'leerteam', args: { welke: 'alles' } } }]),
      button('school.button.new-team', 'leerteam.nieuw'),
      button('school.button.blokken', 'school.blokken'),
      button('school.button.pop', 'school.pgmr'),
      button('school.button.pop-days', 'school.pop-maanden'),
      ...(hasRole(context.actor, 'beheerder', null)
        ? [{ label: say.plain('retention.button'), intent: { name: 'school.bewaren', args: {} } }]
        : []),
    ]),
  ];
}

/** Of this school year, as they hold for this school. */
function vacationWords(context: Context, { calendar }: School): RichText {
  const year = schoolYearOf(context.today);
  const parts = wholeVacations(year, calendar);
  if (parts.length === 0) return context.say('school.vacations-unknown');
  return literal(
    parts
      .map((part) => `${dayName(context.say, vacationTitle(part.vacation))} ${periodWords(context, part)}`)
      .join(', '),
  );
}

function blokWords(context: Context, { calendar }: School): RichText {
  const { say, today } = context;
  const blokken = schoolCalendar(calendar).blokken(schoolYearOf(today));
  const starts = blokken.map(({ from }) => say.dayMonth(from, today)).join(', ');
  const isOwn = calendar.blokStarts?.some((day) => schoolYearOf(day) === schoolYearOf(today)) ?? false;
  return say(isOwn ? 'school.blokken-own' : 'school.blokken-default', { starts });
}
