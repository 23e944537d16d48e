/** `/leerteam koppel`, typed in a channel: the team's agenda and minutes go there; `koppel los` unties it. */
import { z } from 'zod';
import { sharedAgenda } from '../agenda/agenda-post.ts';
import { type Context, command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Notice, RichText } from '../bot/reply.ts';
import { joinText } from '../bot/rich-text.ts';
import { wordsOf } from '../bot/tokens.ts';
import { type FoundMeeting, teamYear } from '../meetings/find-meeting.ts';
import { meetingsAhead, takesPlace } from '../meetings/meeting.ts';
import { hasBegun } from '../minutes/meeting-told.ts';
import { showTeam } from './change-team.command.ts';
import { hearsOnlyInside, isChannelName, isChannelOf } from './channel-of.ts';
import type { Leerteam } from './leerteam.ts';
import { managedTeam, teamButton } from './managed-team.ts';

export const linkChannel = command({
  intent: 'leerteam.koppel',
  words: ['leerteam koppel'],
  example: '/leerteam koppel',
  help: null,
  parse: (rest): Record<string, string> => {
    const [first, ...more] = rest;
    if (!first) return {};
    if (first.quoted || first.text.toLowerCase() !== 'los') return { leerteam: wordsOf(rest) };
    return { los: 'ja', ...(more.length > 0 ? { leerteam: wordsOf(more) } : {}) };
  },
  args: z.object({ leerteam: z.string().optional(), los: z.literal('ja').optional() }),
  run: async (context, { leerteam, los }) => {
    const team = await managedTeam(context, leerteam);
    return los ? untie(context, team) : tie(context, team);
  },
  again: showTeam,
});

async function tie(context: Context, team: Leerteam): Promise<Notice> {
  const { place, store, stamp, say, today } = context;
  const untieButton = buttonsPart([
    teamButton(say.plain('leerteam.button.untie'), 'leerteam.koppel', team, { los: 'ja' }),
  ]);
  if (place.kind === 'personal') {
    const key = team.channel === '' ? 'leerteam.link.how' : 'leerteam.link.how-other';
    return answer(say(key, { team: team.name }), team.channel === '' ? [] : untieButton);
  }
  const here = placeWords(context, place);
  if (isChannelOf(team, place)) return answer(say('leerteam.link.is', { team: team.name, place: here }), untieButton);
  const other = await store.teams.teamOfChannel(place.channel, today, place.name);
  if (other) {
    const isOfSchool = other.schoolId === team.schoolId;
    throw new UserError(
      isOfSchool
        ? say('leerteam.link.taken', { team: other.name, place: here })
        : say('leerteam.link.taken-far', { place: here }),
    );
  }
  const tied = { ...team, channel: place.channel };
  const shared = await sharedAhead(context, tied);
  const told = shared.map((each) => sharedAgenda(each, [], context.now));
  await store.teams.link(stamp, team.id, place.channel, {
    tells: [],
    posts: told.flatMap(({ posts }) => posts),
    // Of one that stood here before.
    changed: told.flatMap(({ changed }) => changed),
  });
  const saved = [
    ...leaves(context, team),
    say('leerteam.link.saved', { team: team.name, place: here }),
    ...(hearsOnlyInside(place.channel) ? [] : [say('leerteam.link.add-me')]),
  ];
  return answer(joinText(saved, ' '), [
    ...shared.map(({ meeting }) => textPart(say('leerteam.link.agenda', { date: say.date(meeting.date, today) }))),
    ...untieButton,
  ]);
}

/** The meetings still to come whose agenda the team knows already: it goes to the new channel too. */
async function sharedAhead({ store, now }: Context, team: Leerteam): Promise<readonly FoundMeeting[]> {
  const year = await teamYear(store, team);
  return meetingsAhead(team, year.calendar, year.stored, now)
    .filter((meeting) => meeting.state === 'gedeeld' && takesPlace(meeting) && !hasBegun(meeting, now))
    .map((meeting) => ({ ...year, meeting }));
}

/** The answer may stand in somebody's own chat, and what was tied may be a group: neither is "this channel". */
function placeWords({ say }: Pick<Context, 'say'>, { name }: { readonly name?: string }): RichText {
  return name === undefined ? say('leerteam.link.unnamed') : say('leerteam.link.named', { name });
}

/** Which channel it had until now; one has a number that tells people nothing. */
function leaves({ say }: Context, { name: team, channel }: Leerteam): readonly RichText[] {
  if (channel === '') return [];
  return [
    isChannelName(channel) ? say('leerteam.link.left-named', { team, channel }) : say('leerteam.link.left', { team }),
  ];
}

async function untie({ store, stamp, say }: Context, team: Leerteam): Promise<Notice> {
  if (team.channel === '') return answer(say('leerteam.link.none', { team: team.name }));
  await store.teams.link(stamp, team.id, '');
  return answer(say('leerteam.link.untied', { team: team.name }));
}
