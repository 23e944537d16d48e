/** What would be without somebody if they were removed: `wis` names it before and after. Pure. */
import type { Say } from '../bot/text.ts';

export type AtStake = {
  /** Schools of which they are the only director. */
  readonly onlyDirectorOf: readonly string[];
  readonly isOnlyAdmin: boolean;
  /** How many people have them as lead, also as the only director. */
  readonly leads: number;
  /** Leerteams that they chair. */
  readonly chairs: readonly string[];
  readonly openActions: number;
};

/** Somebody whom `wis` would remove. */
export type ToErase = { readonly name: string; readonly email: string; readonly stake: AtStake };

/** The lines that say it, after a line that says what they are; none when nothing is at stake. */
export function atStakeLines(
  { onlyDirectorOf, isOnlyAdmin, leads, chairs, openActions }: AtStake,
  say: Say,
  title: 'removal.is' | 'removal.was',
): readonly string[] {
  const lines = [
    ...onlyDirectorOf.map((school) => say.plain('removal.stake.director', { school })),
    ...(isOnlyAdmin ? [say.plain('removal.stake.admin')] : []),
    ...(leads > 0 ? [say.plain('removal.stake.leads', { count: leads })] : []),
    ...chairs.map((team) => say.plain('removal.stake.chair', { team })),
    ...(openActions > 0 ? [say.plain('removal.stake.actions', { count: openActions })] : []),
  ];
  return lines.length === 0 ? [] : [say.plain(title), ...lines.map((line) => `- ${line}`)];
}
