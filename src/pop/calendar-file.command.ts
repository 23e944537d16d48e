/** [In mijn agenda]: the .ics file of a planned talk, once more. */
import { z } from 'zod';
import { command } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { answer } from '../bot/notice.ts';
import { findPop, talkPartner } from './find-pop.ts';
import { openTalk, talkOf } from './open-talk.ts';
import { TALKS } from './pop.ts';
import { momentWords, talkName } from './pop-names.ts';
import { talkFile } from './talk-file.ts';

export const calendarFile = command({
  intent: 'pop.agenda',
  words: ['pop agenda'],
  example: '/pop agenda',
  help: null,
  parse: (rest) => (rest.length === 0 ? {} : null),
  args: z.object({
    persoon: z.string().optional(),
    school: z.string().optional(),
    gesprek: z.enum(TALKS).optional(),
  }),
  run: async (context, { gesprek, ...whose }) => {
    const { say, today, now } = context;
    const view = await findPop(context, whose);
    const { name } = await talkPartner(context, view);
    const talk = gesprek ? talkOf(view.person.pop, gesprek) : openTalk(view);
    if (talk === null) throw new UserError(say('pop.plan.all-held'));
    const { id, planned: moment, version } = talk;
    const words = { talk: talkName(say, talk.talk), name };
    if (id === null || moment === null) throw new UserError(say('pop.plan.not-planned', words));
    const file = talkFile(say, { id, talk: talk.talk, version, moment, with: name, because: 'add' }, now);
    return answer(say('pop.home.planned', { ...words, moment: momentWords(say, moment, today) }), [file]);
  },
});
