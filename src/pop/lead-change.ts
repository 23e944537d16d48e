/** "Je POP-gesprek op woensdag 9 december is nu met Marieke.": planned talks of somebody who gets another lead; all three hear it (kind `pop-afspraak`). */
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Part } from '../bot/reply.ts';
import { parseLocalDate } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import { parseLocalTime } from '../calendar/zone.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { ComposeContext, Reference } from '../delivery/nudge.ts';
import { talkSubject } from '../delivery/subject.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import { leadOf } from './lead.ts';
import { lostParts } from './lost-talks.ts';
import type { PopTalk, PopTalkId, TalkMoment } from './pop.ts';
import { momentWords, talkName } from './pop-names.ts';
import type { Reader } from './pop-view.ts';
import { sameTimeParts } from './same-time.ts';
import { talkButtons } from './step-rows.ts';
import { talkFile } from './talk-file.ts';
import { type ToldTalk, toldTalk } from './talk-of-tell.ts';

const LEAD = 'pop-afspraak:leiding:';

/** For the act that gives these people of the school the recorded lead `lead`; null: whoever is the director. */
export async function leadChangeTells(
  { store, today }: Pick<Reader, 'store' | 'today'>,
  schoolId: SchoolId,
  people: readonly PersonId[],
  lead: PersonId | null,
): Promise<Announcement['tells']> {
  const directors = (await store.people.directors(schoolId, today)).map(({ id }) => id);
  const changed = (await store.pop.people(schoolId, schoolYearOf(today), today)).filter(({ id }) =>
    people.includes(id),
  );
  return changed.flatMap(({ id, leadId, pop }) => {
    const [before, after] = [leadId, lead].map((recorded) => leadOf(id, recorded, directors)) as [
      PersonId | null,
      PersonId | null,
    ];
    const receivers = before === after ? [] : [id, before, after].filter((one) => one !== null);
    return pop.talks
      .filter(({ planned, heldOn }) => heldOn === null && planned !== null && planned.day >= today)
      .flatMap((talk) => receivers.flatMap((receiver) => tellOf(schoolId, talk, receiver, today)));
  });
}

function tellOf(
  schoolId: SchoolId,
  { id, planned, version }: PopTalk,
  receiver: PersonId,
  today: Reader['today'],
): Announcement['tells'] {
  if (id === null || planned === null) return [];
  const key = `${LEAD}${id}:${receiver}:${version}:${planned.day}T${planned.time ?? ''}`;
  return [{ key, kind: 'pop-afspraak', receiver, schoolId, subject: talkSubject(id), from: today, until: planned.day }];
}

export function isLeadChange(key: string): boolean {
  return key.startsWith(LEAD);
}

/** What this receiver hears: the person, who leads them now, or who did. */
export async function leadChanged(
  id: PopTalkId,
  { key }: Reference,
  context: ComposeContext,
): Promise<readonly Part[] | null> {
  const told = await toldTalk(context, id);
  if (told) return talkIsYours(told, context);
  const [, version, day, time] = /:(\d+):(\d{4}-\d\d-\d\d)T(\d\d:\d\d)?$/.exec(key) ?? [];
  const stood = day === undefined ? null : parseLocalDate(day);
  if (stood === null) return null;
  const moment = { day: stood, time: time === undefined ? null : parseLocalTime(time) };
  return talkIsNotYours(id, Number(version) + 1, moment, context);
}

async function talkIsYours({ view, talk, name }: ToldTalk, context: ComposeContext): Promise<readonly Part[] | null> {
  const { say, today, now } = context;
  const { id, planned: moment, heldOn, version } = talk;
  if (id === null || moment === null || heldOn !== null || moment.day < today) return null;
  const words = { name, talk: talkName(say, talk.talk), moment: momentWords(say, moment, today) };
  const because = view.isOwn ? 'update' : 'add';
  const lost = await lostParts({ ...context, actor: context.receiver }, view, talk);
  const told = textPart(view.isOwn ? say('pop.told.new-lead', words) : say('pop.told.your-talk', words));
  const entry = talkFile(say, { id, talk: talk.talk, version, moment, with: name, because }, now);
  const buttons = talkButtons(context, view, talk, false).filter(({ intent }) => intent.name !== 'pop.agenda');
  const taken = await sameTimeParts({ ...context, actor: context.receiver }, id, moment);
  return [told, ...taken, entry, ...(lost ?? buttonsPart(buttons))];
}

/** Only what its receiver knew: how it stands by now is not theirs to see. */
async function talkIsNotYours(
  id: PopTalkId,
  version: number,
  moment: TalkMoment,
  { store, say, today, now }: ComposeContext,
): Promise<readonly Part[] | null> {
  const about = await store.pop.talkKey(id);
  const person = about && (await store.people.person(about.personId));
  if (!about || !person || moment.day < today) return null;
  const words = { name: person.name, talk: talkName(say, about.talk), before: momentWords(say, moment, today) };
  const entry = { id, talk: about.talk, version, moment, with: person.name, because: 'cancel' } as const;
  return [textPart(say('pop.told.not-yours', words)), talkFile(say, entry, now)];
}
