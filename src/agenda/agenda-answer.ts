/** The agenda as an answer to one person: as much of it as they may see (PRODUCT 2), and what they can do with it. */
import type { Context } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Intent, Notice, Part, RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal } from '../bot/text.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { readSubject } from '../delivery/subject.ts';
import { needsSchoolName } from '../goals/goal-names.ts';
import { calendarButton } from '../meetings/calendar-button.ts';
import { type FoundMeeting, meetingArgument, teamYear } from '../meetings/find-meeting.ts';
import { isOver, type StoredMeeting, takesPlace, teamMeetings } from '../meetings/meeting.ts';
import { hasBegun } from '../minutes/meeting-told.ts';
import { may } from '../people/permissions.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { agendaParts, agendaTitle, planButtons } from './agenda-page.ts';
import type { Audience } from './line-words.ts';
import { channelPost, unreachedParts } from './unreached-channel.ts';

const DECISIONS = 3;

/** With a sentence above it when something is to be said first. */
export async function agendaPage(context: Context, found: FoundMeeting, first?: RichText): Promise<Notice> {
  const audience = audienceOf(context, found.team);
  const meetingOnly = agendaTitle(context, found, audience);
  const title = needsSchoolName(context) ? joinText([meetingOnly, literal(found.school.name)]) : meetingOnly;
  // Not under what comes by itself every week.
  const own = calendarButton(context, found.team, found.meeting.date);
  const parts = [
    ...(await unreached(context, found)),
    ...(await agendaParts({ ...context, receiver: context.actor }, found, audience, [own])),
    ...(audience === 'titles' ? await besidesTitles(context, found) : []),
  ];
  return first ? answer(first, [textPart(title), ...parts]) : answer(title, parts);
}

/** What is still ahead and should stand in the channel, for who can do something about it. */
async function unreached(context: Context, found: FoundMeeting): Promise<readonly Part[]> {
  const { actor, say, store, now } = context;
  const { team, meeting } = found;
  const plans = may(actor, 'meeting.plan', { schoolId: team.schoolId, teamId: team.id });
  if (!plans || !takesPlace(meeting) || hasBegun(meeting, now)) return [];
  return unreachedParts(say, found, await channelPost(store, found));
}

/** The same from what is stored by now; also of a meeting that somebody else changed meanwhile. */
export async function storedAgenda(
  context: Context,
  { team, meeting }: FoundMeeting,
  first: RichText,
): Promise<Notice> {
  const year = await teamYear(context.store, team);
  const meetings = teamMeetings(team, year.calendar, schoolYearOf(meeting.date), year.stored);
  const now = meetings.find(({ date }) => date === meeting.date) ?? meeting;
  return agendaPage(context, { ...year, meeting: now }, first);
}

/** What to show when an act about a meeting was done already. */
export function showMeeting(subject: string): Intent {
  const about = readSubject(subject);
  return {
    name: 'agenda',
    args: about?.kind === 'meeting' ? { bijeenkomst: meetingArgument(about.teamId, about.date) } : {},
  };
}

function audienceOf({ actor }: Context, { id, schoolId }: Leerteam): Audience {
  const subject = { schoolId, teamId: id };
  if (!may(actor, 'agenda.see', subject)) return 'titles';
  return may(actor, 'meeting.plan', subject) ? 'chair' : 'member';
}

/** Decisions, and what the team shared with the MT last time; a director can plan the meeting too. */
async function besidesTitles(context: Context, found: FoundMeeting): Promise<readonly Part[]> {
  const { actor, now, say, store, today } = context;
  const { team, meeting } = found;
  const mayPlan = may(actor, 'meeting.plan', { schoolId: team.schoolId, teamId: team.id });
  const plans = mayPlan && takesPlace(meeting) && !isOver(meeting, now);
  const decisions = await store.minutes.decisions(team.id, DECISIONS);
  const shared = await lastShared(context, found);
  return [
    ...buttonsPart(plans ? planButtons(context, found).filter(({ intent }) => intent.name !== 'agenda.aanpassen') : []),
    ...(decisions.length > 0
      ? ([
          { kind: 'heading', text: say('agenda.decisions') },
          ...decisions.map(({ date, text }) => textPart(say('agenda.decision', { date: say.date(date, today), text }))),
        ] as const)
      : []),
    ...(shared ? ([{ kind: 'heading', text: say('agenda.shared-with') }, textPart(literal(shared))] as const) : []),
  ];
}

async function lastShared({ store }: Context, { stored }: FoundMeeting): Promise<string> {
  const held = stored.findLast(({ state }: StoredMeeting) => state === 'gehouden');
  const minutes = held && (await store.minutes.of(held.id));
  return (minutes?.entries ?? [])
    .map(({ shared }) => shared)
    .filter((each) => each !== '')
    .join('\n');
}
