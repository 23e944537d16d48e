/** "Het POP-gesprek met Nico staat op woensdag 9 december. Op woensdag 9 december werkt Nico niet.": planned talks on days that were taken away since. */
import type { Context } from '../bot/command.ts';
import { buttonsPart, textPart } from '../bot/notice.ts';
import type { Part, Row } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { isWithin, type LocalDate } from '../calendar/local-date.ts';
import { schoolYearOf } from '../calendar/school-year.ts';
import type { Announcement } from '../delivery/announcement.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import { dayParts } from './choose-day.ts';
import { leadOf } from './lead.ts';
import { comingTalks } from './open-talk.ts';
import type { Pop, PopTalk } from './pop.ts';
import { momentWords, talkName } from './pop-names.ts';
import { otherOf, type PopView, type Reader, visiblePops } from './pop-view.ts';
import { talkButtons } from './step-rows.ts';
import { talkPlace } from './talk-days.ts';
import { offWords } from './talk-moment.ts';
import { lostTell } from './talk-tells.ts';
import { toldWords } from './told-words.ts';

/** As many as a message takes; `/pop` has all of them. */
const MOST_ROWS = 8;

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

/** A row for each of one's own talks on these days, or of those with `other` alone, with what to do now. After the days are stored. */
export async function lostTalkParts(asker: Asker, period: Period, other?: PersonId): Promise<readonly Part[]> {
  const rows: Row[] = [];
  for (const { view, talk } of await talksWithin(asker, period)) {
    if (other !== undefined && otherOf(view)?.id !== other) continue;
    const lost = await lostTalk(asker, view, talk);
    if (lost && rows.length < MOST_ROWS) rows.push({ title: lost.words, lines: lost.lines, buttons: lost.buttons });
  }
  return rows.length === 0 ? [] : [{ kind: 'list', rows }];
}

/** What the other hears, with days on which both work. Null when it has no day any more, or one that fits. */
export async function lostParts(asker: Asker, view: PopView, talk: PopTalk): Promise<readonly Part[] | null> {
  const lost = await lostTalk(asker, view, talk);
  if (lost === null) return null;
  const cancel = lost.buttons.filter(({ intent }) => intent.name === 'pop.afgezegd');
  return [textPart(lost.words), ...dayParts(asker, view, talk, lost.place), ...buttonsPart(cancel)];
}

/** "Het POP-gesprek met Nico is op woensdag 9 december. Op woensdag 9 december werkt Nico niet."; null when it fits. */
async function lostTalk(asker: Asker, view: PopView, talk: PopTalk) {
  const { say, today } = asker;
  const { planned } = talk;
  const name = otherOf(view)?.name;
  const place = await talkPlace(asker, view);
  if (planned === null || name === undefined || place === null) return null;
  const off = offWords(asker, place, planned.day, name);
  if (off === null) return null;
  const words = { talk: talkName(say, talk.talk), name, moment: momentWords(say, planned, today) };
  return {
    place,
    words: joinText([say('pop.home.planned', words), off], ' '),
    // Who hears nothing in time is told by oneself.
    lines: planned.day === today ? [toldWords(say, name, true)] : [],
    buttons: talkButtons(asker, view, talk, false).filter(({ intent }) => intent.name !== 'pop.agenda'),
  };
}

async function talksWithin(reader: Reader, period: Period): Promise<readonly LostTalk[]> {
  const views = await visiblePops(reader);
  return views.flatMap((view) => planned(view.person.pop, reader.today, period).map((talk) => ({ view, talk })));
}

/** The talks of one POP that are to come on these days. */
function planned(pop: Pop, today: LocalDate, period: Period): readonly PopTalk[] {
  return comingTalks(pop, today).filter((talk) => isWithin(talk.planned.day, period));
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
