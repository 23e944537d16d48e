/** `/afwezig 12 t/m 16 januari`, `/afwezig vanaf morgen`, a director also `/afwezig @Sanne 12 januari`: dates only, never a reason. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { readDay, readRange } from '../bot/dates.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Form, Notice, Part, RichText } from '../bot/reply.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import { daysBetween, type LocalDate, nextYear } from '../calendar/local-date.ts';
import { lostTalkParts, talksLostBy } from '../pop/lost-talks.ts';
import { type Absentee, absenceTold, absenteeFor, isMention } from './absentee.ts';
import { personArgument } from './find-colleague.ts';
import { schoolsOf } from './permissions.ts';
import type { Absence } from './person.ts';
import { periodWords, undoButton } from './undo-absence.command.ts';

const MOST_DAYS = 2 * 366;

export const absent = command({
  intent: 'afwezig',
  words: ['afwezig'],
  sayings: ['ik ben er niet', 'i am away'],
  example: 'example.absent',
  help: 'help.absent',
  parse: (rest, today): Record<string, string> => {
    const [first] = rest;
    if (!first) return {};
    return !first.quoted && isMention(first.text) ? whoAndWhen(rest, today) : { periode: wordsOf(rest) };
  },
  args: z.object({
    /** Left out: about oneself. */
    wie: z.string().optional(),
    periode: z.string().optional(),
    van: z.string().optional(),
    tot: z.string().optional(),
  }),
  run: async (context, { wie, periode, van, tot }) => {
    const absentee = await absenteeFor(context, wie);
    const typed = periode ?? absentee.rest;
    if (typed !== '') return save(context, absentee, typedPeriod(context, typed), false);
    const open = () => form(context, absentee);
    if (van === undefined) return open();
    return sentForm(context, open, () => save(context, absentee, filledPeriod(context, van, tot), true));
  },
});

/** The shortest name that leaves a period; when there is none, all of it: only who knows the people can tell where a name ends. */
function whoAndWhen(line: readonly Token[], today: LocalDate): Record<string, string> {
  const length = line.findIndex((_, at) => at > 0 && readRange(wordsOf(line.slice(at)), today) !== null);
  if (length < 0) return { wie: wordsOf(line) };
  return { wie: wordsOf(line.slice(0, length)), periode: wordsOf(line.slice(length)) };
}

/** `isFilledIn`: in a form, where nothing can be typed. */
async function save(context: Context, absentee: Absentee, absence: Absence, isFilledIn: boolean): Promise<Notice> {
  const { say, today, store, stamp } = context;
  if (absence.until && absence.until < absence.from) throw new UserError(say('absent.end-before-start'));
  if (absence.until && absence.until < today) {
    throw isFilledIn ? new UserError(say('absent.over-filled')) : over(context, absence.from, absence.until);
  }
  // Longer, or further away, than this is a typing error.
  if (daysBetween(today, absence.until ?? absence.from) > MOST_DAYS) throw new UserError(say('absent.too-long'));
  const isSelf = absentee.schoolId === null;
  const actor = isSelf ? context.actor : await store.people.actorById(absentee.id, today);
  const lost = actor ? await talksLostBy({ store, actor, today }, absence) : [];
  const told = absenceTold(absentee, context);
  const reported = await store.people.reportAbsent(stamp, absentee.id, absence, {
    ...told,
    tells: [...told.tells, ...lost],
  });
  const { absence: stored, before } = reported;
  const isSame = before.some((one) => one.from === stored.from && one.until === stored.until);
  return answer(isSame ? stoodThere(context, absentee, stored) : savedWords(context, absentee, stored), [
    ...buttonsPart([
      ...(stored.from > today ? [] : [backButton(context, absentee)]),
      ...(isSame ? [] : [undoButton(context, reported, absentee)]),
    ]),
    ...(await openTooParts(context, absentee, stored)),
    // Which talks others have with somebody is not for a director to know.
    ...(await lostTalkParts(context, absence, isSelf ? undefined : absentee.id)),
  ]);
}

