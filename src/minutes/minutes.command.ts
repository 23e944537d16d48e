/** `/agenda verslag`: the form after a meeting; afterwards what is stored, to which can be added. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { Stale, UserError } from '../bot/errors.ts';
import { goOnButton, orGoOn } from '../bot/go-on.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Intent, Notice, Reply } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { readSubject } from '../delivery/subject.ts';
import { refusal, worksWithGoals } from '../goals/goal-access.ts';
import { type FoundMeeting, meetingArgument, seen, teamYear } from '../meetings/find-meeting.ts';
import { may } from '../people/permissions.ts';
import { meetingToTell } from './meeting-told.ts';
import type { NewMinutes } from './minutes.store.ts';
import { minutesAnnouncement } from './minutes-announcement.ts';
import { type Filled, goalsIn } from './minutes-fields.ts';
import { additionForm, minutesForm } from './minutes-form.ts';
import {
  additionIntent,
  contentParts,
  minutesPage,
  newActionButton,
  showButton,
  storedMinutes,
} from './minutes-page.ts';
import { notHeldQuestion } from './not-held-question.ts';
import { saysMore } from './not-stored.ts';
import { isEmpty, readItems, readMinutes } from './read-minutes.ts';

export const minutes = command({
  intent: 'agenda.verslag',
  words: ['agenda verslag', 'agenda notulen'],
  example: '/agenda verslag',
  help: 'help.agenda.minutes',
  listedFor: worksWithGoals,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { leerteam: wordsOf(rest) }),
  // The names of the fields hold the numbers of goals, so they are not known beforehand.
  args: z.record(z.string(), z.string()),
  run: async (context, args: Filled) => {
    const found = await meetingToTell(context, 'agenda.see-titles', args);
    const { team, meeting } = found;
    const subject = { schoolId: team.schoolId, teamId: team.id };
    const isHeld = meeting.state === 'gehouden';
    const writes = may(context.actor, 'minutes.write', subject);
    if (writes && args.toon === 'herhaald' && (await saysMore(context, args, await storedMinutes(context, found)))) {
      return storedAlready(context, found);
    }
    if (args.toon || (isHeld && !writes)) return minutesPage(context, found);
    if (!writes) throw await refusal(context, 'minutes.write', subject);
    if (isHeld) return withStored(context, found, args);
    if (args.opnieuw || !isSent(args)) return minutesForm(context, found, args);
    return args.door === 'nee' ? notHeldQuestion(context, found, [goOnButton(context)]) : save(context, found, args);
  },
  again: (subject, { args }) => {
    const shown = showMinutes(subject);
    return { ...shown, args: { ...args, ...shown.args, toon: 'herhaald' } };
  },
});

/** What is shown when minutes were saved already. */
export function showMinutes(subject: string): Intent {
  const about = readSubject(subject);
  const args = about?.kind === 'meeting' ? { bijeenkomst: meetingArgument(about.teamId, about.date), toon: 'ja' } : {};
  return { name: 'agenda.verslag', args };
}

const CONTENT = ['door', 'besluiten', 'schuift', 'delen', 'advies', 'redenen', 'tekst', 'wat1', 'wat2', 'wat3', 'wat4'];

/** Was a form filled in, or does a line of the command line hold something of it? */
function isSent(args: Filled): boolean {
  return CONTENT.some((name) => args[name] !== undefined) || goalsIn(args).length > 0;
}

/** Minutes are added to, never overwritten; who comes second sees what the first one stored. */
async function withStored(context: Context, found: FoundMeeting, args: Filled): Promise<Reply> {
  if (args.aanvullen && args.opnieuw) return additionForm(context, found, args);
  if (args.aanvullen) return add(context, found, args);
  return isSent(args) ? storedAlready(context, found) : minutesPage(context, found);
}

async function storedAlready(context: Context, found: FoundMeeting): Promise<Notice> {
  const { say, today, intent } = context;
  const { team, meeting } = found;
  const title = say('minutes.stored-already', { team: team.name, date: say.date(meeting.date, today) });
  const { door: _, punten: __, schuift: ___, toon: ____, ...filled } = intent.args;
  return {
    ...answer(title, [
      ...(await contentParts(context, found)),
      ...buttonsPart([{ label: say.plain('minutes.button.add-mine'), intent: additionIntent(found, filled) }]),
    ]),
    changedNothing: true,
  };
}

async function save(context: Context, found: FoundMeeting, args: Filled): Promise<Reply> {
  const { store, stamp } = context;
  const read = await orGoOn(context, () => readMinutes(context, found, args));
  const said: NewMinutes = { ...read, ...(await readItems(context, found, args)) };
  try {
    await store.minutes.save(stamp, seen(found), said, await announcement(context, found, said));
  } catch (error) {
    // Another chair was just before: then that is what is stored.
    const current = error instanceof Stale ? await asStored(context, found) : null;
    if (current?.meeting.state !== 'gehouden') throw error;
    return storedAlready(context, current);
  }
  return saved(context, await asStored(context, found));
}

async function add(context: Context, found: FoundMeeting, args: Filled): Promise<Reply> {
  const { store, stamp, say } = context;
  const said = await orGoOn(context, () => readMinutes(context, found, args));
  if (isEmpty(said)) throw new UserError(say('minutes.nothing-added'));
  await store.minutes.add(stamp, found.meeting.id!, said, await announcement(context, found, said));
  return saved(context, found);
}

async function announcement({ store, actor, now, today }: Context, found: FoundMeeting, said: NewMinutes) {
  const members = await store.people.teamPeople(found.team.id, today);
  return minutesAnnouncement(
    found,
    said,
    members.map(({ id }) => id),
    actor.id,
    now,
  );
}

async function saved(context: Context, found: FoundMeeting): Promise<Notice> {
  const { say, today } = context;
  const { team, meeting } = found;
  return answer(say('minutes.saved', { team: team.name, date: say.date(meeting.date, today) }), [
    ...(await contentParts(context, found)),
    ...buttonsPart([newActionButton(context, found), showButton(context, found)]),
  ]);
}

/** The meeting as it is stored by now. */
async function asStored({ store }: Context, { team, meeting }: FoundMeeting): Promise<FoundMeeting> {
  const year = await teamYear(store, team);
  const row = year.stored.find(({ date }) => date === meeting.date);
  return { ...year, meeting: row ? { ...row, closed: null } : meeting };
}
