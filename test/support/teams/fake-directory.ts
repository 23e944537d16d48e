/** Who and what there is in the fake: people, teams with channels, groups, and where the app is. */
import { createHash, randomUUID } from 'node:crypto';
import type { FakePerson, FakeTeam, NewGroup, NewPerson, NewTeam } from './fake-types.ts';

export type Place =
  | { readonly kind: 'chat'; readonly id: string; readonly person: FakePerson }
  | { readonly kind: 'channel'; readonly id: string; readonly name: string; readonly team: FakeTeam }
  | {
      readonly kind: 'group';
      readonly id: string;
      readonly name: string | null;
      readonly members: readonly string[];
      readonly withApp: boolean;
    };

type Group = Extract<Place, { kind: 'group' }>;

/** Every team has it; its id is the team's. */
const FIRST_CHANNEL = 'Algemeen';

export class FakeDirectory {
  readonly #tenant: string;
  readonly #people = new Map<string, FakePerson>();
  readonly #teams = new Map<string, FakeTeam>();
  readonly #groups = new Map<string, Group>();
  /** Conversation by aadId. */
  readonly #chats = new Map<string, string>();
  readonly #lost = new Set<string>();

  constructor(tenant: string) {
    this.#tenant = tenant;
  }

  addMember({ name, email, guest = false, tenant = this.#tenant, installed = true, upn }: NewPerson): FakePerson {
    const aadId = randomUUID();
    const asGuest = `${(email ?? name).replace('@', '_')}#EXT#@proefschool.onmicrosoft.com`;
    const person: FakePerson = {
      id: `29:1${opaque(aadId)}`,
      aadId,
      name,
      email,
      upn: upn === undefined ? (guest ? asGuest : email) : upn,
      guest,
      tenant,
      installed: false,
      blocked: false,
      deleted: false,
    };
    this.#people.set(aadId, person);
    if (installed) this.installFor(aadId);
    return this.member(aadId);
  }

  get people(): readonly FakePerson[] {
    return [...this.#people.values()];
  }

  findMember(person: string): FakePerson | null {
    return this.#people.get(person.toLowerCase()) ?? this.people.find(({ id }) => id === person) ?? null;
  }

  member(person: string): FakePerson {
    const found = this.findMember(person);
    if (found === null) throw new Error(`The fake knows nobody as ${person}`);
    return found;
  }

  changeMember(person: string, changes: Partial<Omit<FakePerson, 'id' | 'aadId'>>): void {
    const found = this.member(person);
    this.#people.set(found.aadId, { ...found, ...changes });
  }

  addTeam({ name, channels, members, withApp = true }: NewTeam): FakeTeam {
    const id = channelId();
    const team: FakeTeam = {
      id,
      aadGroupId: randomUUID(),
      name,
      members: members.map((each) => this.member(each).aadId),
      withApp,
      channels: { [FIRST_CHANNEL]: id, ...Object.fromEntries(channels.map((each) => [each, channelId()])) },
    };
    this.#teams.set(id, team);
    return team;
  }

  findTeam(id: string): FakeTeam | null {
    return [...this.#teams.values()].find(({ channels }) => Object.values(channels).includes(id)) ?? null;
  }

  channel(name: string): string {
    const found = [...this.#teams.values()].flatMap(({ channels }) => (name in channels ? [channels[name]!] : []));
    if (found[0] === undefined) throw new Error(`The fake has no channel ${name}`);
    return found[0];
  }

  addGroup({ name = null, members, withApp = true }: NewGroup): string {
    const id = `19:${randomUUID().replaceAll('-', '')}@thread.v2`;
    this.#groups.set(id, { kind: 'group', id, name, members: members.map((each) => this.member(each).aadId), withApp });
    return id;
  }

  /** Channels and groups. */
  get shared(): readonly string[] {
    return [...[...this.#teams.values()].flatMap(({ channels }) => Object.values(channels)), ...this.#groups.keys()];
  }

  /** The chat of this person with the bot; null when there never was one. */
  chatOf(person: string): string | null {
    return this.#chats.get(this.member(person).aadId) ?? null;
  }

  /** The same one, until it is lost. */
  beginChat(person: string): string {
    const { aadId } = this.member(person);
    const found = this.#chats.get(aadId);
    if (found !== undefined) return found;
    const id = `a:1${opaque(randomUUID())}`;
    this.#chats.set(aadId, id);
    return id;
  }

  lose(conversation: string): void {
    this.#lost.add(conversation);
    for (const [aadId, chat] of this.#chats) if (chat === conversation) this.#chats.delete(aadId);
  }

  /** By id, without a thread. Null: not there, or not any more. */
  place(id: string): Place | null {
    if (this.#lost.has(id)) return null;
    const chat = [...this.#chats].find(([, conversation]) => conversation === id);
    if (chat !== undefined) return { kind: 'chat', id, person: this.member(chat[0]) };
    const team = this.findTeam(id);
    if (team === null) return this.#groups.get(id) ?? null;
    const name = Object.entries(team.channels).find(([, channel]) => channel === id)![0];
    return { kind: 'channel', id, name, team };
  }

  membersOf(place: Place): readonly FakePerson[] {
    const ids =
      place.kind === 'chat' ? [place.person.aadId] : place.kind === 'channel' ? place.team.members : place.members;
    return ids.map((id) => this.member(id)).filter(({ deleted }) => !deleted);
  }

  hasApp(place: Place): boolean {
    if (place.kind === 'chat') return place.person.installed && !place.person.deleted;
    return place.kind === 'channel' ? place.team.withApp : place.withApp;
  }

  /** A person, a team (or a channel of it) or a group. */
  setApp(where: string, withApp: boolean): void {
    const team = this.findTeam(where);
    const group = this.#groups.get(where);
    if (team !== null) this.#teams.set(team.id, { ...team, withApp });
    else if (group !== undefined) this.#groups.set(where, { ...group, withApp });
    else if (withApp) this.installFor(where);
    else this.changeMember(where, { installed: false });
  }

  installFor(person: string): void {
    this.changeMember(person, { installed: true, blocked: false });
    this.beginChat(person);
  }
}

const channelId = (): string => `19:${randomUUID().replaceAll('-', '')}@thread.tacv2`;

/** As long and as telling as Teams' own. */
const opaque = (from: string): string => createHash('sha512').update(from).digest('base64url').slice(0, 80);
