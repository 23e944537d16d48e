/** "Wie neemt dit over?": a menu for each thing; what is left empty stays for a next time. */
import { dayInAWeek } from '../actions/new-due.ts';
import { type Context, short } from '../bot/command.ts';
import { readDay } from '../bot/dates.ts';
import type { Field, Form, Option } from '../bot/reply.ts';
import { plainText } from '../bot/text.ts';
import { colleagueOptions, personArgument } from '../people/find-colleague.ts';
import { NEW_DUE } from './chosen-owners.ts';
import type { FoundLeaver } from './find-leaver.ts';
import { type OpenThing, thingName } from './open-work.ts';
import { thingWords } from './things-part.ts';

/** More fields in one form are too many to fill in, and for some platforms to show. */
const MOST_FIELDS = 20;
/** In all menus together: a large school in each of many menus is more than Teams takes in one card (80 KB). */
const MOST_OPTIONS = 560;

/** How a menu names a leerteam, and nobody at all. */
export const TEAM_VALUE = 'leerteam:';
export const NOBODY = 'niemand';

export async function handoverForm(context: Context, { state, person, things }: FoundLeaver): Promise<Form> {
  const { say } = context;
  const schoolId = state.school.id;
  const colleagues = (await colleagueOptions(context, schoolId)).filter(
    ({ value }) => value !== personArgument(person),
  );
  const teams = (await context.store.agenda.teams(schoolId, context.today)).map(
    ({ id, name }): Option => ({ value: `${TEAM_VALUE}${id}`, label: say.plain('handover.form.team', { team: name }) }),
  );
  const nobody: Option = { value: NOBODY, label: say.plain('handover.form.nobody') };
  const optionsFor = (thing: OpenThing): readonly Option[] => {
    if (thing.kind === 'doel') return [...colleagues, ...teams];
    return thing.kind === 'vervanger' ? [...colleagues, nobody] : colleagues;
  };
  const menus = Math.floor(MOST_OPTIONS / (colleagues.length + teams.length + 1));
  const shown = things.slice(0, Math.max(1, Math.min(MOST_FIELDS, menus)));
  const hasLate = shown.some((thing) => thing.kind === 'actie' && thing.due < context.today);
  return {
    kind: 'form',
    title: say.plain('handover.form.title'),
    intro:
      things.length > shown.length
        ? say('handover.form.intro-more', { name: person.name, count: things.length, shown: shown.length })
        : say('handover.form.intro', { name: person.name }),
    fields: [
      ...shown.map(
        (thing): Field => ({
          kind: 'choice',
          name: thingName(thing),
          label: short(plainText(thingWords(context, thing)), 100),
          required: false,
          options: optionsFor(thing),
        }),
      ),
      ...(hasLate ? [newDue(context, state)] : []),
    ],
    intent: {
      name: 'overdracht',
      args: { persoon: personArgument(person), school: String(schoolId), verdeel: 'ja' },
    },
    submit: say.plain('bot.save'),
    small: say('handover.form.small'),
  };
}

/** Whoever takes over what is late gets time for it. */
function newDue({ say, today, intent }: Context, { school }: FoundLeaver['state']): Field {
  return {
    kind: 'date',
    name: NEW_DUE,
    label: say.plain('handover.form.new-due'),
    required: false,
    value: (intent.args[NEW_DUE] && readDay(intent.args[NEW_DUE], today)) || dayInAWeek(school, today),
  };
}
