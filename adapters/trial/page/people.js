// Who can be chosen: a list per school, and on a phone the same as one choice.
import { byId, element, initials } from './elements.js';
import { inLanguage, text } from './texts.js';

/** How many messages somebody got since their chat was last opened. */
const unseen = new Map();
let people = [];
let chosen = null;

/** @param {(email: string) => void} choose */
export function startPeople(choose) {
  byId('people-search').addEventListener('input', () => {
    drawList();
    showChosen();
  });
  byId('person-choice').addEventListener('change', (event) => choose(event.target.value));
}

export function setPeople(list) {
  people = list;
  drawPeople();
}

export function personOf(email) {
  return people.find((person) => person.email === email) ?? null;
}

/** Where there is most to see and to do: of the school with most people, the teacher who chairs its first team by name. */
export function firstPerson() {
  const members = bySchool().reduce((most, [, some]) => (some.length > most.length ? some : most), []);
  const chairs = members
    .filter(({ place }) => place.roles.includes('leerkracht'))
    .flatMap(({ person, place: { teams } }) =>
      teams.filter(({ role }) => role === 'chair').map(({ name }) => ({ person, name })),
    )
    .sort((a, b) => a.name.localeCompare(b.name, 'nl'));
  return (chairs[0] ?? members[0])?.person;
}

/** Marks whose chat is open. */
export function choosePerson(person) {
  chosen = person;
  unseen.delete(person.email);
  byId('chat-title').textContent = person.name;
  byId('chat-roles').textContent = person.places.map(placeText).join(' · ');
  drawPeople();
  showChosen();
}

function showChosen() {
  byId('people-list').querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

export function countNew(arrived) {
  for (const { email, count } of arrived) {
    // A channel has no address.
    if (email !== null && email !== chosen?.email) unseen.set(email, (unseen.get(email) ?? 0) + count);
  }
  drawPeople();
}

export function forgetNew() {
  unseen.clear();
}

/** In the language of the page. */
export function drawPeople() {
  drawList();
  drawChoice();
  if (chosen) byId('chat-roles').textContent = chosen.places.map(placeText).join(' · ');
}

function drawList() {
  const wanted = byId('people-search').value.trim().toLowerCase();
  const groups = bySchool()
    .map(([school, members]) => [school, members.filter(({ person, place }) => matches(wanted, person, place))])
    .filter(([, members]) => members.length > 0);
  byId('people-list').replaceChildren(
    ...groups.map(([school, members]) =>
      element('section', {}, element('h3', {}, school), element('ul', {}, ...members.map(drawPerson))),
    ),
    ...(groups.length === 0 ? [element('p', { class: 'hint', role: 'status' }, text('noneFound'))] : []),
  );
}

function drawPerson({ person, place }) {
  const fresh = unseen.get(person.email);
  const link = element(
    'a',
    {
      href: `#gesprek/${encodeURIComponent(person.email)}`,
      'aria-current': person.email === chosen?.email ? 'true' : null,
    },
    element('span', { class: 'avatar', 'aria-hidden': 'true' }, initials(person.name)),
    element(
      'span',
      { class: 'person-words' },
      element('span', { class: 'person-name' }, person.name),
      element('span', { class: 'person-role' }, rolesText(place)),
    ),
    fresh ? element('span', { class: 'badge' }, text('newMessages', { count: fresh })) : null,
  );
  return element('li', {}, link);
}

function drawChoice() {
  byId('person-choice').replaceChildren(
    ...bySchool().map(([school, members]) =>
      element(
        'optgroup',
        { label: school },
        ...members.map(({ person, place }) => {
          const fresh = unseen.get(person.email);
          const mark = fresh ? ` (${text('newMessages', { count: fresh })})` : '';
          const words = `${person.name} – ${rolesText(place)}${mark}`;
          return element('option', { value: person.email, selected: person.email === chosen?.email }, words);
        }),
      ),
    ),
  );
}

/** Somebody of two schools stands under both. */
function bySchool() {
  const groups = new Map();
  for (const person of people) {
    for (const place of person.places) {
      const school = place.school ?? '';
      groups.set(school, [...(groups.get(school) ?? []), { person, place }]);
    }
  }
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'nl'))
    .map(([school, members]) => [school || text('withoutSchool'), members]);
}

function matches(wanted, person, place) {
  return wanted === '' || `${person.name} ${rolesText(place)} ${place.school ?? ''}`.toLowerCase().includes(wanted);
}

function rolesText({ roles, teams }) {
  const leading = teams.filter(({ role }) => role !== 'member');
  const others = leading.length > 0 || roles.some((role) => role !== 'leerkracht') ? [] : teams;
  return [
    ...roles.filter((role) => role !== 'leerkracht' || leading.length === 0).map((role) => text(`role.${role}`)),
    ...[...leading, ...others].map(({ name, role }) => text(`role.${role}`, { team: name })),
  ].join(', ');
}

function placeText(place) {
  const days = inLanguage(place.days);
  return [
    place.school,
    [
      ...place.roles.map((role) => text(`role.${role}`)),
      ...place.teams.map(({ name, role }) => text(`role.${role}`, { team: name })),
    ].join(', '),
    days ? text('worksOn', { days }) : null,
  ]
    .filter(Boolean)
    .join(', ');
}
