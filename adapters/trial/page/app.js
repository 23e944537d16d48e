// The page of the trial school: what the address asks for (`#gesprek/<email>` or `#kanaal/<email>/<channel>`, with a message behind it or not, or `#postvak`), and what keeps the parts in step.
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
import { openPlaces, placeAddress, startPlaces } from './places.js';
import { startReset } from './reset.js';
import { ask } from './server.js';
import { onLanguage, setLanguage, startTexts } from './texts.js';

/** Messages may also come from the command line or the minute's own tick; milliseconds. */
const LOOK_EVERY = 15_000;

/** The address of the chat or channel on screen. */
let shownPlace = null;

async function start() {
  const state = await ask('/api/state');
  startTexts(state.texts);
  startPeople((email) => go(email));
  startChat();
  startPlaces();
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
  const [view, address, ...rest] = location.hash.slice(1).split('/');
  const [wantedChannel, message] = view === 'kanaal' ? rest : [null, rest[0]];
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
  const { channel, examples } = await openPlaces(person, wantedChannel && decodeURIComponent(wantedChannel));
  const place = placeAddress(person, channel?.id ?? null);
  // So that going back leads to this chat again; a channel may be there no more.
  if (!address || (view === 'kanaal' && !channel)) history.replaceState(null, '', place);
  byId('to-chat').href = place;
  localStorage.setItem('person', person.email);
  choosePerson(person);
  if (shownPlace !== place) {
    shownPlace = place;
    await openChat(person, channel, examples);
  } else {
    await refreshChat();
  }
  if (message && Boolean(wantedChannel) === Boolean(channel)) showMessage(message);
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
  shownPlace = null;
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
