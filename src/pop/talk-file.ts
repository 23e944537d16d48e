/** The .ics file of a talk: the same entry for both, and the same again when the talk is moved or called off. */
import { fileName } from '../bot/file-name.ts';
import type { Part } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import { type Appointment, appointmentFile } from '../calendar/appointment.ts';
import type { PopTalkId, Talk, TalkMoment } from './pop.ts';
import { talkName, talkTitle } from './pop-names.ts';

/** An hour: nobody is asked how long it takes. */
export const TALK_MINUTES = 60;

export type TalkEntry = {
  readonly id: PopTalkId;
  readonly talk: Talk;
  readonly version: number;
  readonly moment: TalkMoment;
  /** The other of the two, for whoever gets the file; null: there is no lead any more. */
  readonly with: string | null;
  /** Why they get it now. */
  readonly because: 'add' | 'update' | 'cancel';
};

/** `now` is when the file is made. */
export function talkFile(say: Say, entry: TalkEntry, now: Date): Part {
  const { talk, moment, because } = entry;
  const isCancelled = because === 'cancel';
  const { with: name } = entry;
  const title = name === null ? talkTitle(say, talk) : say.plain('pop.talk-with', { talk: talkTitle(say, talk), name });
  const appointment: Appointment = {
    uid: `pop-${entry.id}@leerteambot`,
    sequence: entry.version,
    day: moment.day,
    time: moment.time,
    minutes: TALK_MINUTES,
    title: isCancelled ? say.plain('files.struck-out', { title }) : title,
    note: '',
    isCancelled,
    isPrivate: true,
  };
  return {
    kind: 'file',
    // A digest may hold those of several people.
    file: appointmentFile(fileName(talkName(say, talk), name ?? ''), [appointment], now),
    sentence: say(name === null ? 'pop.file.cancel-alone' : `pop.file.${because}`, {
      talk: talkName(say, talk),
      name: name ?? '',
    }),
  };
}
