/** "Ingebracht door Sanne: toetsdata groep 6": what one line of an agenda says, and to whom. */
import { adviceState } from '../advice/advice-names.ts';
import { short } from '../bot/command.ts';
import type { RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { literal, type Say } from '../bot/text.ts';
import type { Store } from '../store.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import { methodPhaseWord, methodWord } from '../teams/team-words.ts';
import type { AgendaItem } from './agenda-item.ts';
import type { AgendaGoal, AgendaLine } from './draft-agenda.ts';
import { phaseQuestion } from './phase-question.ts';

/**
 * `titles`: who sees titles, decisions and what is shared with the MT only: no actions, no drafts of advice, and not who brought
 * what (PRODUCT 2).
 */
export type Audience = 'chair' | 'member' | 'titles' | 'shared';

type Voice = { readonly say: Say; readonly store: Store };

const LONGEST = 120;

/** Without number or minutes. */
export async function lineWords(
  { say, store }: Voice,
  { about }: Pick<AgendaLine, 'about'>,
  team: Pick<Leerteam, 'kind'>,
  audience: Audience,
): Promise<RichText> {
  switch (about.kind) {
    case 'opening':
      return say('agenda.line.opening');
    case 'successes':
      return say('agenda.line.successes');
    case 'new-actions':
      return say('agenda.line.new-actions');
    case 'closing':
      return say(team.kind === 'MT' ? 'agenda.line.new-actions' : 'agenda.line.closing');
    case 'actions':
      return audience === 'titles'
        ? say('agenda.line.actions-plain')
        : say('agenda.line.actions', { count: about.open });
    case 'goal':
      return say('agenda.line.goal', named(about.goal));
    case 'draft':
      return say('agenda.line.draft', named(about.goal));
    case 'figures':
      return figures(say, about.goals);
    case 'method':
      return method(say, about);
    case 'item':
      return itemWords({ say, store }, about.item, audience);
  }
}

/** What an agenda item is about. */
export async function itemWords({ say, store }: Voice, item: AgendaItem, audience: Audience): Promise<RichText> {
  const isOpen = audience !== 'titles';
  const words = item.cause === null ? brought(say, item, isOpen) : await caused({ say, store }, item, isOpen);
  return item.carried > 0 ? joinText([words, say('agenda.line.carried')]) : words;
}

function brought(say: Say, { text, kind, byName }: AgendaItem, isOpen: boolean): RichText {
  const what = short(text, LONGEST);
  const words = isOpen && byName !== '' ? say('agenda.line.brought', { name: byName, what }) : literal(what);
  return kind === 'overig' ? words : joinText([words, say(`agenda.kind.${kind}`)]);
}

async function caused({ say, store }: Voice, item: AgendaItem, isOpen: boolean): Promise<RichText> {
  switch (item.cause!) {
    case 'doel zonder update': {
      const goal = item.goalId && (await store.goals.line(item.goalId));
      return goal ? say('agenda.line.no-update', named(goal)) : say('agenda.line.goal-gone');
    }
    case 'actie te laat': {
      const action = isOpen && item.actionId ? await store.actions.line(item.actionId) : null;
      if (!action) return say('agenda.line.late-plain');
      return say('agenda.line.late', { number: action.number, what: short(action.what, LONGEST) });
    }
    case 'concept-advies':
    case 'advies aan het MT':
    case 'antwoord van het MT':
    case 'advies wacht':
      return advice({ say, store }, item, isOpen);
  }
}

async function advice({ say, store }: Voice, { cause, adviceId }: AgendaItem, isOpen: boolean): Promise<RichText> {
  const found = adviceId && (await store.advice.advice(adviceId));
  if (!found || (cause === 'concept-advies' && !isOpen)) return say('agenda.line.advice-plain');
  const { number, teamName, byName, state } = found;
  const text = short(found.text, LONGEST);
  const from = teamName || byName;
  switch (cause) {
    case 'concept-advies':
      return say('agenda.line.advice-draft', { name: byName, text });
    case 'antwoord van het MT':
      return say('agenda.line.advice-answer', { number, state: adviceState(state, say).word, text });
    case 'advies wacht':
      return say('agenda.line.advice-waits', { number, from, text });
    default:
      return say('agenda.line.advice-sent', { number, from, text });
  }
}

function method(say: Say, { method: way, phase }: Extract<AgendaLine['about'], { kind: 'method' }>): RichText {
  const question = phaseQuestion(way, phase);
  if (question === null) return say('agenda.line.work');
  const word = methodWord(say, way);
  const name = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
  return say('agenda.line.method', { method: name, phase: methodPhaseWord(say, phase), question: say(question) });
}

function figures(say: Say, goals: readonly AgendaGoal[]): RichText {
  if (goals.length === 0) return say('agenda.line.figures');
  return say('agenda.line.figures-asked', {
    goals: say.list(goals.map(({ number }) => say.plain('goals.name', { number }))),
  });
}

function named({ number, title }: Pick<AgendaGoal, 'number' | 'title'>) {
  return { number, title: short(title, LONGEST) };
}
