/** `/instellingen`: a form with working days, time of the digest, language, kinds of nudge and quiet days. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import type { Field, Form } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { WEEKDAYS } from '../calendar/weekdays.ts';
import { DIGEST_TIMES } from '../delivery/digest-times.ts';
import { readSubject } from '../delivery/subject.ts';
import { knownSubject } from '../delivery/subject-label.ts';
import { alwaysTold, kindLabel, kindsFor, switchedBy } from './optional-kinds.ts';
import type { Employment, School } from './person.ts';
import { dayFields } from './working-day-fields.ts';

export const settings = command({
  intent: 'instellingen',
  words: ['instellingen', 'stop'],
  sayings: ['settings', 'mijn instellingen', 'my settings'],
  example: '/instellingen',
  help: 'help.settings',
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({}),
  run: settingsForm,
});

export async function settingsForm(context: Context): Promise<Form> {
  const { store, actor, say, today } = context;
  const now = await store.people.settings(actor.id);
  const places = await workplaces(context);
  const receiver = { ...actor, leads: (await store.pop.schoolsLed(actor.id, today)).length > 0 };
  const kinds = kindsFor(receiver);
  const always = alwaysTold(receiver).map((label) => say.plain(label));
  return {
    kind: 'form',
    title: say.plain('settings.title'),
    intro: say(places.length > 0 ? 'settings.intro-days' : 'settings.intro'),
    fields: [
      ...workingDayFields(context, places),
      choice(
        'tijd',
        say.plain('settings.time'),
        DIGEST_TIMES.map((time) => ({ value: time, label: time })),
        now.digestTime,
      ),
      {
        kind: 'choices',
        name: 'berichten',
        label: say.plain('settings.kinds'),
        required: false,
        options: kinds.map((kind) => ({ value: kind, label: say.plain(kindLabel(kind)) })),
        value: kinds.filter((kind) => !switchedBy(kind).every((one) => now.mutedKinds.includes(one))).join(','),
      },
      ...(await mutedSubjectField(context, now.mutedSubjects)),
      {
        kind: 'date',
        name: 'stil',
        label: say.plain('settings.snooze'),
        hint: say.plain('settings.snooze-hint'),
        required: false,
        ...(now.snoozedUntil && now.snoozedUntil >= context.today ? { value: now.snoozedUntil } : {}),
      },
      choice(
        'taal',
        say.plain('settings.language'),
        [
          { value: 'nl', label: say.plain('settings.language.nl') },
          { value: 'en', label: say.plain('settings.language.en') },
        ],
        now.language,
      ),
    ],
    intent: {
      name: 'instellingen.opslaan',
      // What the form listed, so that a mute of meanwhile stays; platforms leave out a field that was emptied.
      args: {
        getoond: now.mutedSubjects.join(','),
        soorten: kinds.join(','),
        ...shownDays(places),
      },
    },
    submit: say.plain('bot.save'),
    small: joinText(
      [always.length > 0 ? say('settings.always', { kinds: say.list(always) }) : [], say('settings.small')],
      ' ',
    ),
  };
}

export type Place = { readonly employment: Employment; readonly school: School };

/** The places where the person works now, with their schools. */
export async function workplaces({ store, actor }: Pick<Context, 'store' | 'actor'>): Promise<readonly Place[]> {
  const found = await Promise.all(
    actor.employments.map(async (employment) => {
      const school = employment.schoolId === null ? null : await store.people.school(employment.schoolId);
      return school ? [{ employment, school }] : [];
    }),
  );
  return found.flat();
}

export function workingDayFields(context: Pick<Context, 'say' | 'today'>, places: readonly Place[]): readonly Field[] {
  const { say } = context;
  return places.flatMap(({ employment, school: { id, name: school } }) =>
    dayFields(
      context,
      employment.workingDays ?? WEEKDAYS,
      { name: `dagen-${id}`, label: say.plain('settings.days', { school }) },
      { name: `omdeweek-${id}`, label: say.plain('settings.alternate', { school }) },
    ),
  );
}

/** What goes with those fields: the schools that they are about, and what was stored then, so that another's change of meanwhile stays. */
export function shownDays(places: readonly Place[]): Readonly<Record<string, string>> {
  return {
    scholen: places.map(({ school }) => school.id).join(','),
    ...Object.fromEntries(
      places.map(({ employment, school }) => [`was-${school.id}`, employment.workingDays?.join(',') ?? '']),
    ),
  };
}

/** What was switched off with "Niet meer over dit onderwerp", so that it can be switched on again. */
async function mutedSubjectField(context: Context, subjects: readonly string[]): Promise<readonly Field[]> {
  if (subjects.length === 0) return [];
  const { say } = context;
  const options = await Promise.all(
    subjects.map(async (subject) => {
      const known = await knownSubject(context, subject);
      // What is not theirs to see any more keeps its place in the list, without its words.
      const gone = readSubject(subject)?.kind === 'goal' ? 'settings.muted-goal' : 'settings.muted-other';
      return { value: subject, label: known?.label ?? say.plain(gone) };
    }),
  );
  return [
    {
      kind: 'choices',
      name: 'uit',
      label: say.plain('settings.muted'),
      required: false,
      options,
      value: subjects.join(','),
    },
  ];
}

function choice(
  name: string,
  label: string,
  options: readonly { value: string; label: string }[],
  value: string,
): Field {
  return { kind: 'choice', name, label, required: true, options, value };
}
