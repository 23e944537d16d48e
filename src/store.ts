/** The store port: what the product keeps. Asynchronous, and every method is one atomic act. */
import type { ActionsStore } from './actions/actions.store.ts';
import type { AdviceStore } from './advice/advice.store.ts';
import type { AgendaStore } from './agenda/agenda.store.ts';
import type { ControlsStore } from './bot/controls.store.ts';
import type { OutboxStore } from './delivery/outbox.store.ts';
import type { PostsStore } from './delivery/posts.store.ts';
import type { GoalsStore } from './goals/goals.store.ts';
import type { HandoverStore } from './handover/handover.store.ts';
import type { ImportStore } from './import/import.store.ts';
import type { MinutesStore } from './minutes/minutes.store.ts';
import type { ConversationsStore } from './people/conversations.store.ts';
import type { PeopleStore } from './people/people.store.ts';
import type { SchoolStore } from './people/school.store.ts';
import type { PopStore } from './pop/pop.store.ts';
import type { PrivacyStore } from './privacy/privacy.store.ts';
import type { RetentionStore } from './privacy/retention.store.ts';
import type { Stamp } from './stamp.ts';
import type { SummaryStore } from './summary/summary.store.ts';
import type { TeamsStore } from './teams/teams.store.ts';

export interface Store {
  readonly people: PeopleStore;
  readonly school: SchoolStore;
  readonly goals: GoalsStore;
  readonly teams: TeamsStore;
  readonly agenda: AgendaStore;
  readonly minutes: MinutesStore;
  readonly actions: ActionsStore;
  readonly advice: AdviceStore;
  readonly handover: HandoverStore;
  readonly pop: PopStore;
  readonly summary: SummaryStore;
  readonly privacy: PrivacyStore;
  readonly retention: RetentionStore;
  readonly outbox: OutboxStore;
  readonly posts: PostsStore;
  readonly controls: ControlsStore;
  readonly conversations: ConversationsStore;
  readonly import: ImportStore;
  /** What the control or message with this key made or changed (`goal:12`, or empty); null when it was not handled yet. */
  done(once: string): Promise<string | null>;
  /** An act without a change of its own that must be on record (`zeg` on a real database). */
  audit(stamp: Stamp): Promise<void>;
  /** The newest instant at which somebody changed something, imports aside; null when nobody did. */
  latestRecord(): Promise<Date | null>;
  close(): void;
}
