/** The trial school after a week in which something was left open of everything, and who then does all they can do. */
import { tokens } from '../../../src/bot/tokens.ts';
import { localDateOf } from '../../../src/calendar/zone.ts';
import { COMMANDS } from '../../../src/commands.ts';
import type { ChatSchool } from './chat-school.ts';
import type { How, Way } from './crawl.ts';

/** A chair, a teacher, the director, the quality coach of two schools, the board and an admin; each types in a way of their own too. */
export const CRAWLERS: readonly { readonly name: string; readonly hows: readonly How[] }[] = [
  { name: 'Sanne Voorbeeld', hows: ['command', 'message'] },
  { name: 'Piet Proef', hows: ['command'] },
  { name: 'Marieke Proef', hows: ['command', 'mention'] },
  { name: 'Joost Verzonnen', hows: ['message'] },
  { name: 'Bea Bestuur', hows: ['mention'] },
  { name: 'Axel Beheer', hows: ['command'] },
];

export const CRAWLED_LINES = [
  ...COMMANDS.flatMap(({ words }) => words.map((line) => `/${line}`)),
  '/agenda verzet Bovenbouw 4 december',
  '/school account los Piet',
];

/** Commands that nothing leads to after this week: only in the digest of October, see `pop.talk.ts`. */
export const NOT_CRAWLED = ['pop.bijna'];

/** Of what went wrong in the words of an answer. */
export const WENT_WRONG = /\(referentie|(knop|formulier) is te oud|cannot be done/;

/** Each button is somewhere after this; ends on a morning with its digests. */
export async function aWeekPasses(school: ChatSchool): Promise<void> {
  const [sanne, nadia, piet] = ['Sanne Voorbeeld', 'Nadia Voorbeeld', 'Piet Proef'].map((name) => school.member(name));
  await nadia!.types('/actie Kopieën maken @Sanne 10 december');
  await nadia!.types('/agenda verslag Rekenen');
  await nadia!.submits({
    'Actie 1: wat': 'Rekenspel kiezen',
    'Actie 1: wie': 'Piet Proef',
    'Actie 1: wanneer': '2026-12-10',
  });
  await sanne!.types('/actie Toetsen klaarleggen @Sanne 3 december');
  await sanne!.presses('Bovenbouw');
  await sanne!.types('/advies Meer tijd voor rekenen');
  await sanne!.presses('Bovenbouw');
  await piet!.types('/agenda punt Lezen in groep 5');
  await piet!.submits({ 'Voor welk leerteam?': 'Bovenbouw' });
  await school.comes('2026-11-26T15:20:00Z');
  await school.comes('2026-11-30T07:05:00Z');
  await school.comes('2026-12-01T07:05:00Z');
}

/** Null: a line that is no command, or a control that nobody knows. */
export function intentOf(way: Way, { bot, clock }: ChatSchool): string | null {
  if (way.kind === 'home') return 'start';
  if (way.kind === 'line') {
    const match = bot.registry.match(tokens(way.line), localDateOf(clock.now()));
    return match.kind === 'intent' ? match.intent.name : null;
  }
  const said = way.kind === 'press' ? way.button.said : way.said;
  return said?.kind === 'intent' ? said.intent.name : null;
}

/** What was done, for whoever reads that it went wrong. */
export function inWords(way: Way): string {
  switch (way.kind) {
    case 'home':
      return 'Home';
    case 'line':
      return `${way.how} ${way.line}`;
    case 'press': {
      const { label, said } = way.button;
      return `[${label}] ${JSON.stringify(said)}${way.opener ? ` in ${inWords(way.opener)}` : ''}`;
    }
    case 'submit':
      return `form ${way.filling} ${JSON.stringify(way.said)} in ${inWords(way.opener)}`;
  }
}
