/** What the reminder says in a real school, and when it is not needed any more. */
import { expect, test } from 'vitest';
import { adviceWaits } from '../../src/advice/waiting.nudge.ts';
import { answer } from '../../src/bot/notice.ts';
import { plain } from '../../src/bot/plain.ts';
import { say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import type { Reference } from '../../src/delivery/nudge.ts';
import { REGENBUI } from '../support/store.ts';
import { Talk } from '../support/talk.ts';

async function open(teams = REGENBUI.teams!) {
  const { talk, schools } = await Talk.open({ ...REGENBUI, teams });
  const [school] = schools;
  talk.now = new Date('2026-11-04T14:00:00Z');
  await talk.says('Nadia', '/advies Graag een uur');
  const composed = async (step = 0, receiver = 'Marieke') => {
    const today = localDate('2026-11-18');
    const actor = (await talk.opened.store.people.actorById(school!.person(receiver), today))!;
    const reference = { subject: 'advice:1', step } as Reference;
    const now = new Date('2026-11-18T07:00:00Z');
    const { store } = talk.opened;
    const parts = await adviceWaits.compose(reference, { store, say: say('nl'), now, today, receiver: actor });
    return parts && plain(answer(null, parts.parts));
  };
  return { talk, composed, school: school! };
}

test('says which advice waits since when, with the answer one button away', async () => {
  const { composed } = await open();
  expect(await composed()).toMatchInlineSnapshot(`
    "Advies 1 van Bovenbouw wacht op een antwoord sinds 4 november. "Graag een uur"
    [Antwoorden] [Bekijken]"
  `);
  expect(await composed(2)).toMatchInlineSnapshot(`
    "Advies 1 van Bovenbouw wacht op een antwoord sinds 4 november. "Graag een uur"
    Als er niets komt, zet ik het op de agenda, dan kunnen jullie het samen bespreken.
    [Antwoorden] [Bekijken]"
  `);
});

test('is not needed any more when it was answered or withdrawn, and stays while it is under consideration', async () => {
  const { talk, composed } = await open();
  await talk.says('Marieke', '/advies antwoord 1 in behandeling');
  expect(await composed()).toContain('wacht op een antwoord');
  await talk.says('Marieke', '/advies antwoord 1 later Na de zomer');
  expect(await composed()).toBeNull();
  const other = await open();
  await other.talk.does('Nadia', 'advies.intrekken', { advies: 'id:1', zeker: 'ja' });
  expect(await other.composed()).toBeNull();
});

test('is for a director only', async () => {
  const { composed } = await open();
  expect(await composed(0, 'Joost')).toBeNull();
  expect(await composed(0, 'Nadia')).toBeNull();
});

test('is planned for the director, and after three times is a point of the team and the MT', async () => {
  const { talk, school } = await open([
    ...REGENBUI.teams!,
    { team: 'MT', kind: 'MT', chair: 'Marieke', members: ['Marieke'] },
  ]);
  const { store } = talk.opened;
  const state = (await store.outbox.schoolState(school.id))!;
  const planned = adviceWaits.plan(state, localDate('2026-11-18'));
  expect(planned).toMatchObject([{ receiver: school.person('Marieke'), subject: 'advice:1', from: '2026-11-18' }]);
  const on = localDate('2026-12-09');
  await store.outbox.plan(school.id, state.version, on, [], adviceWaits.points!(state, on), []);
  const causes = async (team: string) =>
    (await store.agenda.openItems(school.id, school.team(team))).map(({ cause }) => cause);
  expect(await causes('Bovenbouw')).toEqual(['advies wacht']);
  expect(await causes('MT')).toEqual(['advies aan het MT', 'advies wacht']);
});

test('with two teams of kind MT it is all on the agenda of the same one', async () => {
  const mt = (team: string) => ({ team, kind: 'MT', chair: 'Marieke', members: ['Marieke'] }) as const;
  const { talk, school } = await open([...REGENBUI.teams!, mt('MT breed'), mt('Kernteam')]);
  const { store } = talk.opened;
  const state = (await store.outbox.schoolState(school.id))!;
  const on = localDate('2026-12-09');
  await store.outbox.plan(school.id, state.version, on, [], adviceWaits.points!(state, on), []);
  const causes = async (team: string) =>
    (await store.agenda.openItems(school.id, school.team(team))).map(({ cause }) => cause);
  expect(await causes('Kernteam')).toEqual(['advies aan het MT', 'advies wacht']);
  expect(await causes('MT breed')).toEqual([]);
});
