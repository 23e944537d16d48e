/** "Voorzitter van Bovenbouw", "Actie: toetsanalyse, voor 14 november": what needs another owner, with [Verdelen]. */
import { short } from '../bot/command.ts';
import { textPart } from '../bot/notice.ts';
import type { Button, Part, RichText } from '../bot/reply.ts';
import type { Say } from '../bot/text.ts';
import type { LocalDate } from '../calendar/local-date.ts';
import type { PersonId, SchoolId } from '../people/person.ts';
import type { OpenThing } from './open-work.ts';

/** More of them the form shows. */
const MOST_ROWS = 8;
const MOST_NAMES = 4;

type Voice = { readonly say: Say; readonly today: LocalDate };

export type ToHandOver = {
  readonly person: PersonId;
  readonly school: SchoolId;
  readonly intro: RichText;
  readonly things: readonly OpenThing[];
};

export function thingsParts(voice: Voice, { person, school, intro, things }: ToHandOver): readonly Part[] {
  const { say } = voice;
  const more = things.length - MOST_ROWS;
  return [
    textPart(intro),
    { kind: 'list', rows: things.slice(0, MOST_ROWS).map((thing) => ({ title: thingWords(voice, thing), lines: [] })) },
    ...(more > 0 ? [{ kind: 'small' as const, text: say('handover.more', { count: more }) }] : []),
    { kind: 'buttons', buttons: [shareOutButton(say, person, school)] },
  ];
}

/** [Verdelen]. */
export function shareOutButton(say: Say, person: PersonId, school: SchoolId): Button {
  return {
    label: say.plain('handover.button.share-out'),
    intent: { name: 'overdracht', args: { persoon: `id:${person}`, school: String(school) } },
  };
}

/** What it is, in one line; by its number alone where the words are not for the reader. */
export function thingWords({ say, today }: Voice, thing: OpenThing): RichText {
  switch (thing.kind) {
    case 'actie':
      if (thing.what === null) return say('handover.action-number', { number: thing.number });
      return say('handover.action', { what: short(thing.what, 100), date: say.dayMonth(thing.due, today) });
    case 'doel':
      if (thing.title === null) return say('handover.goal-number', { number: thing.number });
      return say('handover.goal', { title: short(thing.title, 100) });
    case 'voorzitter':
      return say('handover.chair', { team: thing.team });
    case 'vervanger':
      return say('handover.deputy', { team: thing.team });
    case 'leidinggevende':
      return say('handover.lead', {
        names: namesOf(
          say,
          thing.people.map(({ name }) => name),
        ),
      });
  }
}

/** `Nico, Sanne en 7 anderen`. */
function namesOf(say: Say, names: readonly string[]): string {
  if (names.length <= MOST_NAMES) return say.list(names);
  const others = say.plain('handover.others', { count: names.length - MOST_NAMES + 1 });
  return say.list([...names.slice(0, MOST_NAMES - 1), others]);
}
