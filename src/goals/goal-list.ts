/** `/doel`: the goals that concern me, by school and team, in pages; for the board the titles of all schools. */
import type { Context } from '../bot/command.ts';
import { answer, buttonsPart } from '../bot/notice.ts';
import type { Button, Notice, Part, RichText } from '../bot/reply.ts';
import { hasRole, may, schoolsOf, standsAt } from '../people/permissions.ts';
import type { SchoolId } from '../people/person.ts';
import { schoolName } from '../people/school-name.ts';
import { boardGoals } from './board-goals.ts';
import { type GoalLine, isActive } from './goal.ts';
import { mustSeeGoals, sees, subjectOf } from './goal-access.ts';
import { goalButton, needsSchoolName } from './goal-names.ts';
import { goalRow } from './goal-row.ts';
import { type Listed, PAGE } from './listed.ts';

/** The page that begins at goal `from` (counted from 0); `whole` shows a teacher all goals of the school. */
export async function goalList(context: Context, from: number, whole: boolean): Promise<Notice> {
  mustSeeGoals(context);
  const isBoard = hasRole(context.actor, 'bestuur', null);
  const listed = isBoard ? await boardGoals(context, from) : await ownGoals(context, from, whole);
  const { say } = context;
  if (listed.total === 0) {
    return answer(
      say(whole || seesAll(context) ? 'goals.none' : 'goals.none-mine'),
      buttonsPart(newButtons(context, whole)),
    );
  }
  const more = moreButton(context, listed, whole);
  return answer(listed.title, [
    ...groups(context, listed, more),
    ...pageNumber(context, listed),
    ...buttonsPart([...(await updateButtons(context, listed.goals)), ...newButtons(context, whole)]),
    ...hint(context, listed.goals[0]!),
  ]);
}

/** Whole schools for who leads or coaches them, else the goals of the own teams and of oneself. */
async function ownGoals(context: Context, from: number, whole: boolean): Promise<Listed> {
  const { actor, store, say } = context;
  const schools = schoolsOf(actor, 'member');
  const wholeSchools = schools.filter(
    (id) => whole || standsAt(actor, 'director', id) || standsAt(actor, 'quality', id),
  );
  const otherSchools = schools.filter((id) => !wholeSchools.includes(id));
  const ownedBy = { teamIds: actor.teams.map(({ teamId }) => teamId), personId: actor.id };
  const [ofSchools, own] = await Promise.all([
    wholeSchools.length > 0 ? store.goals.lines({ schoolIds: wholeSchools }) : [],
    otherSchools.length > 0 ? store.goals.lines({ schoolIds: otherSchools, ownedBy }) : [],
  ]);
  // A teacher of one school sees no school's name.
  const isNamed = schools.length > 1 || wholeSchools.length > 0;
  const named = isNamed ? schools.map(async (id) => [id, await schoolName(context, id)] as const) : [];
  const names = new Map(await Promise.all(named));
  const seen = [...ofSchools, ...own].filter((goal) => sees(actor, goal) === 'all');
  const goals = bySchool(seen, names);
  const start = from < goals.length ? from : 0;
  const isOneOwner = new Set(goals.map(groupOf)).size === 1;
  const isOneSchool = schools.length === 1;
  const of = isOneSchool && wholeSchools.length > 0 ? names.get(schools[0]!)! : isOneOwner ? teamName(goals[0]!) : '';
  return {
    title: of ? say('goals.title.of', { name: of }) : say('goals.title.mine'),
    goals: goals.slice(start, start + PAGE),
    from: start,
    total: goals.length,
    heading: (goal) => {
      if (isOneSchool) return isOneOwner && wholeSchools.length === 0 ? [] : ownerName(context, goal);
      return say('goals.school-and-owner', { school: names.get(goal.schoolId)!, owner: ownerName(context, goal) });
    },
  };
}

/** Goals of one school together, schools by name; within a school in the order of the store. */
function bySchool(goals: readonly GoalLine[], names: ReadonlyMap<SchoolId, string>): readonly GoalLine[] {
  const name = (goal: GoalLine) => names.get(goal.schoolId) ?? '';
  return goals.toSorted((a, b) => name(a).localeCompare(name(b), 'nl'));
}

