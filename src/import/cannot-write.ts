/** Why an export cannot be written, in one sentence for whoever typed the command. */
import { plainText, say } from '../bot/text.ts';
import { type Message, sayMessage } from './finding.ts';

export class CannotWrite extends Error {
  constructor(what: Message, cause?: unknown) {
    super(plainText(sayMessage(say('nl'), what)), { cause });
    this.name = 'CannotWrite';
  }
}
