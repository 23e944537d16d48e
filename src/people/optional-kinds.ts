/** The kinds of nudge that a person may switch off: only those that somebody like them gets. */
import type { TextKey } from '../bot/text.ts';
import type { NudgeKind } from '../delivery/nudge.ts';
import { handsOver } from '../handover/find-leaver.ts';
import { schoolsOf } from './permissions.ts';
import type { Actor } from './person.ts';

type OptionalKind = { readonly label: TextKey; readonly isFor: (actor: Actor) => boolean };

const atSchool = ({ employments }: Actor) => employments.some(({ schoolId }) => schoolId !== null);
const inTeam = ({ teams }: Actor) => teams.length > 0;
const leadsTeam = ({ teams }: Actor) => teams.some(({ role }) => role !== 'member');
const isDirector = (actor: Actor) => schoolsOf(actor, 'director').length > 0;

/** With their names on screen, in the order of the form. */
export const OPTIONAL_KINDS = {
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
  'nieuw-in-team': { label: 'settings.kind.nieuw-in-team', isFor: atSchool },
  'wie-neemt-waar': { label: 'settings.kind.wie-neemt-waar', isFor: handsOver },
  terug: { label: 'settings.kind.terug', isFor: atSchool },
  // Also who gets the goal of somebody who leaves is told so.
  overdracht: { label: 'settings.kind.overdracht', isFor: (actor) => atSchool(actor) || handsOver(actor) },
  maandoverzicht: { label: 'settings.kind.maandoverzicht', isFor: isDirector },
} as const satisfies Partial<Record<NudgeKind, OptionalKind>>;

/** Those that this person may get now. */
export function kindsFor(actor: Actor): readonly (keyof typeof OPTIONAL_KINDS)[] {
  return (Object.keys(OPTIONAL_KINDS) as (keyof typeof OPTIONAL_KINDS)[]).filter((kind) =>
    OPTIONAL_KINDS[kind].isFor(actor),
  );
}

/**
 * What is switched off after a form that listed the kinds in `shown`, of which `wanted` were ticked; a platform leaves out a field in which
 * nothing is. What was not listed stays as it was. Pure.
 */
export function mutedAfter(
  before: readonly string[],
  shown: string | undefined,
  wanted: string | undefined,
): readonly string[] {
  if (shown === undefined && wanted === undefined) return before;
  const all = Object.keys(OPTIONAL_KINDS);
  const listed = shown === undefined ? all : all.filter((kind) => shown.split(',').includes(kind));
  const ticked = wanted?.split(',') ?? [];
  return all.filter((kind) => (listed.includes(kind) ? !ticked.includes(kind) : before.includes(kind)));
}
