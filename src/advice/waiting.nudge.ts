/** "Advies 3 van Onderbouw wacht op een antwoord sinds 4 november.", for the director (PRODUCT 6, advies wacht). */
import { buttonsPart, textPart } from '../bot/notice.ts';
import { joinText, quoted } from '../bot/rich-text.ts';
import { isWithin } from '../calendar/local-date.ts';
import type { Nudge, PointDraft, Reference, SchoolState } from '../delivery/nudge.ts';
import { adviceSubject, readSubject } from '../delivery/subject.ts';
import { may } from '../people/permissions.ts';
import { isWaiting } from './advice.ts';
import { subjectOf } from './advice-access.ts';
import { adviceButton } from './advice-names.ts';
import { isChairedByDirector, mtOf } from './mt-team.ts';
import { waitingAdvice } from './reminders.ts';

const LAST_STEP = 2;

export const adviceWaits: Nudge = {
  kind: 'advies-wacht',

  plan: (state, day) => referencesOf(state).filter(({ from, until }) => isWithin(day, { from, until })),

  // Also on later days, so that an outage loses none: a point is made once, and only while the advice still waits.
  points: (state, day) => {
    const schoolId = state.school.id;
    const mt = mtOf(state.teams, day)?.id ?? null;
    return waitingAdvice(state)
      .filter(({ pointOn }) => pointOn <= day)
      .flatMap(({ advice: { id, teamId }, pointOn }): readonly PointDraft[] => {
        const point = { schoolId, cause: 'advies wacht' as const, adviceId: id, madeOn: pointOn };
        const ofMt = { ...point, key: `advies-wacht:${id}:mt`, teamId: mt };
        return teamId === null || teamId === mt ? [ofMt] : [{ ...point, key: `advies-wacht:${id}:team`, teamId }, ofMt];
      });
  },

  about: (state, { subject }) => {
    const advice = state.advice.find(({ id }) => adviceSubject(id) === subject);
    const team = state.teams.find(({ id }) => id === advice?.teamId);
    return advice ? [team?.name, `advies ${advice.number}`].filter(Boolean).join(' ') : subject;
  },

  lastDay: (state, { key }) => referencesOf(state).find((reference) => reference.key === key)?.until ?? null,

  compose: async ({ subject, step }, context) => {
    const { store, say, today, receiver } = context;
    const about = readSubject(subject);
    const advice = about?.kind === 'advice' ? await store.advice.advice(about.id) : null;
    if (!advice || advice.sentOn === null || !isWaiting(advice.state)) return null;
    if (!may(receiver, 'advice.answer', subjectOf(advice))) return null;
    const team = advice.teamId === null ? null : await store.agenda.team(advice.teamId);
    if (team && (await isChairedByDirector(context, team))) return null;
    const words = { number: String(advice.number), date: say.dayMonth(advice.sentOn, today) };
    const waits = team ? say('advice.waits', { ...words, team: team.name }) : say('advice.waits-coach', words);
    const last = step === LAST_STEP ? [textPart(say('advice.waits-last'))] : [];
    return {
      parts: [
        textPart(joinText([waits, quoted(advice.text)], ' ')),
        ...last,
        ...buttonsPart([
          adviceButton(say.plain('advice.button.answer'), 'advies.antwoord', advice),
          adviceButton(say.plain('advice.button.show'), 'advies.toon', advice),
        ]),
      ],
    };
  },
};

const REFERENCES = new WeakMap<SchoolState, readonly Reference[]>();

/** Kept per loaded state, so that a preview may ask day by day. */
function referencesOf(state: SchoolState): readonly Reference[] {
  const known = REFERENCES.get(state);
  if (known) return known;
  const made = waitingAdvice(state).flatMap(({ advice, reminders }) =>
    reminders.map(
      ({ receiver, step, from, until }): Reference => ({
        key: `advies-wacht:${advice.id}:${receiver}:${step}`,
        kind: 'advies-wacht',
        receiver,
        schoolId: state.school.id,
        subject: adviceSubject(advice.id),
        step,
        from,
        until,
        answeredFrom: from,
      }),
    ),
  );
  REFERENCES.set(state, made);
  return made;
}
