/** The .ics file of a talk: the same entry for both, and the same again when the talk is moved or called off. */
import type { Part } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { type Appointment, appointmentFile } from '../calendar/appointment.ts';
import type { PopTalkId, Talk, TalkMoment } from './pop.ts';
import { talkName, talkTitle } from './pop-names.ts';

/** An hour: nobody is asked how long it takes. */
const MINUTES = 60;

export type TalkEntry = {
  readonly id: PopTalkId;
  readonly talk: Talk;
  readonly version: number;
  readonly moment: TalkMoment;
  /** The other of the two, for whoever gets the file. */
  readonly with: string;
  /** Why they get it now. */
  readonly because: 'add' | 'update' | 'cancel';
};

/** `now` is when the file is made. */
export function talkFile(say: Say, entry: TalkEntry, now: Date): Part {
  const { talk, moment, because } = entry;
  const isCancelled = because === 'cancel';
  const title = say.plain('pop.talk-with', { talk: talkTitle(say, talk), name: entry.with });
  const appointment: Appointment = {
    uid: `pop-${entry.id}@leerteambot`,
    sequence: entry.version,
    day: moment.day,
    time: moment.time,
    minutes: MINUTES,
    title: isCancelled ? say.plain('files.struck-out', { title }) : title,
    note: '',
    isCancelled,
    isPrivate: true,
  };
  return {
    kind: 'file',
    file: appointmentFile(say.plain('pop.file.name'), [appointment], now),
    sentence: because === 'update' ? say('pop.file.update') : say(`pop.file.${because}`, { talk: talkName(say, talk) }),
  };
}
