/** Which words of a reply are no English that `prompts/en` knows, no name and nobody's own words. */
import { en } from '../../prompts/en/index.ts';
import type { Button, Field, File, Form, Part, Reply, RichText } from '../../src/bot/reply.ts';
import { say } from '../../src/bot/text.ts';
import { localDate } from '../../src/calendar/local-date.ts';

/** Words of letters, in lower case. */
export function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

const days = Array.from({ length: 12 }, (_, month) =>
  localDate(`2026-${String(month + 1).padStart(2, '0')}-0${1 + (month % 7)}`),
);
const DATES = [...days, ...Array.from({ length: 7 }, (_, day) => localDate(`2026-11-0${day + 1}`))].map((day) =>
  say('en').date(day),
);

/** The sentences with their parameters; typed lines stand in `<c>`. */
const KNOWN: ReadonlySet<string> = new Set(
  [...Object.values<string>(en), ...DATES].flatMap((text) =>
    wordsIn(text.replace(/<c>.*?<\/c>/g, ' ').replaceAll(/\{\w+(?:, (?:plural|number|select),?)?/g, ' ')),
  ),
);

/** The school's own words: in the test every one of them is made up of these. */
const OWN = /^(x[a-z]*|example|org|http|https)$/;

/** In the order in which they stand there, each once, without the words of what was `typed`. */
export function foreignWords(reply: Reply, typed = ''): readonly string[] {
  const own = new Set(wordsIn(typed));
  const words = textsOf(reply).flatMap(wordsIn);
  return [
    ...new Set(words.filter((word) => !KNOWN.has(word) && !OWN.test(word) && !NAMES.has(word) && !own.has(word))),
  ];
}

const NAMES = new Set([
  'ad',
  'bea',
  'eva',
  'joost',
  'kees',
  'marieke',
  'nadia',
  'nico',
  'piet',
  'sanne',
  'vera',
  'leerteambot',
]);

function textsOf(reply: Reply): readonly string[] {
  if (reply.kind === 'form') return formTexts(reply);
  const notice = reply.kind === 'replace' ? reply.notice : reply;
  return [...rich(notice.title ?? []), ...notice.parts.flatMap(partTexts)];
}

/** Typed lines (code) are the commands themselves. */
function rich(text: RichText): readonly string[] {
  return text.filter(({ style }) => style !== 'code').map((span) => span.text);
}

function buttonTexts(buttons: readonly Button[]): readonly string[] {
  return buttons.map(({ label }) => label);
}

function partTexts(part: Part): readonly string[] {
  switch (part.kind) {
    case 'text':
    case 'heading':
    case 'small':
      return rich(part.text);
    case 'facts':
      return part.facts.flatMap(({ label, value }) => [label, ...rich(value)]);
    case 'list':
      return [
        ...part.rows.flatMap(({ state, title, lines, buttons = [] }) => [
          state?.word ?? '',
          ...rich(title),
          ...lines.flatMap(rich),
          ...buttonTexts(buttons),
        ]),
        ...(part.more ? buttonTexts([part.more]) : []),
      ];
    case 'progress':
      return rich(part.sentence);
    case 'chart': {
      const { title, categories, series } = part.chart;
      return [title, ...categories, ...series.map(({ name }) => name), ...rich(part.sentence)];
    }
    case 'buttons':
      return buttonTexts(part.buttons);
    case 'file':
      return [...rich(part.sentence), part.file.name.replace(/\.\w+$/, ''), fileText(part.file)];
  }
}

function formTexts({ title, intro, fields, submit, small }: Form): readonly string[] {
  return [title, ...rich(intro ?? []), ...fields.flatMap(fieldTexts), submit, ...rich(small)];
}

function fieldTexts(field: Field): readonly string[] {
  const options = 'options' in field ? field.options.map(({ label }) => label) : [];
  const value = field.kind === 'text' || field.kind === 'long-text' ? [field.value ?? ''] : [];
  return [field.label, field.hint ?? '', ...options, ...value];
}

/** What a person reads in it; of a calendar file the words of its entries. */
function fileText({ type, content }: File): string {
  if (type === 'text/plain') return content;
  if (type === 'application/json') return '';
  const lines = content.replace(/\r\n[ \t]/g, '').split(/\r?\n/);
  return lines.flatMap((line) => /^(?:SUMMARY|DESCRIPTION|LOCATION)[^:]*:(.*)$/.exec(line)?.[1] ?? []).join(' ');
}
