/** The part of the store contract for advice: its numbers, its states with their history, and the points that it leaves on agendas. */
import { describe, expect, it } from 'vitest';
import type { Advice, AdviceAnswer, NewAdvice } from '../../src/advice/advice.ts';
import { Stale } from '../../src/bot/errors.ts';
import { localDate } from '../../src/calendar/local-date.ts';
import { localTime } from '../../src/calendar/zone.ts';
import { meetingSubject } from '../../src/delivery/subject.ts';
import type { TeamId } from '../../src/people/person.ts';
import { type BuiltSchool, buildSchool, stamp } from '../support/store.ts';
import type { Opened } from './store.contract.ts';

const SENT = localDate('2026-11-04');
const ANSWERED = localDate('2026-11-20');

export function adviceContract(now: () => Opened): void {
  let wilg: BuiltSchool;
  /** De Wilg has a team and an MT. */
  const open = async () => {
    wilg = await buildSchool(now(), {
      school: { school: 'De Wilg' },
      staff: [{ name: 'Wim', roles: ['directeur'] }, { name: 'Tess' }],
      teams: [
        { team: 'Onderbouw', chair: 'Tess' },
        { team: 'MT', kind: 'MT', chair: 'Wim' },
      ],
    });
  };
  const tess = (at = '2026-11-04T14:00:00Z', once: string | null = null) => stamp(wilg.person('Tess'), at, once);
  const wim = (at = '2026-11-20T14:00:00Z') => stamp(wilg.person('Wim'), at);
  const sent = (change: Partial<NewAdvice> = {}): NewAdvice => ({
    schoolId: wilg.id,
    teamId: wilg.team('Onderbouw'),
    meetingId: null,
    text: 'Graag een uur voor de toetsanalyse',
    reasons: 'Nu doen we het thuis',
    state: 'ingediend',
    sentOn: SENT,
    mtTeamId: wilg.team('MT'),
    ...change,
  });
  const draft = (): NewAdvice => sent({ state: 'concept', sentOn: null, mtTeamId: null });
  const causes = async (teamId: TeamId | null) =>
    (await now().store.agenda.openItems(wilg.id, teamId)).map(({ cause, adviceId }) => `${cause} ${adviceId}`);
  const onAgendas = async () => ({ team: await causes(wilg.team('Onderbouw')), mt: await causes(wilg.team('MT')) });
  const answer = ({ id, version }: Advice, state: AdviceAnswer, text = 'In januari') =>
    now().store.advice.answer(wim(), id, version, state, text, ANSWERED);

  describe('advice', () => {
    it('is numbered per school, and shows who wrote it for which team', async () => {
      await open();
      const { store, school } = now();
      const first = await store.advice.add(tess(), sent());
      const own = await store.advice.add(tess(), sent({ teamId: null, mtTeamId: null }));
      const elsewhere = { ...sent(), schoolId: school.id, teamId: school.team('Bovenbouw'), mtTeamId: null };
      const other = await store.advice.add(stamp(school.person('Nadia')), elsewhere);
      expect([first.number, own.number, other.number]).toEqual([1, 2, 1]);
      expect(first).toEqual({
        id: first.id,
        schoolId: wilg.id,
        number: 1,
        teamId: wilg.team('Onderbouw'),
        teamName: 'Onderbouw',
        byId: wilg.person('Tess'),
        byName: 'Tess',
        meetingId: null,
        text: 'Graag een uur voor de toetsanalyse',
        reasons: 'Nu doen we het thuis',
        state: 'ingediend',
        sentOn: SENT,
        answer: '',
        answeredOn: null,
        answeredByName: '',
        version: 1,
      });
      expect(own).toMatchObject({ teamId: null, teamName: '' });
      expect(await store.advice.advice(first.id)).toEqual(first);
      expect(await store.advice.advice(999 as never)).toBeNull();
      expect(await store.advice.list({ schoolIds: [wilg.id] })).toEqual([own, first]);
      expect(await store.advice.list({ teamIds: [wilg.team('Onderbouw')] })).toEqual([first]);
      expect(await store.advice.list({ schoolIds: [wilg.id], states: ['concept'] })).toEqual([]);
      expect(await store.advice.list({ schoolIds: [school.id], teamIds: [wilg.team('Onderbouw')] })).toEqual([]);
    });

    it('waits as a draft on the agenda of its team, and once sent on that of the MT', async () => {
      await open();
      const { store } = now();
      const { id } = await store.advice.add(tess(), draft());
      expect(await onAgendas()).toEqual({ team: [`concept-advies ${id}`], mt: [] });
      const after = await store.advice.send(tess('2026-11-05T14:00:00Z'), id, localDate('2026-11-05'), wilg.team('MT'));
      expect(after).toMatchObject({ state: 'ingediend', sentOn: '2026-11-05', version: 2 });
      expect(await onAgendas()).toEqual({ team: [], mt: [`advies aan het MT ${id}`] });
      await expect(store.advice.send(tess(), id, SENT, null)).rejects.toThrow(Stale);
      expect((await store.advice.events(id)).map(({ what, byName, at }) => [what, byName, at.toISOString()])).toEqual([
        ['gemaakt', 'Tess', '2026-11-04T14:00:00.000Z'],
        ['ingediend', 'Tess', '2026-11-05T14:00:00.000Z'],
      ]);
    });

    it('is on no agenda when the school has no MT', async () => {
      await open();
      await now().store.advice.add(tess(), sent({ mtTeamId: null }));
      expect(await onAgendas()).toEqual({ team: [], mt: [] });
      expect(await causes(null)).toEqual([]);
    });

    it.each(['overgenomen', 'niet overgenomen', 'later'] as const)(
      'is off the agenda of the MT once it is %s',
      async (state) => {
        await open();
        const advice = await now().store.advice.add(tess(), sent());
        const after = await answer(advice, state);
        expect(after).toMatchObject({
          state,
          answer: 'In januari',
          answeredOn: ANSWERED,
          answeredByName: 'Wim',
          version: 2,
        });
        expect(await onAgendas()).toEqual({ team: [`antwoord van het MT ${advice.id}`], mt: [] });
      },
    );

    it('stays on the agenda of the MT while it is under consideration, and its answers are one point for the team', async () => {
      await open();
      const advice = await now().store.advice.add(tess(), sent());
      const first = await answer(advice, 'in behandeling', '');
      const expected = { team: [`antwoord van het MT ${advice.id}`], mt: [`advies aan het MT ${advice.id}`] };
      expect(await onAgendas()).toEqual(expected);
      await answer(first, 'later');
      expect(await onAgendas()).toEqual({ ...expected, mt: [] });
      const history = (await now().store.advice.events(advice.id)).map(({ what, text }) => [what, text]);
      expect(history).toEqual([
        ['ingediend', ''],
        ['in behandeling', ''],
        ['later', 'In januari'],
      ]);
    });

    it('that waited too long is off both agendas when it is answered', async () => {
      await open();
      const { store } = now();
      const advice = await store.advice.add(tess(), sent());
      const { version } = (await store.outbox.schoolState(wilg.id))!;
      const draft = { schoolId: wilg.id, cause: 'advies wacht', adviceId: advice.id, madeOn: ANSWERED } as const;
      const points = [
        { ...draft, key: 'team', teamId: wilg.team('Onderbouw') },
        { ...draft, key: 'mt', teamId: wilg.team('MT') },
      ];
      await store.outbox.plan(wilg.id, version, ANSWERED, [], points, []);
      expect(await onAgendas()).toEqual({
        team: [`advies wacht ${advice.id}`],
        mt: [`advies aan het MT ${advice.id}`, `advies wacht ${advice.id}`],
      });
      await answer(advice, 'overgenomen');
      expect(await onAgendas()).toEqual({ team: [`antwoord van het MT ${advice.id}`], mt: [] });
      await store.outbox.plan(wilg.id, version + 1, ANSWERED, [], points, []);
      expect(await onAgendas()).toEqual({ team: [`antwoord van het MT ${advice.id}`], mt: [] });
    });

    it('is answered once by two at the same time', async () => {
      await open();
      const advice = await now().store.advice.add(tess(), sent());
      const answers = await Promise.allSettled([answer(advice, 'overgenomen', 'Ja'), answer(advice, 'later', 'Nee')]);
      expect(answers.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
      expect((answers[1] as PromiseRejectedResult).reason).toBeInstanceOf(Stale);
      expect(await now().store.advice.advice(advice.id)).toMatchObject({ state: 'overgenomen', answer: 'Ja' });
    });

    it('can be answered once more, but not as a draft or after it was withdrawn', async () => {
      await open();
      const { store } = now();
      const advice = await store.advice.add(tess(), sent());
      const again = await answer(await answer(advice, 'later'), 'overgenomen', 'Toch nu');
      expect(again).toMatchObject({ state: 'overgenomen', answer: 'Toch nu', version: 3 });
      await expect(answer(await store.advice.add(tess(), draft()), 'later')).rejects.toThrow(Stale);
      const gone = await store.advice.add(tess(), sent());
      await expect(answer(await store.advice.withdraw(tess(), gone.id, 1), 'later')).rejects.toThrow(Stale);
    });

    it('leaves every agenda when it is withdrawn, and cannot be withdrawn once it is answered', async () => {
      await open();
      const { store } = now();
      const advice = await store.advice.add(tess(), sent());
      const concept = await store.advice.add(tess(), draft());
      const considered = await answer(advice, 'in behandeling');
      await expect(store.advice.withdraw(tess(), advice.id, 1)).rejects.toThrow(Stale);
      expect(await store.advice.withdraw(tess(), advice.id, considered.version)).toMatchObject({
        state: 'ingetrokken',
      });
      await store.advice.withdraw(tess(), concept.id, 1);
      expect(await onAgendas()).toEqual({ team: [], mt: [] });
      const done = await answer(await store.advice.add(tess(), sent()), 'overgenomen');
      await expect(store.advice.withdraw(tess(), done.id, done.version)).rejects.toThrow(Stale);
    });

    it('of a team that the director chairs becomes a decision of that team', async () => {
      await open();
      const { store } = now();
      const concept = await store.advice.add(tess(), draft());
      const decided = await store.advice.decide(wim(), concept.id, ANSWERED);
      expect(decided).toMatchObject({
        state: 'overgenomen',
        sentOn: ANSWERED,
        answeredOn: ANSWERED,
        answeredByName: 'Wim',
      });
      expect(await onAgendas()).toEqual({ team: [], mt: [] });
      expect(await store.minutes.decisions(wilg.team('Onderbouw'), 5)).toMatchObject([
        { text: 'Graag een uur voor de toetsanalyse', date: ANSWERED, meetingId: null, byName: 'Wim' },
      ]);
      await expect(store.advice.decide(wim(), concept.id, ANSWERED)).rejects.toThrow(Stale);
    });

    it('has a shared agenda edited when it comes on it or leaves it', async () => {
      await open();
      const { store } = now();
      const date = localDate('2026-11-26');
      const subject = meetingSubject(wilg.team('MT'), date);
      const [time, until] = [localTime('08:00'), localTime('15:00')];
      const channel = { kind: 'channel', schoolId: wilg.id, channel: 'mt' } as const;
      const post = {
        key: 'mt',
        kind: 'agenda-delen',
        schoolId: wilg.id,
        to: channel,
        subject,
        day: SENT,
        time,
      } as const;
      const shared = { teamId: wilg.team('MT'), date, time: until, duration: 60, version: null };
      const posts = [{ ...post, untilDay: date, until }];
      await store.agenda.share(tess(), shared, { tells: [], posts, changed: [] });
      const at = new Date('2026-11-04T15:00:00Z');
      const lease = new Date('2026-11-04T15:02:00Z');
      const sendOrEdit = async (): Promise<string> => {
        const [id] = await store.posts.due(at, 10);
        const claim = id === undefined ? null : await store.posts.claim(id, at, lease);
        if (!claim) return 'nothing';
        const isEdit = claim.reference !== null;
        await store.posts.settle(claim, isEdit ? { kind: 'edited' } : { kind: 'sent', reference: 'r1' }, at);
        return isEdit ? 'edited' : 'sent';
      };
      expect([await sendOrEdit(), await sendOrEdit()]).toEqual(['sent', 'nothing']);
      const advice = await store.advice.add(tess(), sent());
      expect([await sendOrEdit(), await sendOrEdit()]).toEqual(['edited', 'nothing']);
      await store.advice.answer(wim('2026-11-04T14:30:00Z'), advice.id, 1, 'later', 'Nee', SENT);
      expect([await sendOrEdit(), await sendOrEdit()]).toEqual(['edited', 'nothing']);
    });

    it('that waits is what planning sees, and every change has the school planned again', async () => {
      await open();
      const { store } = now();
      const planned = async () => {
        const state = (await store.outbox.schoolState(wilg.id))!;
        return { advice: state.advice.map(({ number, sentOn }) => `${number} ${sentOn}`), version: state.version };
      };
      const versions: number[] = [];
      const step = async (act: () => Promise<unknown>, advice: string[]) => {
        await act();
        const now = await planned();
        expect(now.advice).toEqual(advice);
        versions.push(now.version);
      };
      await step(() => store.advice.add(tess(), draft()), []);
      const [concept] = await store.advice.list({ schoolIds: [wilg.id] });
      const { id } = concept!;
      await step(() => store.advice.send(tess(), id, SENT, null), ['1 2026-11-04']);
      await step(() => store.advice.answer(wim(), id, 2, 'in behandeling', '', ANSWERED), ['1 2026-11-04']);
      await step(() => store.advice.answer(wim(), id, 3, 'overgenomen', 'Ja', ANSWERED), []);
      await step(() => store.advice.add(tess(), sent()), ['2 2026-11-04']);
      await step(async () => {
        const [second] = await store.advice.list({ schoolIds: [wilg.id] });
        await store.advice.withdraw(tess(), second!.id, 1);
      }, []);
      expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
    });
  });
}
