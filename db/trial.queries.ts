/** The chats of the trial school: what each person wrote and got. */
import { and, asc, count, desc, eq, gt, sql } from 'drizzle-orm';
import type { LocalDate } from '../src/calendar/local-date.ts';
import type { Language, PersonId } from '../src/people/person.ts';
import { PlatformError } from '../src/platform.ts';
import type { TrialPerson } from '../src/trial/trial-person.ts';
import type { Database } from './database.ts';
import { person, trialMessage } from './schema.ts';
import { trialChannelQueries } from './trial-channels.queries.ts';
import { peopleOn } from './trial-people.ts';
import { trialReceivedQueries } from './trial-received.queries.ts';

const REMOVED = 'select 1 from person where id = :personId and removed_on is not null';

/** How much of a chat is shown. */
const CHAT_LENGTH = 200;

type Message = {
  readonly at: Date;
  readonly author: 'bot' | 'person';
  readonly content: string;
  readonly nudge: boolean;
};

/** The mailbox of the trial school (`TrialMailbox` of adapters/trial). */
export function trialQueries(database: Database) {
  return {
    ...trialChannelQueries(database),
    ...trialReceivedQueries(database),

    /** Everybody who works somewhere on `today`, by name. */
    people: (today: LocalDate): Promise<readonly TrialPerson[]> => database.read((orm) => peopleOn(orm, today)),

    find: (email: string): Promise<{ id: PersonId; language: Language } | null> =>
      database.read((orm) => {
        const found = orm
          .select({ id: person.id, language: person.language })
          .from(person)
          .where(eq(person.email, email.trim().toLowerCase()))
          .get();
        return found ? { id: found.id as PersonId, language: found.language as Language } : null;
      }),

    /** Throws a PlatformError when the person was removed meanwhile: what is said to them would name them. */
    append: (personId: PersonId, message: Message): Promise<number> =>
      database.change((orm) => {
        const gone = database.statement<object, unknown>(REMOVED).get({ personId });
        if (gone) throw new PlatformError('permanent', 'removed');
        const { lastInsertRowid } = orm
          .insert(trialMessage)
          .values({ ...message, personId, at: message.at.getTime() })
          .run();
        return Number(lastInsertRowid);
      }),

    /** Null when this chat has no such message of the bot. */
    replace: (personId: PersonId, id: number, content: string): Promise<(Message & { readonly id: number }) | null> =>
      database.change((orm) => {
        const own = and(eq(trialMessage.id, id), eq(trialMessage.personId, personId), eq(trialMessage.author, 'bot'));
        const replaced = orm.update(trialMessage).set({ content }).where(own).returning(MESSAGE).get();
        return replaced ? messageOf(replaced) : null;
      }),

    /** The newest messages of one chat after `afterId`, oldest first. */
    list: (personId: PersonId, afterId: number): Promise<readonly (Message & { readonly id: number })[]> =>
      database.read((orm) =>
        orm
          .select(MESSAGE)
          .from(trialMessage)
          .where(and(eq(trialMessage.personId, personId), gt(trialMessage.id, afterId)))
          .orderBy(desc(trialMessage.id))
          .limit(CHAT_LENGTH)
          .all()
          .reverse()
          .map(messageOf),
      ),

    /** How many messages came by themselves after `afterId`, per person, by name. */
    arrived: (afterId: number) =>
      database.read((orm) =>
        orm
          .select({ email: person.email, name: person.name, count: count() })
          .from(trialMessage)
          .innerJoin(person, eq(person.id, trialMessage.personId))
          .where(and(eq(trialMessage.nudge, true), gt(trialMessage.id, afterId)))
          .groupBy(person.id)
          .orderBy(asc(person.name))
          .all(),
      ),

    lastId: (): Promise<number> =>
      database.read(
        (orm) =>
          orm
            .select({ id: sql<number>`coalesce(max(${trialMessage.id}), 0)` })
            .from(trialMessage)
            .get()?.id ?? 0,
      ),
  };
}

const MESSAGE = {
  id: trialMessage.id,
  at: trialMessage.at,
  author: trialMessage.author,
  content: trialMessage.content,
  nudge: trialMessage.nudge,
};

type MessageRow = { id: number; at: number; author: string; content: string; nudge: boolean };

function messageOf({ id, at, author, content, nudge }: MessageRow): Message & { readonly id: number } {
  return { id, at: new Date(at), author: author as Message['author'], content, nudge };
}
