/** What Teams tells about one account: the addresses, and whether it is one of a colleague at all. */
import type { TeamsMember } from '../api/calls.ts';

/** Somebody whom the bot does not help, and why. */
export type Outsider = 'bot' | 'guest' | 'stranger';

export type TeamsAccount = {
  /** E-mail and UPN as Teams vouches for them, in lower case, each once. */
  readonly addresses: readonly string[];
  /** Null: of our own organisation. */
  readonly outsider: Outsider | null;
};

/** In the UPN that Entra makes for a guest: `an_other.example#EXT#@school.onmicrosoft.com`. */
const GUEST_MARK = '#ext#';

/** Of a member as a conversation in `tenant` names them. Pure. */
export function accountOf(member: Omit<TeamsMember, 'account' | 'name'>, tenant: string): TeamsAccount {
  const addresses = [member.email, member.upn].flatMap((address) => address?.trim().toLowerCase() || []);
  return { addresses: [...new Set(addresses)], outsider: outsiderOf(member, addresses, tenant) };
}

function outsiderOf(
  { id, role, tenant }: Pick<TeamsMember, 'id' | 'role' | 'tenant'>,
  addresses: readonly string[],
  ours: string,
): Outsider | null {
  if (id.startsWith('28:')) return 'bot';
  // In a channel that two organisations share.
  if (tenant !== null && tenant.toLowerCase() !== ours) return 'stranger';
  const isGuest = role?.toLowerCase() === 'guest' || addresses.some((address) => address.includes(GUEST_MARK));
  if (isGuest) return 'guest';
  // Somebody in a meeting who did not sign in.
  return role?.toLowerCase() === 'anonymous' ? 'stranger' : null;
}
