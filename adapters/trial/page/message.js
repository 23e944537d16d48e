// One message of the chat, as Teams or as Slack shows it.
import { element, initials } from './elements.js';
import { drawFiles } from './files.js';
import { drawBlocks } from './slack.js';
import { openForm } from './slack-form.js';
import { drawCards } from './teams.js';
import { shortMoment, text, textIn, time } from './texts.js';

/**
 * @param {object} message as the server gives it
 * @param {{look: 'teams' | 'slack', person: {name: string}, isLast: boolean, press: (pressed: object, messageId: number) => void}} context
 */
export function drawMessage(message, context) {
  const isBot = message.author === 'bot';
  const author = isBot ? text('bot') : (message.name ?? context.person.name);
  // In a channel somebody else may have said it; what everybody sees bears its name.
  const isOther = !isBot && message.name !== null;
  const article = element('article', {
    class: `message ${isBot ? 'from-bot' : isOther ? 'from-other' : 'from-person'} ${message.nudge ? 'by-itself' : ''}`,
    'aria-label': `${author}, ${shortMoment(message.at)}`,
    tabindex: -1,
    'data-id': message.id,
  });
  article.append(
    element(
      'span',
      { class: `avatar ${isBot ? 'avatar-bot' : ''}`, 'aria-hidden': 'true' },
      isBot ? 'L' : initials(author),
    ),
    element(
      'div',
      { class: 'message-body' },
      element(
        'p',
        { class: 'message-top' },
        element('strong', {}, author),
        isBot && context.look === 'slack' ? element('span', { class: 'app-mark', 'aria-hidden': 'true' }, 'APP') : null,
        message.nudge
          ? element('span', { class: 'itself' }, text('cameByItself', { time: shortMoment(message.at) }))
          : element('time', { datetime: message.at }, time(message.at)),
      ),
      message.onlyYou ? element('p', { class: 'only-you' }, text('onlyYou')) : null,
      isBot ? drawReply(message, context) : element('p', { class: 'bubble', dir: 'auto' }, message.text),
    ),
  );
  return article;
}

function drawReply(message, context) {
  const press = (pressed) => context.press(pressed, message.id);
  const words = element('div', { class: 'reply', lang: message.language });
  if (message.kind === 'form') words.append(...drawForm(message, context, press));
  else if (context.look === 'teams') words.append(...drawCards(message.teams, press));
  else words.append(...drawSlack(message.slack, press));
  const files = drawFiles(message.files, message.language);
  if (files) words.append(files);
  return words;
}

/**
 * The messages that Slack would get, under each other.
 * @param {{messages: readonly {blocks: readonly object[]}[], controls: Record<string, object>}} look
 */
export function drawSlack({ messages, controls }, press) {
  return messages.map(({ blocks }) => drawBlocks(blocks, { press: (value) => press(controls[value]) }));
}

/** Only the newest message shows its form; an older one can be opened again. In Slack a form is always a window. */
function drawForm(message, { look, isLast }, press) {
  const closed = element(
    'div',
    { class: 'form-closed' },
    element('p', {}, textIn(message.language, 'formMessage', { title: message.title })),
    element('button', { type: 'button', class: 'form-open' }, textIn(message.language, 'formOpen')),
  );
  const button = closed.querySelector('button');
  if (look === 'slack') {
    button.addEventListener('click', () => openForm(message.slack, message.language, press));
    return [closed];
  }
  if (isLast) return drawCards(message.teams, press);
  button.addEventListener('click', () => {
    const [card] = drawCards(message.teams, press);
    closed.replaceWith(card);
    focusFirst(card);
  });
  return [closed];
}

/** Puts the cursor in the first field of a form. */
export function focusFirst(container) {
  container.querySelector('input, select, textarea')?.focus();
}
