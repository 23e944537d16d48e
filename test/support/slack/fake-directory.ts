/** The people and channels of the fake's workspace. */
import type { FakeMember, NewChannel, NewMember } from './fake-types.ts';

export type FakeChannel = {
  readonly id: string;
  readonly name: string;
  readonly isPrivate: boolean;
  readonly archived: boolean;
  readonly withBot: boolean;
  readonly members: readonly string[];
  /** Whose DM with the bot it is. */
  readonly dmWith: string | null;
};

export class FakeDirectory {
  readonly #members = new Map<string, FakeMember>();
  readonly #channels = new Map<string, FakeChannel>();
  readonly #team: string;
  readonly #newId: (kind: string) => string;

  constructor(team: string, newId: (kind: string) => string) {
    this.#team = team;
    this.#newId = newId;
  }

  addMember(member: NewMember): FakeMember {
    const made: FakeMember = {
      id: this.#newId('U'),
      team: this.#team,
      name: member.email ?? 'Onbekend',
      guest: false,
      deleted: false,
      bot: false,
      ...member,
    };
    this.#members.set(made.id, made);
    return made;
  }

  changeMember(user: string, changes: Partial<Omit<FakeMember, 'id'>>): void {
    this.#members.set(user, { ...this.member(user), ...changes });
  }

  /** Throws: a test that asks for nobody is wrong. */
  member(user: string): FakeMember {
    const found = this.#members.get(user);
    if (found === undefined) throw new Error(`The fake has no member ${user}`);
    return found;
  }

  findMember(user: string): FakeMember | null {
    return this.#members.get(user) ?? null;
  }

  /** In the order they came. */
  members(): readonly FakeMember[] {
    return [...this.#members.values()];
  }

  memberByEmail(email: string): FakeMember | null {
    const wanted = email.toLowerCase();
    const found = this.members().find(
      (member) => member.email?.toLowerCase() === wanted && member.team === this.#team && !member.deleted,
    );
    return found ?? null;
  }

  addChannel({ name, members, isPrivate = false, withBot = true }: NewChannel): string {
    const id = this.#newId('C');
    this.#channels.set(id, { id, name, members, isPrivate, withBot, archived: false, dmWith: null });
    return id;
  }

  changeChannel(channel: string, changes: Partial<Pick<FakeChannel, 'archived' | 'withBot' | 'members'>>): void {
    this.#channels.set(channel, { ...this.channel(channel), ...changes });
  }

  channel(channel: string): FakeChannel {
    const found = this.#channels.get(channel);
    if (found === undefined) throw new Error(`The fake has no channel ${channel}`);
    return found;
  }

  /** By id, or by name with or without a #. */
  findChannel(channel: string): FakeChannel | null {
    const name = channel.replace(/^#/, '');
    return (
      this.#channels.get(channel) ??
      [...this.#channels.values()].find((one) => one.dmWith === null && one.name === name) ??
      null
    );
  }

  channelById(id: string): FakeChannel | null {
    return this.#channels.get(id) ?? null;
  }

  /** Made when it is not there yet. */
  dm(user: string): FakeChannel {
    const found = [...this.#channels.values()].find(({ dmWith }) => dmWith === user);
    if (found !== undefined) return found;
    const id = this.#newId('D');
    const made: FakeChannel = {
      id,
      name: 'directmessage',
      isPrivate: true,
      archived: false,
      withBot: true,
      members: [this.member(user).id],
      dmWith: user,
    };
    this.#channels.set(id, made);
    return made;
  }
}
