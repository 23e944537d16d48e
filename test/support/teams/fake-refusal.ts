/** An answer that says no, as the Bot Connector words it. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message = code) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export const badSyntax = (message: string): Refusal => new Refusal(400, 'BadSyntax', message);
export const noConversation = (): Refusal => new Refusal(404, 'ConversationNotFound', 'Conversation not found.');
export const noActivity = (): Refusal => new Refusal(404, 'ActivityNotFoundInConversation', 'Activity not found.');
export const notInRoster = (): Refusal =>
  new Refusal(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
