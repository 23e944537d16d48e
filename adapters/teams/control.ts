/** How much of what a button or a form carries goes along in a card, in characters (see `src/bot/control.ts`): a whole card has 80 KB. */
export const CARRIED = 2_000;
