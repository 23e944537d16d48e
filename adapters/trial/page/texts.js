// The page's own words in the chosen language, and dates as people say them.

const ZONE = 'Europe/Amsterdam';
const LOCALES = { nl: 'nl-NL', en: 'en-GB' };

let all = { nl: {}, en: {} };
let language = remembered();
const listeners = [];

export function startTexts(texts) {
  all = texts;
  fillPage();
}

export function pageLanguage() {
  return language;
}

/** Called after the language of the page has changed. */
export function onLanguage(listener) {
  listeners.push(listener);
}

export function setLanguage(chosen) {
  language = chosen;
  localStorage.setItem('language', chosen);
  fillPage();
  for (const listener of listeners) listener();
}

/** @param {string} key `role.chair` @param {Record<string, string | number>} [values] for `{names}` in the sentence */
export function text(key, values = {}) {
  return textIn(language, key, values);
}

/** The same in the language of a message, for words that stand inside it. */
export function textIn(wanted, key, values = {}) {
  const sentence = key.split('.').reduce((level, name) => level?.[name], all[wanted]) ?? '';
  return sentence.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

/** What went wrong, in words. */
export function problemText(problem) {
  return text(`errors.${problem.code}`) || text(problem.code ?? '') || text('errors.fault');
}

/** `dinsdag 24 november 2026, 08:00`. */
export function longMoment(iso) {
  return `${format(iso, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }).replace(/,/g, '')}, ${time(iso)}`;
}

/** `24 nov 08:00`. */
export function shortMoment(iso) {
  return `${format(iso, { day: 'numeric', month: 'short' })} ${time(iso)}`;
}

/** `di 24 nov 08:00`. */
export function weekdayMoment(iso) {
  return `${format(iso, { weekday: 'short' })} ${shortMoment(iso)}`;
}

/** `dinsdag 24 november`. */
export function day(iso) {
  return format(iso, { weekday: 'long', day: 'numeric', month: 'long' }).replace(/,/g, '');
}

/** `08:00`. */
export function time(iso) {
  return format(iso, { hour: '2-digit', minute: '2-digit' });
}

/** Of words in each language those of the page. */
export function inLanguage(words) {
  return words[language];
}

/** `Sanne, Nico en Nadia`; of many names three and a number. */
export function names(people) {
  if (people.length > 4) {
    return text('andOthers', { names: people.slice(0, 3).join(', '), count: people.length - 3 });
  }
  return new Intl.ListFormat(LOCALES[language], { type: 'conjunction' }).format(people);
}

function format(iso, options) {
  return new Intl.DateTimeFormat(LOCALES[language], { timeZone: ZONE, ...options })
    .format(new Date(iso))
    .replace(/\.$/, '');
}

function remembered() {
  const stored = localStorage.getItem('language');
  return stored === 'en' ? 'en' : 'nl';
}

function fillPage() {
  document.documentElement.lang = language;
  document.title = text('title');
  for (const node of document.querySelectorAll('[data-text]')) node.textContent = text(node.dataset.text);
  for (const node of document.querySelectorAll('[data-label]'))
    node.setAttribute('aria-label', text(node.dataset.label));
  for (const node of document.querySelectorAll('[data-placeholder]')) node.placeholder = text(node.dataset.placeholder);
  for (const button of document.querySelectorAll('[data-language]')) {
    button.setAttribute('aria-pressed', String(button.dataset.language === language));
  }
}
