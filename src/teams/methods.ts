/** The ways of working of a leerteam and their phases, in order; after the last comes the first again (issue 3, from the seeds). */
import type { Leerteam, Method } from './leerteam.ts';

export const METHOD_PHASES: Readonly<Record<Method, readonly string[]>> = {
  actieonderzoek: ['oriënteren', 'plannen', 'handelen', 'observeren', 'reflecteren'],
  'lesson study': ['doel', 'ontwerp', 'uitvoeren en observeren', 'nabespreken', 'bijstellen', 'delen'],
  datateam: [
    'probleem',
    'hypothese',
    'data verzamelen',
    'datakwaliteit',
    'analyse',
    'interpretatie',
    'maatregelen',
    'evaluatie',
  ],
  bordsessie: [],
  vrij: [],
};

/** The phase the team is in; null when its method has none. */
export function phaseOf({ method, phase }: Pick<Leerteam, 'method' | 'phase'>): string | null {
  const phases = METHOD_PHASES[method];
  return phases.includes(phase) ? phase : (phases[0] ?? null);
}

/** The phase after the one that the team is in, in a circle; null when its method has none. */
export function nextPhase(team: Pick<Leerteam, 'method' | 'phase'>): string | null {
  const phases = METHOD_PHASES[team.method];
  const present = phaseOf(team);
  return present === null ? null : phases[(phases.indexOf(present) + 1) % phases.length]!;
}
