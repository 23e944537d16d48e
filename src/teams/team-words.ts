/** "actieonderzoek, fase observeren": kinds, methods and phases of leerteams, in the reader's language. */
import type { PlainKey, Say } from '../bot/text.ts';
import type { Leerteam, MeetingDay, Method, TeamKind } from './leerteam.ts';

const KINDS: Readonly<Record<TeamKind, PlainKey>> = {
  leerteam: 'team-word.leerteam',
  expertiseteam: 'team-word.expertiseteam',
  PLG: 'team-word.plg',
  werkgroep: 'team-word.werkgroep',
  MT: 'team-word.mt',
};
const METHODS: Readonly<Record<Method, PlainKey>> = {
  actieonderzoek: 'team-word.actieonderzoek',
  'lesson study': 'team-word.lesson-study',
  datateam: 'team-word.datateam',
  bordsessie: 'team-word.bordsessie',
  vrij: 'team-word.vrij',
};
const PHASES: Readonly<Record<string, PlainKey>> = {
  oriënteren: 'team-word.orienteren',
  plannen: 'team-word.plannen',
  handelen: 'team-word.handelen',
  observeren: 'team-word.observeren',
  reflecteren: 'team-word.reflecteren',
  doel: 'team-word.doel',
  ontwerp: 'team-word.ontwerp',
  'uitvoeren en observeren': 'team-word.uitvoeren',
  nabespreken: 'team-word.nabespreken',
  bijstellen: 'team-word.bijstellen',
  delen: 'team-word.delen',
  probleem: 'team-word.probleem',
  hypothese: 'team-word.hypothese',
  'data verzamelen': 'team-word.verzamelen',
  datakwaliteit: 'team-word.datakwaliteit',
  analyse: 'team-word.analyse',
  interpretatie: 'team-word.interpretatie',
  maatregelen: 'team-word.maatregelen',
  evaluatie: 'team-word.evaluatie',
};

const DAYS: Readonly<Record<MeetingDay, PlainKey>> = {
  ma: 'weekday.ma',
  di: 'weekday.di',
  wo: 'weekday.wo',
  do: 'weekday.do',
  vr: 'weekday.vr',
};
const RHYTHMS: Readonly<Record<Leerteam['rhythm'], PlainKey>> = {
  wekelijks: 'leerteam.form.rhythm.wekelijks',
  tweewekelijks: 'leerteam.form.rhythm.tweewekelijks',
};
const CHANGES: Readonly<Record<string, PlainKey>> = {
  gemaakt: 'team-change.gemaakt',
  'lid erbij': 'team-change.lid-erbij',
  'lid eraf': 'team-change.lid-eraf',
  leerteam: 'team-change.naam',
  soort: 'team-change.soort',
  voorzitter: 'team-change.voorzitter',
  vervanger: 'team-change.vervanger',
  dag: 'team-change.dag',
  tijd: 'team-change.tijd',
  duur: 'team-change.duur',
  ritme: 'team-change.ritme',
  eerste_datum: 'team-change.eerste-datum',
  methode: 'team-change.methode',
  kanaal: 'team-change.kanaal',
  van: 'team-change.van',
  tot: 'team-change.tot',
  fase: 'team-change.fase',
};

/** `what` is a column of the import sheet, or what else happened to a team (`TeamEvent`). */
export function teamChangeWord(say: Say, what: string): string {
  return wordFor(say, CHANGES, what);
}

/** The value of that column as people say it; a name stays as it is. */
export function teamValueWord(say: Say, what: string, value: string): string {
  switch (what) {
    case 'soort':
      return wordFor(say, KINDS, value);
    case 'methode':
      return wordFor(say, METHODS, value);
    case 'fase':
      return methodPhaseWord(say, value);
    case 'dag':
      return wordFor(say, DAYS, value);
    case 'ritme':
      return wordFor(say, RHYTHMS, value);
    default:
      return value;
  }
}

export function teamKindWord(say: Say, kind: TeamKind): string {
  return say.plain(KINDS[kind]);
}

export function methodWord(say: Say, method: Method): string {
  return say.plain(METHODS[method]);
}

/** `phase` is one of `METHOD_PHASES`. */
export function methodPhaseWord(say: Say, phase: string): string {
  return wordFor(say, PHASES, phase);
}

function wordFor(say: Say, words: Readonly<Record<string, PlainKey>>, stored: string): string {
  const key = Object.hasOwn(words, stored) ? words[stored] : undefined;
  return key ? say.plain(key) : stored;
}
