/** A cell as text: `=1+1` typed by a person leaves as `'=1+1` and comes back as it was. */

/** What spreadsheets take for a formula, or for the sign that hides one. */
const GUARDED = /^[=+\-@\t\r']/;

/** Marks that turn the direction of text, or are not seen at all. */
const UNSEEN = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const SPACES = /[\t\n\r\u2028\u2029\u0085]+/g;
/** Control characters, halves of characters, and what a wrong encoding leaves behind. */
const UNREADABLE = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\ufffd]/gu;

/** The longest text that a cell may hold, in characters. */
export const MAX_CELL = 2_000;

/** Puts a `'` before text that a spreadsheet would take for a formula (ARCHITECTURE, import format). */
export function guard(text: string): string {
  return GUARDED.test(text) ? `'${text}` : text;
}

/** Takes away exactly one `'` that `guard` put there. */
export function unguard(cell: string): string {
  return cell.startsWith("'") && GUARDED.test(cell.slice(1)) ? cell.slice(1) : cell;
}

/** Is this a formula and not a text that begins with `=`? */
export function isFormula(cell: string): boolean {
  return cell.trimStart().startsWith('=');
}

/**
 * The text as it is kept: line breaks and tabs become a space, unseen marks and unreadable characters vanish, nothing around it, at most
 * 2,000 characters. Tidying twice is tidying once.
 */
export function tidy(text: string): string {
  const whole = seen(text).replace(UNREADABLE, '').normalize('NFC').trim();
  return characters(whole) <= MAX_CELL ? whole : [...whole].slice(0, MAX_CELL).join('').trim();
}

export function hasUnreadable(text: string): boolean {
  return seen(text).search(UNREADABLE) >= 0;
}

export function isTooLong(text: string): boolean {
  return characters(seen(text).trim()) > MAX_CELL;
}

function seen(text: string): string {
  return text.replace(UNSEEN, '').replace(SPACES, ' ');
}

function characters(text: string): number {
  // The second count is exact, the first one saves it for nearly every cell.
  return text.length <= MAX_CELL ? text.length : [...text].length;
}
