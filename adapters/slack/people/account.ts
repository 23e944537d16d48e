/** What Slack tells about one account: the address, and whether it is one of a colleague at all. */
import { z } from 'zod';

/** Somebody whom the bot does not help, and why. */
export type Outsider = 'bot' | 'deactivated' | 'guest' | 'stranger';

export type SlackAccount = {
  /** U…, or W… in a large organisation. */
  readonly id: string;
  /** As Slack vouches for it; null when it does not tell. */
  readonly email: string | null;
  /** Null: a full member of our own workspace. */
  readonly outsider: Outsider | null;
};

/** Slackbot is no bot according to Slack. */
const SLACKBOT = 'USLACKBOT';

const USER = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_workflow_bot: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_ultra_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  profile: z.object({ email: z.string().nullish() }).optional(),
  /** In a large organisation `team_id` may be another workspace of it. */
  enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
});

/** Reads the `user` of `users.info` or `users.lookupByEmail`; null when it is none. `teamId`: our own workspace. */
export function readAccount(user: unknown, teamId: string): SlackAccount | null {
  const read = USER.safeParse(user);
  if (!read.success) return null;
  const { id, profile } = read.data;
  return { id, email: profile?.email?.trim().toLowerCase() || null, outsider: outsiderOf(read.data, teamId) };
}

function outsiderOf(user: z.infer<typeof USER>, teamId: string): Outsider | null {
  const teams = [user.team_id ?? teamId, ...(user.enterprise_user?.teams ?? [])];
  if (user.is_stranger || !teams.includes(teamId)) return 'stranger';
  if (user.is_bot || user.is_workflow_bot || user.id === SLACKBOT) return 'bot';
  if (user.deleted) return 'deactivated';
  return user.is_restricted || user.is_ultra_restricted ? 'guest' : null;
}
