/** For Slack's own packages: they log whole messages, so nothing of what they say is written anywhere. */
import { type Logger, LogLevel } from '@slack/web-api';

const nothing = () => {};

export const SILENT: Logger = {
  debug: nothing,
  info: nothing,
  warn: nothing,
  error: nothing,
  setLevel: nothing,
  setName: nothing,
  getLevel: () => LogLevel.ERROR,
};
