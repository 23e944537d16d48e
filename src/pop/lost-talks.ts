/** "Het POP-gesprek met Nico staat op woensdag 9 december. Op woensdag 9 december werkt Nico niet.": planned talks on days that were taken away since. */
import type { Context } from '../bot/command.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Part } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import { dayParts } from './choose-day.ts';
import { leadOf } from './lead.ts';
import type { Pop, PopTalk } from './pop.ts';
import { momentWords, talkName } from './pop-names.ts';
import { otherOf, type PopView, type Reader, visiblePops } from './pop-view.ts';
import { talkButtons } from './step-rows.ts';
import { talkPlace } from './talk-days.ts';
import { offWords } from './talk-moment.ts';
import { lostTell } from './talk-tells.ts';
import { toldWords } from './told-words.ts';

/** Both days included; `until` null: for ever. */
type Period = { readonly from: LocalDate; readonly until: LocalDate | null };
type Asker = Reader & Pick<Context, 'say'>;
type LostTalk = { readonly view: PopView; readonly talk: PopTalk };

/** What the other of the two hears of the talks that this person has on these days. */
export async function talksLostBy(reader: Reader, period: Period): Promise<Announcement['tells']> {
  const lost = await talksWithin(reader, period);
  return lost.flatMap(({ view, talk }) => tellOf(view.school.id, talk, otherOf(view)?.id ?? null, reader.today));
}

/** What both hear of all talks at a school that is closed on these days. */
export async function talksLostAt(
  { store, today }: Pick<Reader, 'store' | 'today'>,
  schoolId: SchoolId,
  period: Period,
): Promise<Announcement['tells']> {
  const directors = (await store.people.directors(schoolId, today)).map(({ id }) => id);
  const people = await store.pop.people(schoolId, schoolYearOf(today), today);
  return people.flatMap(({ id, leadId, pop }) =>
    planned(pop, today, period).flatMap((talk) =>
      [id, leadOf(id, leadId, directors)].flatMap((receiver) => tellOf(schoolId, talk, receiver, today)),
    ),
  );
}

/** Each of one's own talks on these days, with other days. After the days are stored. */
export async function lostTalkParts(reader: Asker, period: Period): Promise<readonly Part[]> {
  const parts: Part[] = [];
  for (const { view, talk } of await talksWithin(reader, period)) {
    const lost = await lostParts(reader, view, talk);
    if (lost)
      parts.push(...lost, textPart(toldWords(reader.say, otherOf(view)!.name, talk.planned?.day === reader.today)));
  }
  return parts;
}

/** Null when it has no day any more, or one on which both work. */
export async function lostParts(reader: Asker, view: PopView, talk: PopTalk): Promise<readonly Part[] | null> {
  const { say, today } = reader;
  const { planned } = talk;
  const name = otherOf(view)?.name;
  const place = await talkPlace(reader, view);
  if (planned === null || name === undefined || place === null) return null;
  const off = offWords(reader, place, planned.day, name);
  if (off === null) return null;
  const words = { talk: talkName(say, talk.talk), name, moment: momentWords(say, planned, today) };
  const cancel = talkButtons(reader, view, talk, false).filter(({ intent }) => intent.name === 'pop.afgezegd');
  return [
    textPart(joinText([say('pop.home.planned', words), off], ' ')),
    ...dayParts(reader, view, talk, place),
    ...buttonsPart(cancel),
  ];
}

async function talksWithin(reader: Reader, period: Period): Promise<readonly LostTalk[]> {
  const views = await visiblePops(reader);
  return views.flatMap((view) => planned(view.person.pop, reader.today, period).map((talk) => ({ view, talk })));
}

/** The talks of one POP that are to come on these days. */
function planned({ talks }: Pop, today: LocalDate, period: Period): readonly PopTalk[] {
  return talks.filter(
    ({ planned, heldOn }) =>
      heldOn === null && planned !== null && planned.day >= today && isWithin(planned.day, period),
  );
}

function tellOf(
  schoolId: SchoolId,
  { id, planned, version }: PopTalk,
  receiver: PersonId | null,
  today: LocalDate,
): Announcement['tells'] {
  if (id === null || planned === null || receiver === null) return [];
  return [lostTell({ receiver, schoolId, today }, id, version, planned.day)];
}
