/** `/agenda delen`: the agenda goes to the team's channel, or to each member in their next message. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { Stale } from '../bot/errors.ts';
import { wordsOf } from '../bot/tokens.ts';
import { type FoundMeeting, findMeeting, seen } from '../meetings/find-meeting.ts';
import { isOver, takesPlace } from '../meetings/meeting.ts';
import { plansMeetings } from '../meetings/plans-meetings.ts';
import { hasBegun } from '../minutes/meeting-told.ts';
import { isChannelOf } from '../teams/channel-of.ts';
import { agendaPage, showMeeting, storedAgenda } from './agenda-answer.ts';
import { sharedAgenda } from './agenda-post.ts';
import { channelPost, isInChannel } from './unreached-channel.ts';

export const share = command({
  intent: 'agenda.delen',
  words: ['agenda delen'],
  example: '/agenda delen',
  help: 'help.agenda.share',
  listedFor: plansMeetings,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { leerteam: wordsOf(rest) }),
  args: z.object({ bijeenkomst: z.string().optional(), leerteam: z.string().optional() }),
  run: async (context, which) => {
    const found = await findMeeting(context, 'meeting.plan', which);
    const { meeting } = found;
    // Moved, cancelled or over: the page says so.
    if (!takesPlace(meeting) || isOver(meeting, context.now)) return agendaPage(context, found);
    if (meeting.state === 'gedeeld' && (await isThere(context, found)))
      return agendaPage(context, found, context.say('agenda.shared-already'));
    if (hasBegun(meeting, context.now)) return agendaPage(context, found, context.say('agenda.begun'));
    return shareNow(context, found);
  },
  again: showMeeting,
});

/** Has the team got it? A post that the platform refused never stood in the channel. */
async function isThere({ store }: Context, found: FoundMeeting): Promise<boolean> {
  return found.team.channel === '' || isInChannel(await channelPost(store, found));
}

async function shareNow(context: Context, found: FoundMeeting) {
  const { store, stamp, say, today, actor, now } = context;
  const { team } = found;
  const members = (await store.people.teamPeople(team.id, today)).filter(({ id }) => id !== actor.id);
  try {
    await store.agenda.share(stamp, seen(found), sharedAgenda(found, members, now));
  } catch (error) {
    if (!(error instanceof Stale)) throw error;
    return storedAgenda(context, found, say('agenda.changed-meanwhile'));
  }
  const done = say(team.channel === '' ? 'agenda.shared' : 'agenda.shared-channel', { team: team.name });
  const shown = await storedAgenda(context, found, done);
  // The agenda itself comes there.
  return isChannelOf(team, context.place) ? { ...shown, aloud: say('agenda.shared-here') } : shown;
}
