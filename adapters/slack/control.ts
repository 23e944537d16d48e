/** How much of what a button or a form carries Slack takes, in characters (see `src/bot/control.ts`). */
export const BUTTON_VALUE = 2_000;
export const PRIVATE_METADATA = 3_000;
