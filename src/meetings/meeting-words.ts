/** "Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00": how a meeting is named. */
import type { RichText } from '../bot/reply.ts';
import { literal, type Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { LocalTime } from '../calendar/zone.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { teamKindWord } from '../teams/team-words.ts';
import { endOf } from './meeting.ts';
import type { Meeting } from './meetings.ts';

type Times = Pick<Meeting, 'date' | 'time' | 'duration'>;

/** Dutch writes 15.00, English 15:00. */
export function clockWords(say: Say, time: LocalTime): string {
  return say.language === 'nl' ? time.replace(':', '.') : time;
}

/** `donderdag 26 november, 15.00`. */
export function startWords(say: Say, { date, time }: Pick<Meeting, 'date' | 'time'>, today: LocalDate): string {
  return say.plain('meeting.start', { date: say.date(date, today), time: clockWords(say, time) });
}

/** `Leerteam Bovenbouw`, `Expertiseteam Taal`, `MT`: the kind only when the name does not say it. */
export function teamWords(say: Say, { name, kind }: Pick<Leerteam, 'name' | 'kind'>): string {
  const word = teamKindWord(say, kind);
  if ([kind, word].some((each) => name.toLowerCase().startsWith(each.toLowerCase()))) return name;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${name}`;
}

/** `Leerteam Bovenbouw · donderdag 26 november, 15.00-16.00`. */
export function meetingTitle(say: Say, team: Leerteam, meeting: Times, today: LocalDate): RichText {
  const { date, time } = meeting;
  return literal(
    say.plain('meeting.title', {
      team: teamWords(say, team),
      date: say.date(date, today),
      from: clockWords(say, time),
      until: clockWords(say, endOf(meeting)),
    }),
    'bold',
  );
}
