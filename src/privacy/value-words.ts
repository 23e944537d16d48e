/** A stored value in words, for the file that people read. Pure. */
import { ACTION_STATES, type ActionState } from '../actions/action.ts';
import { ADVICE_STATES, type AdviceState } from '../advice/advice.ts';
import { adviceState } from '../advice/advice-names.ts';
import type { Say } from '../bot/text.ts';
import { parseLocalDate } from '../calendar/local-date.ts';
import type { GoalStatus } from '../goals/goal.ts';
import { goalFieldWord, goalValueWord } from '../goals/history.ts';
import { stateOf } from '../goals/status.ts';
import type { Language, Role, WorkingDay } from '../people/person.ts';
import { workingDayWords } from '../people/working-day-words.ts';
import type { Talk } from '../pop/pop.ts';
import { roleWords } from '../school/staff-fields.ts';
import { teamChangeWord, teamValueWord } from '../teams/team-words.ts';
import { dayWords, momentWords } from './moment-words.ts';
import { LABEL_KINDS, type Label, type OwnRecord, type OwnValue, type SectionName } from './own-records.ts';
import { storedWord } from './stored-words.ts';
import { subjectWords } from './subject-words.ts';

/** What the words of a value depend on: the same code may mean another thing in another section. */
export type Place = { readonly section: SectionName; readonly row: OwnRecord; readonly label: Label };

/** Empty: there are no words for it, or another value of the row says it. */
export function valueWords(say: Say, place: Place, value: OwnValue): string {
  if (value instanceof Date) return momentWords(say, value);
  if (typeof value === 'boolean') return say.plain(value ? 'mydata.yes' : 'mydata.no');
  const text = Array.isArray(value) ? value.join(', ') : String(value);
  switch (place.label) {
    case 'author':
      return say.plain(value === 'bot' ? 'mydata.bot' : 'mydata.you');
    case 'language':
      return say.plain(`settings.language.${value as Language}`);
    case 'roles':
      return roleWords(value as readonly Role[], say);
    case 'workingDays':
      return workingDayWords(say, value as readonly WorkingDay[]);
    case 'mutedKinds':
      return (value as readonly string[]).map((kind) => storedWord(say, 'kind', kind)).join(', ');
    case 'status':
      return stateOf(value as GoalStatus, say).word;
    case 'subject':
      return subjectWords(say, place.row);
    case 'about':
      return '';
    case 'number':
      return place.row.subject === undefined ? text : '';
    case 'talk':
      return say.plain(`pop.talk.${value as Talk}`);
    case 'kind':
      return storedWord(say, 'kind', text);
    case 'act':
      return storedWord(say, 'act', text);
    case 'state':
      return stateWord(say, place.section, text);
    case 'what':
      return eventWord(say, place.section, text);
    case 'before':
    case 'after':
      return changedWord(say, place, text);
    default:
      return LABEL_KINDS[place.label] === 'day' ? dayOrText(say, text) : text;
  }
}

function stateWord(say: Say, section: SectionName, text: string): string {
  switch (section) {
    case 'actions':
    case 'actions-given':
    case 'actions-offered':
      return actionWord(say, text);
    case 'advice':
    case 'answers':
      return adviceWord(say, text);
    case 'items':
      return storedWord(say, 'item', text);
    case 'talks':
      return storedWord(say, 'talk', text);
    default:
      return storedWord(say, 'sent', text);
  }
}

/** Of an action itself it is what is to be done, in people's own words. */
function eventWord(say: Say, section: SectionName, text: string): string {
  switch (section) {
    case 'actions':
    case 'actions-given':
    case 'actions-offered':
      return text;
    case 'goal-changes':
      return goalFieldWord(storedWord(say, 'event', text), say);
    case 'team-changes':
    case 'team-left':
    case 'team-joined':
      return teamChangeWord(say, text);
    case 'advice-changes':
      return adviceWord(say, text);
    default:
      return storedWord(say, 'event', text);
  }
}

function changedWord(say: Say, { section, row }: Place, text: string): string {
  if (section === 'goal-changes') return goalValueWord(text, say);
  const words = section.startsWith('team-') ? teamValueWord(say, String(row.what), text) : actionWord(say, text);
  return dayOrText(say, words);
}

function actionWord(say: Say, text: string): string {
  return isOneOf(ACTION_STATES, text) ? say.plain(`actions.state.${text satisfies ActionState}`) : text;
}

function adviceWord(say: Say, text: string): string {
  return isOneOf(ADVICE_STATES, text)
    ? adviceState(text satisfies AdviceState, say).word
    : storedWord(say, 'event', text);
}

function isOneOf<Word extends string>(words: readonly Word[], text: string): text is Word {
  return (words as readonly string[]).includes(text);
}

function dayOrText(say: Say, text: string): string {
  const day = parseLocalDate(text);
  return day ? dayWords(say, day) : text;
}
