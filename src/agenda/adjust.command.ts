/** [Aanpassen]: the minutes of each line of one agenda; 0 is not this time. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { Stale, UserError } from '../bot/errors.ts';
import type { Field, Form } from '../bot/reply.ts';
import { plainText } from '../bot/text.ts';
import { refusal } from '../goals/goal-access.ts';
import { type FoundMeeting, findMeeting, meetingArgument, seen } from '../meetings/find-meeting.ts';
import { isOver, takesPlace } from '../meetings/meeting.ts';
import { meetingTitle } from '../meetings/meeting-words.ts';
import { may } from '../people/permissions.ts';
import { agendaPage, showMeeting, storedAgenda } from './agenda-answer.ts';
import type { Agenda, AgendaLine } from './draft-agenda.ts';
import { lineWords } from './line-words.ts';
import { loadAgenda } from './load-agenda.ts';

const MOST_MINUTES = 240;
const LABEL_LENGTH = 70;
/** More lines in one form are too many to fill in, and for some platforms to show. */
const MOST_LINES = 40;

export const adjust = command({
  intent: 'agenda.aanpassen',
  words: ['agenda aanpassen'],
  example: '/agenda aanpassen',
  help: null,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z
    .object({
      bijeenkomst: z.string().optional(),
      leerteam: z.string().optional(),
      /** Of the meeting from which the form was made, 0 when nothing was stored; only a form has it. */
      versie: z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number)
        .optional(),
    })
    .catchall(z.string()),
  run: async (context, { bijeenkomst, leerteam, versie, ...typed }) => {
    const found = await findMeeting(context, 'meeting.plan', { bijeenkomst, leerteam });
    await mustSeeLines(context, found);
    const { meeting } = found;
    if (!takesPlace(meeting) || isOver(meeting, context.now)) return agendaPage(context, found);
    const agenda = await loadAgenda(context.store, found);
    if (versie === undefined) return form(context, found, agenda);
    // Rows are made on demand, so nothing stored is version 0 here.
    const seenThen = { ...seen(found), version: versie === 0 ? null : versie };
    try {
      await context.store.agenda.setLineMinutes(context.stamp, seenThen, readMinutes(context, agenda, typed));
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      return storedAgenda(context, found, context.say('agenda.changed-meanwhile'));
    }
    return storedAgenda(context, found, context.say('agenda.adjusted'));
  },
  again: showMeeting,
});

/** The lines name who brought what, which a director of another team does not see. */
async function mustSeeLines(context: Context, { team }: FoundMeeting): Promise<void> {
  const subject = { schoolId: team.schoolId, teamId: team.id };
  if (!may(context.actor, 'agenda.see', subject)) throw await refusal(context, 'agenda.see', subject);
}

/** Only what differs from the proposal, and what was set before and stayed or was not asked: the rest goes on following the proposal. */
function readMinutes(
  context: Context,
  agenda: Agenda,
  typed: Readonly<Record<string, unknown>>,
): ReadonlyMap<string, number> {
  const minutes = new Map<string, number>();
  const asked = new Set(askedLines(agenda).map(({ key }) => key));
  for (const line of [...agenda.lines, ...agenda.later]) {
    const value = typed[line.key];
    if (typeof value !== 'string') {
      if (!asked.has(line.key) && line.minutes !== line.proposed) minutes.set(line.key, line.minutes);
      continue;
    }
    const entered = read(context, value);
    const stays = entered === line.minutes && line.minutes === line.proposed;
    if (!stays && entered !== line.proposed) minutes.set(line.key, entered);
  }
  return minutes;
}

/** Those of this meeting first. */
function askedLines({ lines, later }: Agenda): readonly AgendaLine[] {
  return [...lines, ...later].slice(0, MOST_LINES);
}

function read({ say }: Context, typed: string): number {
  const minutes = /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : Number.NaN;
  if (minutes <= MOST_MINUTES) return minutes;
  throw new UserError(say('agenda.adjust.wrong', { typed: short(typed), max: MOST_MINUTES }));
}

async function form(context: Context, found: FoundMeeting, agenda: Agenda): Promise<Form> {
  const { say, today } = context;
  const { team, meeting } = found;
  const hasMore = agenda.lines.length + agenda.later.length > MOST_LINES;
  const field = async (line: AgendaLine): Promise<Field> => ({
    kind: 'number',
    name: line.key,
    label: short(plainText(await lineWords(context, line, team, 'chair')), LABEL_LENGTH),
    required: false,
    value: String(line.minutes),
  });
  return {
    kind: 'form',
    title: say.plain('agenda.adjust.title'),
    intro: say(hasMore ? 'agenda.adjust.intro-more' : 'agenda.adjust.intro', {
      meeting: meetingTitle(say, team, meeting, today),
      total: agenda.total,
      length: agenda.length,
      shown: MOST_LINES,
    }),
    fields: await Promise.all(askedLines(agenda).map(field)),
    intent: {
      name: context.intent.name,
      args: { bijeenkomst: meetingArgument(team.id, meeting.date), versie: String(meeting.version ?? 0) },
    },
    submit: say.plain('bot.save'),
    small: say('agenda.adjust.small'),
  };
}
