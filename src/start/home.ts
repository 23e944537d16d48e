/** "Mijn leerteam": what comes next and what is asked of me, with a button for everything I may do. */
import { seesAction, worksWithActions } from '../actions/action-access.ts';
import { lateState } from '../actions/action-list.ts';
import { actionButton, numberedAction } from '../actions/action-names.ts';
import type { ActionLine } from '../actions/actions.store.ts';
import { type Context, short } from '../bot/command.ts';
import { answer, buttonsPart, listPart, textPart } from '../bot/notice.ts';
import type { Notice, Row } from '../bot/reply.ts';
import { literal, type PlainKey } from '../bot/text.ts';
import { type GoalLine, isActive } from '../goals/goal.ts';
import { sees } from '../goals/goal-access.ts';
import { goalButton } from '../goals/goal-names.ts';
import { stateOf } from '../goals/status.ts';
import { meetingRows } from '../meetings/meeting-rows.ts';
import { awayNow } from '../people/away-now.ts';
import { popRows } from '../pop/home-rows.ts';
import { nameAmong, ownTeams } from '../teams/find-team.ts';
import { goalsToUpdate } from './goals-to-update.ts';
import { isGovernor } from './home-button.ts';
import { menu } from './menu.ts';

/** The nearest are enough: the buttons below lead to all of them. */
const MOST_ROWS = 5;

export async function home(context: Context): Promise<Notice> {
  const { say } = context;
  const [meetings, actions, goals, pops] = await Promise.all([
    nextMeetings(context),
    actionRows(context),
    goalRows(context),
    popRows(context),
  ]);
  const isAsked = actions.length > 0 || goals.length > 0 || pops.length > 0;
  const noActions = isAsked && actions.length === 0 && worksWithActions(context.actor);
  return answer(say(isGovernor(context.actor) ? 'start.home.title-governor' : 'start.home.title'), [
    ...(await awayNow(context)),
    ...listPart(say('start.home.meetings'), meetings, MOST_ROWS),
    ...listPart(say('start.home.actions'), actions, MOST_ROWS),
    ...(noActions ? [textPart(say('actions.none-mine'))] : []),
    ...(isAsked ? [] : [textPart(say('start.home.nothing'))]),
    ...listPart(say('start.home.goals'), goals, MOST_ROWS),
    ...(goals.length === 0 ? listPart(say('start.home.own-goals'), await ownGoalRows(context), MOST_ROWS) : []),
    ...listPart(say('pop.home.heading'), pops, MOST_ROWS),
    ...buttonsPart(menu(context)),
  ]);
}

async function nextMeetings(context: Context): Promise<readonly Row[]> {
  const teams = (await ownTeams(context)).map(async (team) => {
    return { team, title: literal(await nameAmong(context, team), 'bold') };
  });
  return meetingRows(context, await Promise.all(teams));
}

/** Own open actions by date, after those that somebody asks to take over. */
async function actionRows({ store, actor, say, today }: Context): Promise<readonly Row[]> {
  const concerned = await store.actions.lines({ concerns: actor.id, states: ['open'] });
  const lines = concerned.filter((line) => seesAction(actor, line));
  const isOffered = (line: ActionLine) => line.ownerId !== actor.id;
  return [...lines.filter(isOffered), ...lines.filter((line) => !isOffered(line))].map((line): Row => {
    const button = (key: PlainKey, intent: string) => actionButton(say.plain(key), intent, line);
    const date = say.dayMonth(line.due, today);
    const state = isOffered(line) ? null : lateState({ say, today }, line);
    return {
      ...(state ? { state } : {}),
      title: numberedAction(say, { ...line, what: short(line.what, 120) }),
      lines: [
        isOffered(line)
          ? say('start.home.action-offered', { name: line.ownerName, date })
          : say('actions.due', { date }),
      ],
      buttons: isOffered(line)
        ? [button('actions.button.accept', 'actie.aannemen'), button('actions.button.give-back', 'actie.terug')]
        : [button('actions.button.done', 'actie.klaar'), button('actions.button.show', 'actie.toon')],
    };
  });
}

async function goalRows(context: Context): Promise<readonly Row[]> {
  const { say } = context;
  return (await goalsToUpdate(context)).map((goal): Row => {
    return {
      ...goalName(context, goal),
      buttons: [goalButton(say.plain('goals.button.update'), 'doel.update', goal)],
    };
  });
}

/** The goals of oneself and of the own teams that are worked on, with how they stand. */
async function ownGoalRows(context: Context): Promise<readonly Row[]> {
  const { store, actor, say } = context;
  const ownedBy = { teamIds: actor.teams.map(({ teamId }) => teamId), personId: actor.id };
  const goals = (await store.goals.lines({ ownedBy })).filter((goal) => sees(actor, goal) === 'all');
  return goals
    .filter(({ status }) => isActive(status))
    .map((goal): Row => ({ ...goalName(context, goal), state: stateOf(goal.status, say) }));
}

function goalName({ say }: Context, { number, title, owner, ownerName }: GoalLine): Pick<Row, 'title' | 'lines'> {
  return {
    title: say('start.home.goal', { number, title }),
    lines: owner?.kind === 'team' ? [literal(ownerName)] : [],
  };
}
