/** `/school bewaren`: how long each kind of record is kept, for all schools; the admin sets it. */
import { z } from 'zod';
import { type Context, command, short } from '../bot/command.ts';
import { UserError } from '../bot/errors.ts';
import { sentForm } from '../bot/go-on.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Form, Intent, Notice, Part } from '../bot/reply.ts';
import { hasRole } from '../people/permissions.ts';
import type { Actor } from '../people/person.ts';
import { LONGEST_TERM, RETENTION_KINDS, type RetentionKind, type RetentionTerms, SHORTEST_TERMS } from './retention.ts';

const INTENT = 'school.bewaren';

/** What the form calls them. */
const FIELDS = {
  pop: 'pop',
  absence: 'afwezig',
  minutes: 'verslagen',
  updates: 'updates',
  audit: 'handelingen',
  messages: 'berichten',
} as const satisfies Record<RetentionKind, string>;

const years = z.string().optional();

export const retention = command({
  intent: INTENT,
  words: ['school bewaren'],
  example: '/school bewaren',
  help: null,
  listedFor: mayKeep,
  parse: (rest): Record<string, string> | null => (rest.length === 0 ? {} : null),
  args: z.object({
    pop: years,
    afwezig: years,
    verslagen: years,
    updates: years,
    handelingen: years,
    berichten: years,
    /** Only a form has it. */
    klaar: z.literal('ja').optional(),
    /** Yes, also for a shorter time. */
    zeker: z.literal('ja').optional(),
  }),
  run: async (context, { klaar, zeker, ...typed }) => {
    await refuseOthers(context);
    const open = async () => form(context, await context.store.retention.terms());
    if (!klaar) return open();
    return sentForm(context, open, () => save(context, typed, zeker === 'ja'));
  },
});

/** It is about the records of all schools. */
function mayKeep(actor: Actor): boolean {
  return hasRole(actor, 'beheerder', null);
}

async function refuseOthers({ actor, store, say, today }: Context): Promise<void> {
  if (mayKeep(actor)) return;
  const admins = await store.people.admins(today);
  if (admins.length === 0) throw new UserError(say('bot.refused-plain'));
  throw new UserError(say('retention.refused', { who: say.list(admins.map(({ name }) => name).slice(0, 3)) }));
}

type Typed = { readonly [Name in (typeof FIELDS)[RetentionKind]]?: string | undefined };

async function save(context: Context, typed: Typed, isSure: boolean): Promise<Notice> {
  const { store, stamp, say } = context;
  const before = await store.retention.terms();
  const terms = readTerms(context, typed, before);
  if (RETENTION_KINDS.every((kind) => terms[kind] === before[kind])) {
    return answer(say('retention.same'), [termsPart(context, terms)]);
  }
  // What goes does not come back.
  if (!isSure && RETENTION_KINDS.some((kind) => terms[kind] < before[kind])) return question(context, terms);
  await store.retention.setTerms(stamp, terms);
  return answer(say('retention.saved'), [termsPart(context, terms)]);
}

/** What was left empty stays as it is. Throws a UserError for what is no whole number of years within the bounds. */
function readTerms({ say }: Context, typed: Typed, before: RetentionTerms): RetentionTerms {
  const read = RETENTION_KINDS.map((kind) => {
    const text = typed[FIELDS[kind]]?.trim();
    if (!text) return [kind, before[kind]] as const;
    const years = /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN;
    if (years >= SHORTEST_TERMS[kind] && years <= LONGEST_TERM) return [kind, years] as const;
    const field = say.plain(`retention.${kind}`);
    throw new UserError(
      say('retention.wrong', { typed: short(text), field, from: SHORTEST_TERMS[kind], until: LONGEST_TERM }),
    );
  });
  return Object.fromEntries(read) as RetentionTerms;
}

function question(context: Context, terms: RetentionTerms): Notice {
  const { say } = context;
  const args = { ...argumentsOf(terms), klaar: 'ja' };
  return answer(say('retention.sure'), [
    termsPart(context, terms),
    ...buttonsPart([
      {
        label: say.plain('retention.sure-button'),
        intent: { name: INTENT, args: { ...args, zeker: 'ja' } },
        style: 'danger',
      },
      { label: say.plain('retention.change'), intent: { name: INTENT, args: { ...args, opnieuw: 'ja' } } },
    ]),
  ]);
}

function argumentsOf(terms: RetentionTerms): Intent['args'] {
  return Object.fromEntries(RETENTION_KINDS.map((kind) => [FIELDS[kind], String(terms[kind])]));
}

function termsPart({ say }: Context, terms: RetentionTerms): Part {
  return {
    kind: 'facts',
    facts: RETENTION_KINDS.map((kind) => ({
      label: say.plain(`retention.${kind}`),
      value: say('retention.years', { years: terms[kind] }),
    })),
  };
}

function form({ say }: Context, terms: RetentionTerms): Form {
  return {
    kind: 'form',
    title: say.plain('retention.title'),
    intro: say('retention.intro'),
    fields: RETENTION_KINDS.map((kind) => ({
      kind: 'number',
      name: FIELDS[kind],
      label: say.plain(`retention.${kind}`),
      hint: say.plain('retention.range', { from: SHORTEST_TERMS[kind], until: LONGEST_TERM }),
      required: true,
      value: String(terms[kind]),
    })),
    intent: { name: INTENT, args: { klaar: 'ja' } },
    submit: say.plain('bot.save'),
    small: say('retention.small'),
  };
}
