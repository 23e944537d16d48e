/** `/agenda ging door`, [Ging door, geen verslag]: the meeting took place, and that is all there is to say. */
import { z } from 'zod';
import type { AgendaItem } from '../agenda/agenda-item.ts';
import { itemWords } from '../agenda/line-words.ts';
import { type Context, command } from '../bot/command.ts';
import { Stale } from '../bot/errors.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Notice, Part, Row } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { refusal, worksWithGoals } from '../goals/goal-access.ts';
import { type FoundMeeting, meetingArgument, seen } from '../meetings/find-meeting.ts';
import { may } from '../people/permissions.ts';
import { closesByItself, itemsOnAgenda } from './meeting-items.ts';
import { meetingToTell, mustHaveBegun, untoldMeetings } from './meeting-told.ts';
import { showMinutes } from './minutes.command.ts';

export const held = command({
  intent: 'agenda.ging-door',
  words: ['agenda ging door'],
  example: '/agenda ging door',
  help: null,
  listedFor: worksWithGoals,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { leerteam: wordsOf(rest) }),
  args: z.object({ bijeenkomst: z.string().optional(), leerteam: z.string().optional() }),
  run: async (context, told) => {
    const { store, stamp } = context;
    const found = await meetingToTell(context, 'agenda.see-titles', told);
    await mustTell(context, found);
    mustHaveBegun(context, found);
    if (found.meeting.state === 'gehouden') return heldNotice(context, found, 'minutes.held-already');
    const items = (await itemsOnAgenda(store, found)).filter((item) => !closesByItself(item));
    try {
      await store.minutes.held(
        stamp,
        seen(found),
        items.map(({ id }) => id),
      );
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
      // Somebody else was just before.
      const current = await meetingToTell(context, 'agenda.see-titles', { bijeenkomst: argumentOf(found) });
      if (current.meeting.state !== 'gehouden') throw error;
      return heldNotice(context, current, 'minutes.held-already');
    }
    return heldNotice(context, found, 'minutes.held');
  },
  again: showMinutes,
});

function argumentOf({ team, meeting }: FoundMeeting): string {
  return meetingArgument(team.id, meeting.date);
}

/** Who writes the minutes may say so, and (in the summary) who plans the meetings: the director. */
async function mustTell(context: Context, { team }: FoundMeeting): Promise<void> {
  const subject = { schoolId: team.schoolId, teamId: team.id };
  if (may(context.actor, 'minutes.write', subject) || may(context.actor, 'meeting.plan', subject)) return;
  throw await refusal(context, 'minutes.write', subject);
}

/** What was dealt with by it, each with the button that brings it back. */
async function heldNotice(
  context: Context,
  found: FoundMeeting,
  title: 'minutes.held' | 'minutes.held-already',
): Promise<Notice> {
  const { say, store, today, actor } = context;
  const { team, meeting } = found;
  const subject = { schoolId: team.schoolId, teamId: team.id };
  const id = (await store.agenda.meetings(team.id)).find(({ date }) => date === meeting.date)?.id;
  const items = id === undefined ? [] : await store.agenda.itemsOf(id);
  const audience = may(actor, 'agenda.see', subject) ? 'member' : 'titles';
  const rows = items.map(
    async (item): Promise<Row> => ({
      title: await itemWords({ say, store }, item, audience),
      lines: [],
      buttons: [carryButton(context, item)],
    }),
  );
  return answer(say(title, { team: team.name, date: say.date(meeting.date, today) }), [
    ...(items.length === 0
      ? []
      : [textPart(say('minutes.held-items')), { kind: 'list' as const, rows: await Promise.all(rows) }]),
    ...(may(actor, 'minutes.write', subject)
      ? buttonsPart([
          {
            label: say.plain('minutes.button.fill-in'),
            intent: {
              name: 'agenda.verslag',
              args: { bijeenkomst: argumentOf(found), aanvullen: 'ja', opnieuw: 'ja' },
            },
          },
        ])
      : []),
    ...nextUntold(context, found),
  ]);
}

/** The last other meeting of the team of which nobody said what became of it. */
function nextUntold({ say, now, today }: Context, found: FoundMeeting): readonly Part[] {
  const next = untoldMeetings(found, now).findLast(({ date }) => date !== found.meeting.date);
  if (!next) return [];
  const args = { bijeenkomst: meetingArgument(found.team.id, next.date) };
  return [
    textPart(say('minutes.next-untold', { team: found.team.name, date: say.date(next.date, today) })),
    ...buttonsPart([
      { label: say.plain('summary.took-place'), intent: { name: 'agenda.ging-door', args } },
      { label: say.plain('summary.not-held'), intent: { name: 'agenda.ging-niet-door', args } },
    ]),
  ];
}

function carryButton({ say }: Context, { id }: AgendaItem) {
  return {
    label: say.plain('minutes.button.carry'),
    intent: { name: 'agenda.schuif-door', args: { punt: `id:${id}` } },
  };
}
