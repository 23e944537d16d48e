/** What the app may do in Slack: the scopes of manifest.yml, and why each is there. `controleer` holds a token against them. */

/** From a scope of the bot to what needs it. */
export const SCOPES = {
  commands: 'slash commands and the message shortcut',
  'chat:write': 'answers, the digest, a shared agenda',
  'im:write': 'opening direct messages for a file',
  'im:history': 'words typed to the bot in a direct message, and whether a message arrived there after a fault',
  'app_mentions:read': 'words typed to the bot in a channel',
  'users:read': 'is somebody a guest, deactivated, of another workspace',
  'users:read.email': 'tying an account to a person of the plans',
  'files:write': 'a calendar file, or one’s own data',
} as const;

export type Scope = keyof typeof SCOPES;
