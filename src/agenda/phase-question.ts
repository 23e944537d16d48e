/** "Wat zagen we?": what a team talks about in each phase of its way of working. */
import type { PlainKey } from '../bot/text.ts';
import type { Method } from '../teams/leerteam.ts';

const QUESTIONS: Readonly<Partial<Record<Method, Readonly<Record<string, PlainKey>>>>> = {
  actieonderzoek: {
    oriënteren: 'phase.question.orient',
    plannen: 'phase.question.plan',
    handelen: 'phase.question.act',
    observeren: 'phase.question.observe',
    reflecteren: 'phase.question.reflect',
  },
  'lesson study': {
    doel: 'phase.question.goal',
    ontwerp: 'phase.question.design',
    'uitvoeren en observeren': 'phase.question.teach',
    nabespreken: 'phase.question.discuss',
    bijstellen: 'phase.question.adjust',
    delen: 'phase.question.share',
  },
  datateam: {
    probleem: 'phase.question.problem',
    hypothese: 'phase.question.hypothesis',
    'data verzamelen': 'phase.question.collect',
    datakwaliteit: 'phase.question.quality',
    analyse: 'phase.question.analyse',
    interpretatie: 'phase.question.interpret',
    maatregelen: 'phase.question.measures',
    evaluatie: 'phase.question.evaluate',
  },
};

/** Null for a phase that the method does not have. */
export function phaseQuestion(method: Method, phase: string): PlainKey | null {
  return QUESTIONS[method]?.[phase] ?? null;
}
