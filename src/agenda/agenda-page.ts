/** The agenda of one meeting: its lines with minutes and their sum, what is for later, and what the calendar says (MESSAGES, agenda for the chair). */
import { dayName } from '../bot/day-name.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Button, Part, RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { type FoundMeeting, meetingArgument } from '../meetings/find-meeting.ts';
import { lastMove } from '../meetings/last-move.ts';
import { isOver, takesPlace } from '../meetings/meeting.ts';
import { meetingTitle, startWords } from '../meetings/meeting-words.ts';
import { teamArgument } from '../teams/find-team.ts';
import { type AgendaContext, laterParts, lineParts } from './agenda-rows.ts';
import { type AgendaWarning, agendaWarnings } from './agenda-warnings.ts';
import type { Agenda } from './draft-agenda.ts';
import type { Audience } from './line-words.ts';
import { loadAgenda } from './load-agenda.ts';

/** `Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00`; in a post of an agenda that nobody shared yet it says that it is a draft. */
export function agendaTitle(
  { say, today }: Pick<AgendaContext, 'say' | 'today'>,
  { team, meeting }: FoundMeeting,
  audience: Audience,
): RichText {
  const title = meetingTitle(say, team, meeting, today);
  const isDraft = audience === 'shared' && meeting.state === 'gepland';
  return isDraft ? joinText([title, say('agenda.draft')]) : title;
}

/** Everything below that title, with `more` beside its buttons. Of a meeting that was moved, cancelled or held it says so, and nothing else. */
export async function agendaParts(
  context: AgendaContext,
  found: FoundMeeting,
  audience: Audience,
  more: readonly Button[] = [],
): Promise<readonly Part[]> {
  const { say, now, store } = context;
  const { meeting } = found;
  if (!takesPlace(meeting)) return notTakingPlace(context, found, audience);
  if (meeting.state === 'gehouden' || isOver(meeting, now)) {
    return [textPart(say('agenda.over')), ...buttonsPart(audience === 'titles' ? [] : [minutesButton(context, found)])];
  }
  const agenda = await loadAgenda(store, found);
  return [
    ...(await lineParts(context, found, audience, agenda.lines)),
    textPart(sumWords(context, agenda, audience)),
    ...(await laterParts(context, found, audience, agenda.later)),
    ...buttonsPart([...buttons(context, found, audience), ...more]),
    ...warningParts(context, found, audience),
  ];
}

/** Beside other points: what is asked, whether it fits, and what can be done with it. What is too long is looked at before it is shared. */
export async function agendaShort(context: AgendaContext, found: FoundMeeting): Promise<readonly Part[]> {
  const agenda = await loadAgenda(context.store, found);
  const fits = agenda.total <= agenda.length;
  const plan = planButtons(context, found).filter(({ intent }) => fits || intent.name !== 'agenda.delen');
  return [
    textPart(context.say('agenda.asked')),
    textPart(sumWords(context, agenda, 'chair')),
    ...buttonsPart([agendaButton(context, found), ...plan]),
  ];
}

/** [Delen met het team] [Aanpassen] [Verzetten] [Gaat niet door]: what whoever plans the meeting can do with it. */
export function planButtons({ say }: Pick<AgendaContext, 'say'>, found: FoundMeeting): readonly Button[] {
  const button = (label: string, name: string): Button => ({ label, intent: { name, args: meetingArgs(found) } });
  const share: Button = { ...button(say.plain('agenda.button.share'), 'agenda.delen'), style: 'primary' };
  return [
    ...(found.meeting.state === 'gepland' ? [share] : []),
    { ...button(say.plain('agenda.button.adjust'), 'agenda.aanpassen'), aside: true },
    button(say.plain('agenda.button.move'), 'agenda.verzet'),
    button(say.plain('agenda.button.cancel'), 'agenda.vervalt'),
  ];
}

export function agendaButton({ say }: Pick<AgendaContext, 'say'>, found: FoundMeeting): Button {
  return { label: say.plain('agenda.button.show'), intent: { name: 'agenda', args: meetingArgs(found) } };
}

function meetingArgs({ team, meeting }: FoundMeeting) {
  return { bijeenkomst: meetingArgument(team.id, meeting.date) };
}

function minutesButton({ say }: AgendaContext, found: FoundMeeting): Button {
  return { label: say.plain('agenda.button.minutes'), intent: { name: 'agenda.verslag', args: meetingArgs(found) } };
}

/** Where a meeting that was moved is now; why it does not take place else. */
function notTakingPlace(context: AgendaContext, found: FoundMeeting, audience: Audience): readonly Part[] {
  const { say, today } = context;
  const last = lastMove(found);
  if (last === null) return [textPart(say('agenda.moved', { to: say.date(found.meeting.movedTo!, today) }))];
  const { state, reason, closed } = last;
  if (state === 'vervallen')
    return [textPart(reason ? say('agenda.cancelled', { reason }) : say('agenda.cancelled-plain'))];
  if (found.meeting.state === 'verzet') {
    const button = agendaButton(context, { ...found, meeting: last });
    return [textPart(say('agenda.moved', { to: startWords(say, last, today) })), ...buttonsPart([button])];
  }
  return [
    textPart(say('agenda.closed', { name: dayName(say, closed ?? '') })),
    ...buttonsPart(audience === 'chair' ? [moveButton(context, found)] : []),
  ];
}

function moveButton({ say }: AgendaContext, found: FoundMeeting): Button {
  return { label: say.plain('agenda.button.move'), intent: { name: 'agenda.verzet', args: meetingArgs(found) } };
}

function sumWords({ say }: AgendaContext, { total, length }: Agenda, audience: Audience): RichText {
  const sum = say('agenda.sum', { total, length });
  if (total <= length) return sum;
  return joinText([sum, say(audience === 'chair' ? 'agenda.too-long-chair' : 'agenda.too-long')], ' ');
}

function buttons(context: AgendaContext, found: FoundMeeting, audience: Audience): readonly Button[] {
  const { say } = context;
  const add: Button = {
    label: say.plain('agenda.button.add'),
    intent: { name: 'agenda.punt', args: { leerteam: teamArgument(found.team) } },
    aside: true,
  };
  return audience === 'chair' ? [...planButtons(context, found), add] : [add];
}

function warningParts(context: AgendaContext, found: FoundMeeting, audience: Audience): readonly Part[] {
  return agendaWarnings(found, context.today).flatMap((warning) => {
    const canMove = warning.kind === 'closed' && audience === 'chair';
    return [
      textPart(warningWords(context, warning)),
      ...buttonsPart(canMove ? [moveLost(context, found, warning)] : []),
    ];
  });
}

function warningWords({ say, today }: AgendaContext, warning: AgendaWarning): RichText {
  const date = say.date(warning.date, today);
  return warning.kind === 'closed'
    ? say('agenda.warning.closed', { date, name: dayName(say, warning.name) })
    : say('agenda.warning.study-day', { date });
}

function moveLost({ say, today }: AgendaContext, { team }: FoundMeeting, { date }: AgendaWarning): Button {
  return {
    label: say.plain('agenda.button.move-lost', { date: say.dayMonth(date, today) }),
    intent: { name: 'agenda.verzet', args: { bijeenkomst: meetingArgument(team.id, date) } },
  };
}
