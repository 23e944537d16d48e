/** What people call a channel: an import names the channel of a leerteam, Slack speaks of it by its id. */

/** What Slack says instead of a name for what is private. */
const NO_NAMES: readonly string[] = ['privategroup', 'directmessage'];

/** By id, as Slack said them since the start: with a slash command, a button and a shortcut; with a mention it does not. In memory. */
export class ChannelNames {
  readonly #names = new Map<string, string>();

  /** Also another name, when the channel was renamed. */
  learn(channel: string, name: string | undefined): void {
    if (name !== undefined && name !== '' && !NO_NAMES.includes(name)) this.#names.set(channel, name);
  }

  nameOf(channel: string): string | undefined {
    return this.#names.get(channel);
  }
}
