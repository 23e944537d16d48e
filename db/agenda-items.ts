/** How agenda items are read. */
const CARRIED = "(select count(*) from agenda_item_event e where e.item_id = i.id and e.what = 'doorgeschoven')";

/** Starts a query over agenda items `i`, whose rows are agenda items as they are. */
export const ITEM = `
  select i.id, i.school_id as schoolId, i.team_id as teamId, i.kind, i.cause, i.text, i.minutes, i.by_id as byId,
    coalesce(b.name, '') as byName, i.link, i.goal_id as goalId, i.action_id as actionId, i.advice_id as adviceId,
    i.made_on as madeOn, i.state, i.meeting_id as meetingId, ${CARRIED} as carried
  from agenda_item i left join person b on b.id = i.by_id`;
