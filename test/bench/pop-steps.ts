/** The POP steps of the made-up board up to January: most are ready, and had their talk or have a date for it. */
import type { Database } from '../../db/database.ts';

const WITH_POP = 'select person_id as person, school_id as school from employment where pop = 1 order by id';
const ADD = `
  insert into pop (person_id, school_id, year, ready_on) values (:person, :school, '2026-2027', :ready) returning id`;
const ADD_TALK = `
  insert into pop_talk (pop_id, talk, planned_day, held_on, version) values (:pop, :talk, :planned, :held, 1)`;

/** Of every five people one is not ready, and one has only planned the talk; a third has a date for the next. Gives how many POPs there are. */
export function addPopSteps({ sqlite }: Database): number {
  const people = sqlite.prepare<[], { readonly person: number; readonly school: number }>(WITH_POP).all();
  const add = sqlite.prepare<[object], { readonly id: number }>(ADD);
  const addTalk = sqlite.prepare<[object]>(ADD_TALK);
  sqlite.transaction(() => {
    for (const [index, at] of people.entries()) {
      const { id: pop } = add.get({ ...at, ready: index % 5 === 0 ? null : '2026-10-20' })!;
      const planned = `2026-11-${10 + (index % 18)}`;
      if (index % 5 > 0) addTalk.run({ pop, talk: 'gesprek', planned, held: index % 5 === 1 ? null : planned });
      if (index % 3 === 0) addTalk.run({ pop, talk: 'opvolging', planned: `2027-02-${10 + (index % 18)}`, held: null });
    }
  })();
  return people.length;
}
