/** `/leerteam fase observeren`: the phase of the method in which the team is; it decides what the next agenda asks. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { plainWords } from '../bot/plain-words.ts';
import type { Say } from '../bot/text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { showTeam } from './change-team.command.ts';
import type { Leerteam } from './leerteam.ts';
import { managedTeam, teamButton } from './managed-team.ts';
import { METHOD_PHASES, nextPhase, phaseOf } from './methods.ts';
import { methodPhaseWord, methodWord } from './team-words.ts';

export const teamPhase = command({
  intent: 'leerteam.fase',
  words: ['leerteam fase'],
  example: 'example.team-phase',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { fase: wordsOf(rest) }),
  args: z.object({ leerteam: z.string().optional(), fase: z.string().optional() }),
  run: async (context, { leerteam, fase }) => {
    const { store, stamp, say } = context;
    const team = await managedTeam(context, leerteam);
    const present = phaseOf(team);
    if (present === null) throw noPhases(context, team);
    if (fase === undefined) {
      return answer(
        say('leerteam.phase.choose', { team: team.name, phase: methodPhaseWord(say, present) }),
        phaseButtons(context, team),
      );
    }
    const phase = matchingPhase(say, METHOD_PHASES[team.method], fase);
    if (phase === null) {
      throw new UserError(
        say('leerteam.phase.unknown', { typed: short(fase), method: methodWord(say, team.method) }),
        phaseButtons(context, team),
      );
    }
    const show = buttonsPart([teamButton(say.plain('leerteam.button.show'), 'leerteam', team)]);
    const named = { team: team.name, phase: methodPhaseWord(say, phase) };
    if (phase === present) return answer(say('leerteam.phase.same', named), show);
    await store.teams.setPhase(stamp, team.id, phase);
    return answer(say('leerteam.phase.saved', named), show);
  },
  again: showTeam,
});

/** By its whole name, Dutch or as the reader sees it, else by its first letters when only one begins with them. */
function matchingPhase(say: Say, phases: readonly string[], typed: string): string | null {
  const wanted = plainWords(typed);
  const names = (phase: string) => [phase, methodPhaseWord(say, phase)].map(plainWords);
  const whole = phases.find((phase) => names(phase).includes(wanted));
  const begun = phases.filter((phase) => names(phase).some((name) => name.startsWith(wanted)));
  return whole ?? (begun.length === 1 ? begun[0]! : null);
}

function phaseButtons({ say }: Context, team: Leerteam) {
  const [present, next] = [phaseOf(team), nextPhase(team)];
  return buttonsPart(
    METHOD_PHASES[team.method]
      .filter((phase) => phase !== present)
      .map((phase) => {
        const name = methodPhaseWord(say, phase);
        const label = phase === next ? say.plain('leerteam.phase.next', { phase: name }) : name;
        return teamButton(label, 'leerteam.fase', team, { fase: phase });
      }),
  );
}

function noPhases({ say }: Context, team: Leerteam): UserError {
  return new UserError(
    say('leerteam.phase.none', { method: methodWord(say, team.method) }),
    buttonsPart([teamButton(say.plain('leerteam.button.change'), 'leerteam.wijzig', team)]),
  );
}
