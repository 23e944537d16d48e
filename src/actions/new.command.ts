/** `/actie Ouderavond voorbereiden @Nadia voor 14 november`: a new action; whoever is named is asked first, oneself has it at once. */
import { z } from 'zod';
import { type Context, command } from '../bot/command.ts';
import { orGoOn } from '../bot/go-on.ts';
import { answer, buttonsPart, textPart } from '../bot/notice.ts';
import type { Intent, Notice } from '../bot/reply.ts';
import { type Token, wordsOf } from '../bot/tokens.ts';
import { NOTHING_TO_TELL } from '../delivery/announcement.ts';
import { refusal } from '../goals/goal-access.ts';
import { mustFit } from '../goals/lengths.ts';
import { may } from '../people/permissions.ts';
import type { SchoolId } from '../people/person.ts';
import { type ActionPlace, placeOfAction } from './about-action.ts';
import { mustGiveActions, worksWithActions } from './action-access.ts';
import { actionButton, numberedAction, showAction, WHAT_LENGTH } from './action-names.ts';
import type { ActionLine } from './actions.store.ts';
import { dueDateSchemas, readDue } from './closed-due.ts';
import { actionNumber } from './find-action.ts';
import { newActionForm } from './new-action-form.ts';
import { colleaguesOf, futureOwner, whoOfThese } from './owner-of-action.ts';
import { readActionSentence } from './read-sentence.ts';
import { teamOfAction } from './team-of-action.ts';

export const newAction = command({
  intent: 'actie.nieuw',
  words: ['actie'],
  example: 'example.action-new',
  help: 'help.action.new',
  listedFor: worksWithActions,
  parse: parseNew,
  args: z.object({
    /** As it was typed: what, who and when in one. */
    zin: z.string().optional(),
    wat: z.string().optional(),
    wie: z.string().optional(),
    datum: z.string().optional(),
    leerteam: z.string().optional(),
    school: z.string().optional(),
    doel: z.string().optional(),
    bijeenkomst: z.string().optional(),
    ...dueDateSchemas,
  }),
  run: async (context, args) => {
    mustGiveActions(context);
    const place = await placeOfAction(context, args);
    const given = args.zin === undefined ? context.intent.args : await taken(context, place.schoolIds, args.zin);
    const asked: Context = { ...context, intent: { name: 'actie.nieuw', args: given } };
    const { wat, wie, datum } = given;
    mustFit(wat ?? '', WHAT_LENGTH, context.say.plain('actions.field.what'), context.say);
    if (args.opnieuw || !wat || !wie || !datum) return newActionForm(asked, given, place.schoolIds);
    const act = () => add(asked, place, { wat, wie, datum });
    // Who typed a line has no form to go back to.
    return args.zin === undefined ? orGoOn(asked, act) : act();
  },
  again: showAction,
});

/** `/actie nieuw` is the form; whatever else stands behind `/actie` and is no number is what is to be done. */
function parseNew(rest: readonly Token[]): Record<string, string> | null {
  const zin = wordsOf(rest);
  if (zin === '' || actionNumber(zin) !== null) return null;
  return zin.toLowerCase() === 'nieuw' ? {} : { zin };
}

/** The arguments with what the sentence says, its day written out: `vrijdag` is another day when a button is pressed later. */
async function taken(context: Context, schoolIds: readonly SchoolId[], sentence: string): Promise<Intent['args']> {
  const places = await colleaguesOf(context, schoolIds);
  const read = readActionSentence(
    sentence,
    places.map(({ owner }) => owner),
    context.today,
  );
  const { zin: _, ...others } = context.intent.args;
  const args = {
    ...(read.what && { wat: read.what }),
    ...(read.who && { wie: read.who }),
    ...(read.due && { datum: read.due }),
    ...others,
  };
  if (read.several.length > 0 && others.wie === undefined) {
    throw whoOfThese({ ...context, intent: { name: 'actie.nieuw', args } }, read.several, null);
  }
  return args;
}

async function add(
  context: Context,
  place: ActionPlace,
  { wat, wie, datum }: { readonly wat: string; readonly wie: string; readonly datum: string },
): Promise<Notice> {
  const { actor, store, stamp, today } = context;
  const { owner, schoolId } = await futureOwner(context, place.schoolIds, wie);
  if (!may(actor, 'action.give', { schoolId })) throw await refusal(context, 'action.give', { schoolId });
  const team = await teamOfAction(context, schoolId, owner.id, place.leerteam);
  const due = await readDue(context, schoolId, datum);
  const isOwn = owner.id === actor.id;
  const action = await store.actions.add(
    stamp,
    {
      schoolId,
      what: wat,
      ownerId: actor.id,
      due,
      teamId: team?.id ?? null,
      goalId: place.goalId,
      meetingId: place.meetingId,
      agreed: false,
      offeredToId: isOwn ? null : owner.id,
      offeredOn: isOwn ? null : today,
    },
    NOTHING_TO_TELL,
  );
  return made(context, action);
}

function made({ say, today }: Context, action: ActionLine): Notice {
  const date = say.date(action.due, today);
  const title = say('actions.made', { action: numberedAction(say, action), date });
  const whose =
    action.offeredToId === null ? say('actions.made-own') : say('actions.made-offered', { name: action.offeredToName });
  return answer(title, [
    textPart(whose),
    ...buttonsPart([actionButton(say.plain('actions.button.show'), 'actie.toon', action)]),
  ]);
}
