// The chat of one person, or a channel as that person sees it: what was said, the line to type on, and the buttons and forms in it.
import { byId, element } from './elements.js';
import { drawMessage, drawSlack, focusFirst } from './message.js';
import { ask, tell } from './server.js';
import { drawBlocks } from './slack.js';
import { askInForm, closeForm, formStands, openForm, tellInForm } from './slack-form.js';
import { darkMode } from './teams-look.js';
import { day, onLanguage, problemText, text } from './texts.js';

const log = byId('log');
const line = byId('message');
const composer = byId('composer');

let person = null;
/** Null: the chat with the bot alone. */
let channel = null;
/** Messages that only this person sees in a channel are not kept, so they are numbered here, downwards. */
let lastOwnId = 0;
/** Of the chat on screen, oldest first. */
let messages = [];
let busy = false;

export function startChat() {
  // Not every browser lets the keyboard scroll what has no stop for the Tab key.
  log.tabIndex = 0;
  composer.addEventListener('submit', (event) => {
    event.preventDefault();
    const typed = line.value;
    if (typed.trim() === '') return;
    say(typed);
  });
  byId('my-team').addEventListener('click', () => say('/start'));
  for (const choice of document.querySelectorAll('[name=look]')) {
    choice.checked = choice.value === currentLook();
    choice.addEventListener('change', () => {
      localStorage.setItem('look', choice.value);
      redraw();
    });
  }
  darkMode.addEventListener('change', redraw);
  onLanguage(redraw);
}

/** Shows the chat of this person, or this channel with what one may try there, from the beginning. */
export async function openChat(chosen, chosenChannel, channelExamples) {
  [person, channel] = [chosen, chosenChannel];
  messages = [];
  redraw();
  byId('examples').hidden = true;
  const [chat, hints] = await Promise.all([
    messagesAfter(0),
    chosenChannel ? { examples: channelExamples } : ask('/api/voorbeelden', { als: chosen.email }),
  ]);
  if (person !== chosen || channel !== chosenChannel) return;
  messages = chat.messages;
  // They take room from the log, so they come before its end is looked for.
  drawExamples(hints.examples);
  redraw();
}

/** Adds what came since. What stands in a channel may have been edited, so that is read from its beginning. */
export async function refreshChat() {
  if (!person || busy) return;
  const [asked, askedIn] = [person, channel];
  const chat = await messagesAfter(channel ? 0 : lastKept());
  if (person === asked && channel === askedIn && !busy) take(changedIn(chat.messages));
}

function messagesAfter(id) {
  const asked = { als: person.email, na: id };
  return channel ? ask('/api/kanaal', { ...asked, kanaal: channel.id }) : ask('/api/berichten', asked);
}

/** The number of the newest message that is kept. */
function lastKept() {
  return Math.max(0, ...messages.map(({ id }) => id));
}

function changedIn(fresh) {
  const known = new Map(messages.map((message) => [message.id, JSON.stringify(message)]));
  return fresh.filter((message) => known.get(message.id) !== JSON.stringify(message));
}

/** Goes to one message of the chat on screen, when it is there. */
export function showMessage(id) {
  const drawn = drawnOf(Number(id));
  drawn?.scrollIntoView({ block: 'start' });
  drawn?.focus({ preventScroll: true });
}

async function say(typed) {
  if (!(await act('/api/zeg', { tekst: typed }))) return;
  line.value = '';
}

async function press(pressed, messageId) {
  await act('/api/doe', { ...pressed, bericht: messageId > 0 ? messageId : null }, messageId);
}

/** Does one thing at a time, and shows what came of it. True when the server took it. `pressedId`: of the message whose button it was. */
async function act(path, body, pressedId = null) {
  if (busy) return false;
  setBusy(true);
  const [asker, askedIn] = [person, channel];
  try {
    const answer = await tell(path, { als: asker.email, ...(askedIn ? { kanaal: askedIn.id } : {}), ...body });
    showProblem(null);
    // All of it: something else may have come in between, and what was done may have changed earlier messages.
    const chat = person === asker && channel === askedIn ? await messagesAfter(0) : { messages: [] };
    const own = answer.messages.filter(({ onlyYou }) => onlyYou).map((message) => numbered(message, pressedId));
    const fresh = [...changedIn(chat.messages), ...own];
    leaveForm(fresh);
    if (person === asker && channel === askedIn) take(fresh, true);
    return true;
  } catch (problem) {
    if (!tellInForm(element('p', {}, problemText(problem)))) showProblem(problem);
    return false;
  } finally {
    setBusy(false);
  }
}

/** As in Slack: after a mistake the window stays, with what was wrong above the form or in its place. */
function leaveForm(fresh) {
  const mistake = fresh.find((message) => message.changedNothing);
  if (!mistake) return closeForm();
  const { aboveForm, controls } = mistake.slack;
  const pressed = (control) => press(control, mistake.id);
  if (!aboveForm || !formStands()) askInForm(...drawSlack(mistake.slack, pressed));
  else tellInForm(drawBlocks(aboveForm, { press: (value) => pressed(controls[value]) }));
}

