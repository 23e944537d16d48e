/** The filled-in form of `/instellingen`. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer } from '../bot/notice.ts';
import type { Notice } from '../bot/reply.ts';
import { say as voice } from '../bot/text.ts';
import { type LocalDate, nextYear, parseLocalDate } from '../calendar/local-date.ts';
import { parseLocalTime } from '../calendar/zone.ts';
import { DIGEST_TIMES } from '../delivery/digest-times.ts';
import { mutedAfter } from './optional-kinds.ts';
import type { School, WorkingDay } from './person.ts';
import { settingsForm, workplaces } from './settings.command.ts';
import { readDays } from './working-day-fields.ts';

const ARGS = z.object({
  taal: z.enum(['nl', 'en']),
  tijd: z.string(),
  /** What the form listed as switched off. */
  getoond: z.string().default(''),
  /** The kinds of nudge that the form listed, and of these the ticked ones. */
  soorten: z.string().optional(),
  berichten: z.string().optional(),
  uit: z.string().default(''),
  stil: z.string().optional(),
});

export const saveSettings = command({
  intent: 'instellingen.opslaan',
  words: [],
  example: '/instellingen',
  help: null,
  parse: () => null,
  args: ARGS,
  run: (context, args) =>
    sentForm(
      context,
      () => settingsForm(context),
      () => save(context, args),
    ),
});

async function save(context: Context, args: z.infer<typeof ARGS>): Promise<Notice> {
  const { store, actor, say, stamp } = context;
  const time = DIGEST_TIMES.includes(args.tijd) ? parseLocalTime(args.tijd) : null;
  if (!time) throw new UserError(say('settings.wrong-time'));
  const listed = args.getoond.split(',');
  const stillOff = args.uit.split(',');
  const before = await store.people.settings(actor.id);
  const snoozedUntil = args.stil ? quietUntil(context, args.stil) : null;

  await store.people.changeSettings(
    stamp,
    actor.id,
    {
      language: args.taal,
      digestTime: time,
      mutedKinds: mutedAfter(before.mutedKinds, args.soorten, args.berichten),
      mutedSubjects: before.mutedSubjects.filter((subject) => !listed.includes(subject) || stillOff.includes(subject)),
      snoozedUntil,
    },
    await workingDays(context),
  );
  const answered = voice(args.taal);
  if (!snoozedUntil) return answer(answered('settings.saved'));
  return answer(answered('settings.saved-quiet', { until: answered.date(snoozedUntil, context.today) }));
}

function quietUntil({ say, today }: Context, typed: string): LocalDate {
  const day = parseLocalDate(typed);
  if (!day) throw new UserError(say('bot.date-unknown', { typed: short(typed) }));
  if (day < today) throw new UserError(say('settings.snooze-past'));
  // Further away than this is a typing error.
  const last = nextYear(today);
  if (day > last) throw new UserError(say('settings.snooze-far', { last: say.date(last, today) }));
  return day;
}

/**
 * Working days of each school whose fields (`workingDayFields`) were sent along and filled in otherwise than they were shown. Throws a UserError for
 * days that are none.
 */
export async function workingDays(context: Context) {
  const { args } = context.intent;
  const changed: { schoolId: School['id']; days: readonly WorkingDay[] }[] = [];
  for (const { school } of await workplaces(context)) {
    const weekly = args[`dagen-${school.id}`];
    const alternate = args[`omdeweek-${school.id}`];
    const wasListed = args.scholen?.split(',').includes(String(school.id)) ?? false;
    if (weekly === undefined && alternate === undefined && !wasListed) continue;
    const days = readDays(context, weekly, alternate);
    if (days.length === 0) throw new UserError(context.say('settings.no-days', { school: school.name }));
    if (days.join(',') !== args[`was-${school.id}`]) changed.push({ schoolId: school.id, days });
  }
  return changed;
}
