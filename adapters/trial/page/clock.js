// The clock of the trial school: shows it, and moves it forward.
import { showProblem } from './chat.js';
import { byId, element } from './elements.js';
import { ask, tell } from './server.js';
import { longMoment, names, onLanguage, text } from './texts.js';

/** How often a running clock is looked at, in milliseconds. */
const LOOK_EVERY = 400;

let now = null;
let running = false;
let news = () => '';

/** @param {(moved: object) => Promise<void>} moved told after each move */
export function startClock(moved) {
  for (const button of document.querySelectorAll('[data-step]')) {
    button.addEventListener('click', () => move(button.dataset.step, moved));
  }
  byId('clock-form').addEventListener('submit', (event) => {
    event.preventDefault();
    document.querySelector('.clock-other').open = false;
    move(byId('moment').value, moved);
  });
  document.querySelector('.clock-other').addEventListener('toggle', (event) => {
    // The moment itself is past; an hour from now is a sensible beginning.
    if (event.target.open && byId('moment').value < now.slice(0, 16)) byId('moment').value = now.slice(0, 16);
  });
  document.addEventListener('keydown', (event) => {
    const other = document.querySelector('.clock-other');
    if (event.key !== 'Escape' || !other.open) return;
    other.open = false;
    other.querySelector('summary').focus();
  });
  onLanguage(() => {
    showClock({ now });
    drawNews();
  });
}

export function showClock(clock) {
  now = clock.now;
  byId('now').textContent = longMoment(now);
  byId('now').dateTime = now;
  byId('moment').min = now.slice(0, 16);
}

/** What happened with the clock, in words, and for a screen reader also what time it is now; made again when the language changes. */
export function tellNews(sentence) {
  news = sentence;
  drawNews();
}

function drawNews() {
  const words = news();
  const time =
    words && !running ? element('span', { class: 'unseen' }, text('itIsNow', { date: longMoment(now) }), ' ') : null;
  byId('clock-news').replaceChildren(...[time, words].filter(Boolean));
}

async function move(step, moved) {
  if (running) return;
  setRunning(true);
  tellNews(() => text('moving'));
  const watching = setInterval(watch, LOOK_EVERY);
  let outcome = () => '';
  try {
    const result = await tell('/api/klok', { naar: step });
    showClock(result.clock);
    showProblem(null);
    await moved(result);
    outcome = () => (result.moved ? arrivedText(result) : text('noNextNudge'));
  } catch (problem) {
    showProblem(problem);
  } finally {
    clearInterval(watching);
    setRunning(false);
    tellNews(outcome);
  }
}

async function watch() {
  try {
    const clock = await ask('/api/klok');
    if (running) showClock(clock);
  } catch {
    // The move itself tells what is wrong.
  }
}

function arrivedText({ arrived }) {
  const count = arrived.reduce((sum, one) => sum + one.count, 0);
  if (count === 0) return text('arrivedNone');
  return text(count === 1 ? 'arrivedOne' : 'arrivedSome', {
    count,
    names: names(arrived.map((one) => one.name)),
  });
}

/** Not disabled: that would take the focus away from whoever works with the keyboard. */
function setRunning(isRunning) {
  running = isRunning;
  document.querySelector('.clock').setAttribute('aria-busy', String(running));
  for (const button of document.querySelectorAll('.clock button'))
    button.setAttribute('aria-disabled', String(running));
}
