/** The kinds of nudge that a person may switch off, and those that are always told: only what somebody like them gets. */
import type { TextKey } from '../bot/text.ts';
import type { NudgeKind } from '../delivery/nudge.ts';
import { handsOver } from '../handover/find-leaver.ts';
import { hasRole, schoolsOf } from './permissions.ts';
import type { Actor } from './person.ts';

/** Somebody, and whether there is anybody whose recorded lead they are. */
export type Receiver = Actor & { readonly leads: boolean };

/** One tick of the form. `kinds` are those that it switches, when that is not the one that it is called after. */
type OptionalKind = {
  readonly label: TextKey;
  readonly isFor: (receiver: Receiver) => boolean;
  readonly kinds?: readonly NudgeKind[];
};

const atSchool = ({ employments }: Actor) => employments.some(({ schoolId }) => schoolId !== null);
const inTeam = ({ teams }: Actor) => teams.length > 0;
const leadsTeam = ({ teams }: Actor) => teams.some(({ role }) => role !== 'member');
const isDirector = (actor: Actor) => schoolsOf(actor, 'director').length > 0;
/** Without a recorded lead it is the director. */
const hasPop = (receiver: Receiver) =>
  receiver.leads || isDirector(receiver) || receiver.employments.some(({ pop }) => pop);

/** With their names on screen, in the order of the form. */
const OPTIONAL_KINDS = {
  'agenda-klaarzetten': { label: 'settings.kind.agenda-klaarzetten', isFor: leadsTeam },
  'agenda-delen': { label: 'settings.kind.agenda-delen', isFor: inTeam },
  verslag: { label: 'settings.kind.verslag', isFor: inTeam },
  'bijeenkomst-gewijzigd': { label: 'settings.kind.bijeenkomst-gewijzigd', isFor: inTeam },
  'doel-checkin': { label: 'settings.kind.doel-checkin', isFor: atSchool },
  'actie-aangeboden': { label: 'settings.kind.actie-aangeboden', isFor: atSchool },
  'actie-herinnering': { label: 'settings.kind.actie-herinnering', isFor: atSchool },
  'actie-te-laat': { label: 'settings.kind.actie-te-laat', isFor: atSchool },
  'actie-bericht': { label: 'settings.kind.actie-bericht', isFor: atSchool },
  'advies-wacht': { label: 'settings.kind.advies-wacht', isFor: isDirector },
  pop: {
    label: 'settings.kind.pop',
    isFor: hasPop,
    kinds: ['pop-uitleg', 'pop-klaar', 'pop-gesprek', 'pop-opvolging', 'pop-evaluatie', 'pop-bericht'],
  },
  'nieuw-in-team': { label: 'settings.kind.nieuw-in-team', isFor: atSchool },
  'wie-neemt-waar': { label: 'settings.kind.wie-neemt-waar', isFor: handsOver },
  terug: { label: 'settings.kind.terug', isFor: atSchool },
  // Also who gets the goal of somebody who leaves is told so.
  overdracht: { label: 'settings.kind.overdracht', isFor: (actor) => atSchool(actor) || handsOver(actor) },
  maandoverzicht: { label: 'settings.kind.maandoverzicht', isFor: isDirector },
} as const satisfies Readonly<Record<string, OptionalKind>>;

export type OptionalKindName = keyof typeof OPTIONAL_KINDS;
const NAMES = Object.keys(OPTIONAL_KINDS) as readonly OptionalKindName[];

/** Those that this person may get now. */
export function kindsFor(receiver: Receiver): readonly OptionalKindName[] {
  return NAMES.filter((name) => OPTIONAL_KINDS[name].isFor(receiver));
}

export function kindLabel(name: OptionalKindName): (typeof OPTIONAL_KINDS)[OptionalKindName]['label'] {
  return OPTIONAL_KINDS[name].label;
}

/** The kinds of nudge behind one tick. */
export function switchedBy(name: OptionalKindName): readonly string[] {
  const optional: OptionalKind = OPTIONAL_KINDS[name];
  return optional.kinds ?? [name];
}

/** What somebody has a right to hear, whatever is switched off: it changes their day, or says something about them. */
const ALWAYS_TOLD = {
  'pop-afspraak': { label: 'settings.always.pop-afspraak', isFor: hasPop },
  'afwezig-gemeld': { label: 'settings.always.afwezig-gemeld', isFor: atSchool },
  verwijderverzoek: { label: 'settings.always.verwijderverzoek', isFor: (actor) => hasRole(actor, 'beheerder', null) },
} as const satisfies Partial<Record<NudgeKind, OptionalKind>>;

/** The words for what this person always hears. */
export function alwaysTold(receiver: Receiver): readonly (typeof ALWAYS_TOLD)[keyof typeof ALWAYS_TOLD]['label'][] {
  return Object.values(ALWAYS_TOLD).flatMap(({ label, isFor }) => (isFor(receiver) ? [label] : []));
}

export const ALWAYS_TOLD_KINDS = Object.keys(ALWAYS_TOLD) as readonly NudgeKind[];

/** May this kind be switched off, by itself or with its subject? */
export function isOptional(kind: NudgeKind): boolean {
  return !Object.hasOwn(ALWAYS_TOLD, kind);
}

/**
 * The kinds of nudge that are off after a form that listed the ticks in `shown`, of which those in `wanted` were ticked; a platform leaves out a
 * field in which nothing is. What was not listed stays as it was. Pure.
 */
export function mutedAfter(
  before: readonly string[],
  shown: string | undefined,
  wanted: string | undefined,
): readonly string[] {
  if (shown === undefined && wanted === undefined) return before;
  const listed = shown?.split(',');
  const ticked = wanted?.split(',') ?? [];
  return NAMES.flatMap((name) => {
    const isListed = listed?.includes(name) ?? true;
    return switchedBy(name).filter((kind) => (isListed ? !ticked.includes(name) : before.includes(kind)));
  });
}
