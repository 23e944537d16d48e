/** A reply as plain text: the output of the command line, and what platforms show where nothing richer fits. */
import type { Button, Field, Form, Part, Reply, RichText, Row } from './reply.ts';
import { plainText } from './text.ts';

/** The whole reply; lines end with `\n`, without one at the end. */
export function plain(reply: Reply): string {
  if (reply.kind === 'form') return plainForm(reply);
  const notice = reply.kind === 'replace' ? reply.notice : reply;
  const blocks = notice.parts.map(plainPart).filter((block) => block !== '');
  return [...(notice.title ? [line(notice.title)] : []), ...blocks].join('\n');
}

/** One part as plain text. */
function plainPart(part: Part): string {
  switch (part.kind) {
    case 'text':
    case 'small':
      return plainText(part.text);
    case 'heading':
      return `\n${line(part.text)}`;
    case 'facts':
      return part.facts.map((fact) => `${fact.label}: ${line(fact.value)}`).join('\n');
    case 'list':
      return [...part.rows.map(plainRow), ...(part.more ? [plainButtons([part.more])] : [])].join('\n');
    case 'progress':
    case 'chart':
      return line(part.sentence);
    case 'buttons':
      return plainButtons(part.buttons);
    case 'file':
      return `${line(part.sentence)} (${oneLine(part.file.name)})`;
  }
}

function plainRow(row: Row): string {
  const state = row.state ? ` · ${row.state.symbol} ${row.state.word}` : '';
  const lines = row.lines.map((text) => `  ${line(text)}`);
  return [
    `${line(row.title)}${state}`,
    ...lines,
    ...(row.buttons?.length ? [`  ${plainButtons(row.buttons)}`] : []),
  ].join('\n');
}

function plainButtons(buttons: readonly Button[]): string {
  return buttons.map((button) => `[${oneLine(button.label)}]`).join(' ');
}

function plainForm(form: Form): string {
  const fields = form.fields.map(
    (field) => `${field.label}${field.required ? ' *' : ''}: ${oneLine(shownValue(field))}`,
  );
  return [
    form.title,
    ...(form.intro ? [line(form.intro)] : []),
    ...fields,
    `[${form.submit}]`,
    plainText(form.small),
  ].join('\n');
}

function shownValue(field: Field): string {
  if (field.kind !== 'choice' && field.kind !== 'choices') return field.value ?? '';
  const chosen = (field.value ?? '').split(',');
  return field.options
    .map((option) => (chosen.includes(option.value) ? `(${option.label})` : option.label))
    .join(' / ');
}

function line(text: RichText): string {
  return oneLine(plainText(text));
}

/** People's line breaks must not look like lines of the bot. */
function oneLine(text: string): string {
  return text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ');
}