function ownerName({ say }: Context, goal: GoalLine): RichText {
  return goal.ownerName ? [{ text: goal.ownerName }] : say('goals.no-owner');
}

function teamName(goal: GoalLine): string {
  return goal.owner?.kind === 'team' ? goal.ownerName : '';
}

/** Goals with the same key stand under one heading. */
function groupOf({ schoolId, owner }: GoalLine): string {
  if (owner === null) return `${schoolId}`;
  return `${schoolId}:${owner.kind}:${owner.kind === 'team' ? owner.teamId : owner.personId}`;
}

function groups(context: Context, listed: Listed, more: Button | null): readonly Part[] {
  const parts: Part[] = [];
  let rest = listed.goals;
  while (rest.length > 0) {
    const heading = listed.heading(rest[0]!);
    const shown = JSON.stringify(heading);
    const end = rest.findIndex((goal) => JSON.stringify(listed.heading(goal)) !== shown);
    const group = end < 0 ? rest : rest.slice(0, end);
    rest = rest.slice(group.length);
    if (heading.length > 0) parts.push({ kind: 'heading', text: heading });
    const rows = group.map((goal) => goalRow(context, goal));
    parts.push({ kind: 'list', rows, ...(rest.length === 0 && more ? { more } : {}) });
  }
  return parts;
}

function moreButton({ say }: Context, { from, total, goals }: Listed, whole: boolean): Button | null {
  const next = from + goals.length;
  if (next >= total) return null;
  const args = { vanaf: String(next), ...(whole ? { welke: 'alles' } : {}) };
  return { label: say.plain('bot.more'), intent: { name: 'doel.status', args } };
}

function pageNumber({ say }: Context, { from, total, goals }: Listed): readonly Part[] {
  if (goals.length === total) return [];
  return [{ kind: 'small', text: say('goals.page', { from: from + 1, until: from + goals.length, total }) }];
}

/** How to see more of a goal, for who may see more than its title. */
function hint({ actor, say }: Context, goal: GoalLine): readonly Part[] {
  if (sees(actor, goal) !== 'all') return [];
  return [{ kind: 'small', text: say('goals.list-hint', { number: goal.number }) }];
}

/** For the goals that this person is expected to update: their own, and those of teams they chair. */
async function updateButtons(context: Context, goals: readonly GoalLine[]): Promise<readonly Button[]> {
  const { actor } = context;
  const isMine = ({ owner }: GoalLine) =>
    owner?.kind === 'team'
      ? actor.teams.some(({ teamId, role }) => teamId === owner.teamId && role !== 'member')
      : owner?.personId === actor.id;
  const mine = goals.filter(
    (goal) => isActive(goal.status) && isMine(goal) && may(actor, 'goal.check-in', subjectOf(goal)),
  );
  return Promise.all(mine.map(async (goal) => goalButton(await updateLabel(context, goal), 'doel.update', goal)));
}

async function updateLabel(context: Context, { number, schoolId }: GoalLine): Promise<string> {
  const { say } = context;
  if (!needsSchoolName(context)) return say.plain('goals.button.update-number', { number });
  return say.plain('goals.button.update-number-at', { number, school: await schoolName(context, schoolId) });
}

/** Does the list of this person hold all goals of their schools anyway? */
function seesAll({ actor }: Context): boolean {
  const leads = (id: SchoolId) => standsAt(actor, 'director', id) || standsAt(actor, 'quality', id);
  return hasRole(actor, 'bestuur', null) || schoolsOf(actor, 'member').every(leads);
}

function newButtons(context: Context, whole: boolean): readonly Button[] {
  const { actor, say } = context;
  const schools = schoolsOf(actor, 'member');
  const all: Button = {
    label: say.plain(needsSchoolName(context) ? 'goals.button.whole-schools' : 'goals.button.whole-school'),
    intent: { name: 'doel.status', args: { welke: 'alles' } },
  };
  const makes = schools.some((schoolId) => may(actor, 'goal.draft', { schoolId }));
  return [
    ...(makes ? [{ label: say.plain('goals.button.new'), intent: { name: 'doel.nieuw', args: {} } }] : []),
    ...(whole || seesAll(context) ? [] : [all]),
  ];
}