/** Days within an absence without an end are stored beside it: who meant only those days hears that the other one holds too. */
async function openTooParts(context: Context, absentee: Absentee, stored: Absence): Promise<readonly Part[]> {
  if (stored.until === null) return [];
  const { say, today, store } = context;
  const open = (await store.people.absences(absentee.id, stored.from)).find(
    ({ from, until }) => until === null && from <= stored.from,
  );
  if (!open) return [];
  const from = say.date(open.from, today);
  const { name, schoolId } = absentee;
  const undo = {
    ...undoButton(context, { absence: open, before: [] }, absentee),
    label: say.plain('absent.only-these'),
  };
  return [
    textPart(schoolId === null ? say('absent.open-too', { from }) : say('absent.other.open-too', { name, from })),
    ...buttonsPart([open.from > today ? undo : backButton(context, absentee)]),
  ];
}

function backButton({ say }: Context, absentee: Absentee): Button {
  if (absentee.schoolId === null) {
    return { label: say.plain('absent.back-button'), intent: { name: 'ik-ben-er', args: {} } };
  }
  return {
    label: say.plain('absent.other.back-button'),
    intent: { name: 'ik-ben-er', args: { wie: personArgument(absentee) } },
  };
}

/** Without a year the days that are just over are meant, so the answer says how to write those of next year. */
function over({ say }: Context, from: LocalDate, until: LocalDate): UserError {
  const [first, last] = [from, until].map((day) => say.dayMonth(nextYear(day), day));
  const example = first === last ? first! : say.plain('day.range', { from: first!, until: last! });
  return new UserError(say('absent.over', { example }));
}

function typedPeriod({ say, today, actor }: Context, text: string): Absence {
  const range = readRange(text, today);
  if (!range) {
    // A director may have typed a name without @.
    throw new UserError(say(schoolsOf(actor, 'director').length > 0 ? 'absent.unknown-director' : 'absent.unknown'));
  }
  if ('wrong' in range) throw new UserError(say('absent.end-before-start'));
  return range;
}

function filledPeriod({ say, today }: Context, from: string, until: string | undefined): Absence {
  const read = (text: string) => {
    const day = readDay(text, today);
    if (!day) throw new UserError(say('bot.date-unknown', { typed: text }));
    return day;
  };
  return { from: read(from), until: until ? read(until) : null };
}

function stoodThere(context: Context, { name, schoolId }: Absentee, stored: Absence): RichText {
  const period = periodWords(context, stored);
  return schoolId === null
    ? context.say('absent.same', { period })
    : context.say('absent.other.same', { name, period });
}

function savedWords(context: Context, { name, schoolId }: Absentee, stored: Absence): RichText {
  return schoolId === null ? saved(context, stored) : savedFor(context, name, stored);
}

function saved({ say, today }: Context, { from, until }: Absence): RichText {
  if (until === null) return say('absent.saved-open', { from: say.date(from, today) });
  if (until === from) return say('absent.saved-day', { day: say.date(from, today) });
  return say('absent.saved-range', { from: say.date(from, today), until: say.date(until, today) });
}

function savedFor({ say, today }: Context, name: string, { from, until }: Absence): RichText {
  if (until === null) return say('absent.other.saved-open', { name, from: say.date(from, today) });
  if (until === from) return say('absent.other.saved-day', { name, day: say.date(from, today) });
  return say('absent.other.saved-range', { name, from: say.date(from, today), until: say.date(until, today) });
}

function form({ say, today }: Context, absentee: Absentee): Form {
  const isOther = absentee.schoolId !== null;
  return {
    kind: 'form',
    title: isOther ? say.plain('absent.other.form-title', { name: absentee.name }) : say.plain('absent.form.title'),
    intro: isOther ? say('absent.other.form-intro', { name: absentee.name }) : null,
    fields: [
      { kind: 'date', name: 'van', label: say.plain('absent.form.from'), required: true, value: today },
      {
        kind: 'date',
        name: 'tot',
        label: say.plain('absent.form.until'),
        hint: say.plain('absent.form.until-hint'),
        required: false,
      },
    ],
    intent: { name: 'afwezig', args: isOther ? { wie: personArgument(absentee) } : {} },
    submit: say.plain('bot.save'),
    small: say('absent.form.small'),
  };
}
