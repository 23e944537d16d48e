/** `/advies Graag een uur voor de toetsanalyse`: advice or a question to the MT; without text a form. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Form, Notice, Reply, RichText } from '../bot/reply.ts';
import { wordsOf } from '../bot/tokens.ts';
import { mustFit, SENTENCE_LENGTH, TEXT_LENGTH } from '../goals/lengths.ts';
import { may } from '../people/permissions.ts';
import type { Leerteam } from '../teams/leerteam.ts';
import type { Advice } from './advice.ts';
import { mustSeeAdvice, worksWithAdvice } from './advice-access.ts';
import { adviceButtons } from './advice-page.ts';
import { isChairedByDirector, mtTeam } from './mt-team.ts';
import { chosenSender, type Sender, senderArgument } from './sender.ts';
import { showSaved } from './show.command.ts';

type Values = { readonly tekst?: string | undefined; readonly redenen?: string | undefined };

export const newAdvice = command({
  intent: 'advies',
  words: ['advies'],
  example: 'example.advice-new',
  help: 'help.advice',
  listedFor: worksWithAdvice,
  parse: (rest): Record<string, string> => (rest.length === 0 ? {} : { tekst: wordsOf(rest) }),
  args: z.object({ tekst: z.string().optional(), redenen: z.string().optional(), leerteam: z.string().optional() }),
  run: async (context, { leerteam, ...values }): Promise<Reply> => {
    mustSeeAdvice(context);
    const { say } = context;
    mustFit(values.tekst ?? '', SENTENCE_LENGTH, say.plain('advice.field.text'), say);
    mustFit(values.redenen ?? '', TEXT_LENGTH, say.plain('advice.field.reasons'), say);
    const sender = await chosenSender(context, leerteam);
    const becomes = await whatBecomes(context, sender);
    if (values.tekst === undefined) return form(context, sender, becomes, values);
    return save(context, sender, becomes, values.tekst, values.redenen ?? '');
  },
  again: showSaved,
});

/** A member drafts, chair and quality coach send; what the director's own team wants is a decision. */
type Becomes = 'concept' | 'ingediend' | 'besluit';

async function whatBecomes(context: Context, { schoolId, team }: Sender): Promise<Becomes> {
  if (!may(context.actor, 'advice.send', { schoolId, teamId: team?.id ?? null })) return 'concept';
  return team && (await isChairedByDirector(context, team)) ? 'besluit' : 'ingediend';
}

async function form(context: Context, sender: Sender, becomes: Becomes, values: Values): Promise<Form> {
  const { say, intent } = context;
  return {
    kind: 'form',
    title: say.plain('advice.new.title'),
    intro: await intro(context, sender, becomes),
    fields: [
      {
        kind: 'long-text',
        name: 'tekst',
        label: say.plain('advice.field.text'),
        hint: say.plain('advice.hint.text'),
        required: true,
        maxLength: SENTENCE_LENGTH,
      },
      {
        kind: 'long-text',
        name: 'redenen',
        label: say.plain('advice.field.reasons'),
        hint: say.plain('advice.hint.reasons'),
        required: false,
        maxLength: TEXT_LENGTH,
        ...(values.redenen ? { value: values.redenen } : {}),
      },
    ],
    intent: { name: intent.name, args: { leerteam: senderArgument(sender) } },
    submit: becomes === 'ingediend' ? say.plain('advice.submit-send') : say.plain('bot.save'),
    small: say('advice.small'),
  };
}

async function intro(context: Context, { team }: Sender, becomes: Becomes): Promise<RichText> {
  const { say } = context;
  if (team === null) return say('advice.new.intro-own');
  switch (becomes) {
    case 'concept':
      return say('advice.new.intro-draft', { team: team.name, who: await chairOf(context, team) });
    case 'ingediend':
      return say('advice.new.intro-send', { team: team.name });
    case 'besluit':
      return say('advice.new.intro-decision', { team: team.name });
  }
}

async function save(
  context: Context,
  { schoolId, team }: Sender,
  becomes: Becomes,
  text: string,
  reasons: string,
): Promise<Notice> {
  const { store, stamp, today, say } = context;
  if (team && becomes === 'besluit') {
    await store.minutes.decide(stamp, team.id, today, reasons ? `${text} (${reasons})` : text);
    return answer(say('advice.decided', { team: team.name }));
  }
  const mt = becomes === 'ingediend' ? await mtTeam(context, schoolId) : null;
  const advice = await store.advice.add(stamp, {
    schoolId,
    teamId: team?.id ?? null,
    meetingId: null,
    text,
    reasons,
    state: becomes === 'ingediend' ? 'ingediend' : 'concept',
    sentOn: becomes === 'ingediend' ? today : null,
    mtTeamId: mt?.id ?? null,
  });
  if (team && becomes === 'concept') return drafted(context, advice, team);
  return sentAnswer(context, advice, mt);
}

async function drafted(context: Context, advice: Advice, team: Leerteam): Promise<Notice> {
  const { say } = context;
  const words = { number: String(advice.number), team: team.name, who: await chairOf(context, team) };
  return answer(say('advice.drafted', words), buttonsPart(adviceButtons(context, advice)));
}

/** "Advies 3 is verstuurd aan het MT", and where it and its answer will be. */
export function sentAnswer(context: Context, advice: Advice, mt: Leerteam | null): Notice {
  const { say } = context;
  return answer(say('advice.sent', { number: String(advice.number) }), [
    ...(mt ? [textPart(say('advice.on-mt-agenda', { mt: mt.name }))] : []),
    ...(advice.teamId === null ? [] : [textPart(say('advice.answer-comes', { team: advice.teamName }))]),
    ...buttonsPart(adviceButtons(context, advice)),
  ]);
}

async function chairOf({ store }: Pick<Context, 'store'>, { chairId }: Pick<Leerteam, 'chairId'>): Promise<string> {
  return (await store.people.person(chairId))?.name ?? '';
}
