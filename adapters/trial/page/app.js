// The page of the trial school: what the address asks for (`#gesprek/<email>`, with a message behind it or not, or `#postvak`), and what keeps the parts in step.
import { openChat, refreshChat, showMessage, showProblem, startChat } from './chat.js';
import { showClock, startClock } from './clock.js';
import { byId } from './elements.js';
import { openInbox, startInbox } from './inbox.js';
import {
  choosePerson,
  countNew,
  drawPeople,
  firstPerson,
  forgetNew,
  personOf,
  setPeople,
  startPeople,
} from './people.js';
import { startReset } from './reset.js';
import { ask } from './server.js';
import { onLanguage, setLanguage, startTexts } from './texts.js';

/** Messages may also come from the command line or the minute's own tick; milliseconds. */
const LOOK_EVERY = 15_000;

/** The address of whom the chat is. */
let shownEmail = null;

async function start() {
  const state = await ask('/api/state');
  startTexts(state.texts);
  startPeople((email) => go(email));
  startChat();
  startInbox();
  startClock(afterMove);
  startReset(beginAgain);
  showClock(state.clock);
  setPeople(state.people);
  onLanguage(drawPeople);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.addEventListener('click', () => setLanguage(button.dataset.language));
  }
  addEventListener('hashchange', () => attempt(show));
  setInterval(() => {
    if (!document.hidden) refresh().catch(() => {});
  }, LOOK_EVERY);
  await show();
}

function go(email) {
  location.hash = `#gesprek/${encodeURIComponent(email)}`;
}

async function show() {
  const [view, address, messageId] = location.hash.slice(1).split('/');
  const isInbox = view === 'postvak';
  byId('inbox').hidden = !isInbox;
  byId('chat').hidden = isInbox;
  byId('to-inbox').ariaCurrent = isInbox ? 'page' : null;
  byId('to-chat').ariaCurrent = isInbox ? null : 'page';
  document.body.dataset.view = isInbox ? 'inbox' : 'chat';
  if (isInbox) return openInbox();
  const person =
    personOf(decodeURIComponent(address ?? '')) ?? personOf(localStorage.getItem('person')) ?? firstPerson();
  if (!person) return;
  const own = `#gesprek/${encodeURIComponent(person.email)}`;
  // So that going back leads to this chat again.
  if (!address) history.replaceState(null, '', own);
  byId('to-chat').href = own;
  localStorage.setItem('person', person.email);
  choosePerson(person);
  if (shownEmail !== person.email) {
    shownEmail = person.email;
    await openChat(person);
  } else {
    await refreshChat();
  }
  if (messageId) showMessage(messageId);
}

async function refresh() {
  showClock(await ask('/api/klok'));
  await refreshChat();
}

/** New people may have begun, others left; whoever got something is marked. */
async function afterMove({ arrived }) {
  setPeople((await ask('/api/state')).people);
  countNew(arrived);
  if (document.body.dataset.view === 'inbox') await openInbox();
  else await refreshChat();
}

async function beginAgain() {
  const state = await ask('/api/state');
  forgetNew();
  shownEmail = null;
  showClock(state.clock);
  setPeople(state.people);
  await show();
}

async function attempt(act) {
  try {
    await act();
  } catch (problem) {
    showProblem(problem);
  }
}

attempt(start);
