/** A school with POP on, in which some have a lead of their own, and what each hears of the others in the morning. */
import { localDate } from '../../src/calendar/local-date.ts';
import { instantAt, localTime } from '../../src/calendar/zone.ts';
import { appointmentNudge } from '../../src/pop/appointment.nudge.ts';
import { messageNudge } from '../../src/pop/message.nudge.ts';
import { FakePlatform } from '../delivery/fake-platform.ts';
import type { BuiltSchool, SchoolDraft } from '../support/store.ts';
import { strictTick } from '../support/strict-tick.ts';
import { Talk } from '../support/talk.ts';

/** Marieke leads Sanne and Nadia as the only director, Sanne leads Nico, and Bea of the board leads Marieke. */
export const REGENBUI: SchoolDraft = {
  school: { school: 'De Regenbui', popConsent: localDate('2026-09-01') },
  staff: [
    { name: 'Marieke', roles: ['directeur'], workingDays: ['ma', 'di', 'do', 'vr'], pop: true },
    { name: 'Sanne', pop: true, workingDays: ['ma', 'di', 'wo-even'] },
    { name: 'Nico', pop: true, lead: 'Sanne', workingDays: ['wo', 'do', 'vr'] },
    { name: 'Nadia', pop: true },
    { name: 'Vera' },
  ],
};
/** The other school, without POP: Bea works there, as does Nadia. */
export const BEEMD: SchoolDraft = {
  school: { school: 'De Beemd' },
  staff: [
    { name: 'Bea', roles: ['directeur'] },
    { name: 'Nadia', pop: true },
    { name: 'Kees', pop: true },
  ],
};

export type TalkingSchool = {
  readonly talk: Talk;
  readonly school: BuiltSchool;
  /** What somebody got on that day, at 08:05; the clock of the conversation stands there then. */
  morning(day: string): Promise<ReadonlyMap<string, string>>;
};

export async function talkingSchool(today = '2026-11-24'): Promise<TalkingSchool> {
  const { talk, schools } = await Talk.open(REGENBUI, BEEMD);
  const school = schools[0]!;
  const { store } = talk.opened;
  const platform = new FakePlatform();
  const tick = strictTick({
    store,
    platform,
    nudges: [appointmentNudge, messageNudge],
  });
  const names = new Map(
    [...REGENBUI.staff, { name: 'Bea' }].map(({ name }) => [
      (name === 'Bea' ? schools[1]! : school).person(name),
      name,
    ]),
  );
  const at = (day: string, time = '08:05') => instantAt(localDate(day), localTime(time));
  talk.now = at(today, '09:30');
  return {
    talk,
    school,
    morning: async (day) => {
      const before = platform.sent.length;
      await tick.tick(at(day));
      talk.now = at(day, '09:30');
      return new Map(
        platform.sent.slice(before).map(({ to, text, notice }) => {
          talk.last = notice;
          return [names.get(to)!, text];
        }),
      );
    },
  };
}
