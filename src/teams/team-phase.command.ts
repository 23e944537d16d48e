/** `/leerteam fase observeren`: the phase of the method in which the team is; it decides what the next agenda asks. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import { plainWords } from '../bot/plain-words.ts';
import { wordsOf } from '../bot/tokens.ts';
import { showTeam } from './change-team.command.ts';
import type { Leerteam } from './leerteam.ts';
import { managedTeam, teamButton } from './managed-team.ts';
import { METHOD_PHASES, nextPhase, phaseOf } from './methods.ts';

export const teamPhase = command({
  intent: 'leerteam.fase',
  words: ['leerteam fase'],
  example: '/leerteam fase observeren',
  help: null,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { fase: wordsOf(rest) }),
  args: z.object({ leerteam: z.string().optional(), fase: z.string().optional() }),
  run: async (context, { leerteam, fase }) => {
    const { store, stamp, say } = context;
    const team = await managedTeam(context, leerteam);
    const present = phaseOf(team);
    if (present === null) throw noPhases(context, team);
    if (fase === undefined) {
      return answer(say('leerteam.phase.choose', { team: team.name, phase: present }), phaseButtons(context, team));
    }
    const phase = matchingPhase(METHOD_PHASES[team.method], fase);
    if (phase === null) {
      throw new UserError(
        say('leerteam.phase.unknown', { typed: short(fase), method: team.method }),
        phaseButtons(context, team),
      );
    }
    const show = buttonsPart([teamButton(say.plain('leerteam.button.show'), 'leerteam', team)]);
    if (phase === present) return answer(say('leerteam.phase.same', { team: team.name, phase }), show);
    await store.teams.setPhase(stamp, team.id, phase);
    return answer(say('leerteam.phase.saved', { team: team.name, phase }), show);
  },
  again: showTeam,
});

/** By its whole name, else by its first letters when only one begins with them. */
function matchingPhase(phases: readonly string[], typed: string): string | null {
  const wanted = plainWords(typed);
  const whole = phases.find((phase) => plainWords(phase) === wanted);
  const begun = phases.filter((phase) => plainWords(phase).startsWith(wanted));
  return whole ?? (begun.length === 1 ? begun[0]! : null);
}

function phaseButtons({ say }: Context, team: Leerteam) {
  const [present, next] = [phaseOf(team), nextPhase(team)];
  return buttonsPart(
    METHOD_PHASES[team.method]
      .filter((phase) => phase !== present)
      .map((phase) =>
        teamButton(phase === next ? say.plain('leerteam.phase.next', { phase }) : phase, 'leerteam.fase', team, {
          fase: phase,
        }),
      ),
  );
}

function noPhases({ say }: Context, team: Leerteam): UserError {
  return new UserError(
    say('leerteam.phase.none', { method: team.method }),
    buttonsPart([teamButton(say.plain('leerteam.button.change'), 'leerteam.wijzig', team)]),
  );
}