/** It may take the place of a message that only this person sees too. */
function numbered(message, pressedId) {
  if (message.replaces && pressedId < 0) return { ...message, id: pressedId };
  lastOwnId--;
  return { ...message, id: lastOwnId };
}

/** `answered`: these answer what was just done here, so a form among them is opened. */
function take(fresh, answered = false) {
  if (fresh.length === 0) return;
  const known = new Set(messages.map((message) => message.id));
  const replaced = fresh.filter((message) => known.has(message.id));
  const added = fresh.filter((message) => !known.has(message.id));
  messages = [...messages.map((message) => replaced.find((one) => one.id === message.id) ?? message), ...added];
  for (const message of replaced) drawnOf(message.id)?.replaceWith(draw(message));
  if (replaced.length > 0 && added.length === 0) drawnOf(replaced[0].id)?.focus();
  if (added.length === 0) return;
  // What comes by itself leaves a form alone that somebody is filling in.
  if (answered && !added.some((message) => message.changedNothing)) closeForms(added[0]);
  byId('log-empty')?.remove();
  for (const message of added) append(message);
  showNewest(added);
  const form = added.find((message) => message.kind === 'form');
  if (answered && form) openNewForm(form);
}

function openNewForm(message) {
  if (currentLook() === 'slack') openForm(message.slack, message.language, (pressed) => press(pressed, message.id));
  else focusFirst(drawnOf(message.id));
}

/** Forms before this message close; they can be opened again. */
function closeForms(before) {
  for (const message of messages.slice(0, messages.indexOf(before)).filter(({ kind }) => kind === 'form')) {
    const drawn = drawnOf(message.id);
    if (drawn?.querySelector('input, select, textarea')) drawn.replaceWith(draw(message));
  }
}

function redraw() {
  const look = currentLook();
  byId('chat').dataset.look = look;
  if (!person) return;
  nameLog();
  // A whole chat at once is not news: a screen reader should only read what comes after it.
  log.setAttribute('aria-live', 'off');
  log.replaceChildren();
  if (messages.length === 0) log.append(element('p', { id: 'log-empty', class: 'log-empty' }, text('empty')));
  for (const message of messages) append(message);
  log.scrollTop = log.scrollHeight;
  requestAnimationFrame(() => log.setAttribute('aria-live', 'polite'));
}

/** What the log, the line to type on and the button to the home page are called. */
function nameLog() {
  const name = channel ? channel.name : person.name;
  const here = channel ? text('typeInChannel', { name }) : text('type');
  log.setAttribute('aria-label', channel ? text('channelLog', { name }) : text('conversation', { name }));
  byId('message-label').textContent = here;
  // Who is of no school has no leerteam.
  const worksAtSchool = person.places.some(({ school }) => school !== null);
  byId('my-team').textContent = worksAtSchool ? text('myTeam') : text('myStart');
  line.placeholder = channel ? here : text('typePlaceholder');
}

function append(message) {
  const heading = day(message.at);
  if (log.dataset.day !== heading || !log.querySelector('.day')) {
    log.append(element('h3', { class: 'day' }, heading));
    log.dataset.day = heading;
  }
  log.append(draw(message));
}

function draw(message) {
  const isLast = messages.at(-1)?.id === message.id;
  return drawMessage(message, { look: currentLook(), person, isLast, press });
}

function drawnOf(id) {
  return log.querySelector(`[data-id="${id}"]`);
}

/** The end of the chat, but never past the beginning of what is new. */
function showNewest(added) {
  log.scrollTop = log.scrollHeight;
  const first = drawnOf(added[0].id);
  const above = first.getBoundingClientRect().top - log.getBoundingClientRect().top;
  if (above < 0) log.scrollTop += above;
}

function drawExamples(examples) {
  byId('examples').hidden = examples.length === 0;
  byId('my-team').hidden = channel !== null;
  byId('examples-list').replaceChildren(
    ...examples.map((example) =>
      element('li', {}, element('button', { type: 'button', onclick: () => fillLine(example) }, example)),
    ),
  );
}

function fillLine(example) {
  line.value = example;
  line.focus();
}

function setBusy(now) {
  busy = now;
  log.setAttribute('aria-busy', String(now));
  composer.querySelector('button').setAttribute('aria-disabled', String(now));
  byId('thinking')?.remove();
  if (now) {
    log.append(element('p', { id: 'thinking', class: 'thinking', 'aria-hidden': 'true' }, '···'));
    log.scrollTop = log.scrollHeight;
  }
}

/** In words above the page; null takes them away. */
export function showProblem(problem) {
  const place = byId('problem');
  place.hidden = problem === null;
  place.textContent = problem === null ? '' : problemText(problem);
}

function currentLook() {
  return localStorage.getItem('look') === 'slack' ? 'slack' : 'teams';
}
