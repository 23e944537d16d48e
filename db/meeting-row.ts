/** Starts a query over meetings `m`, whose rows are stored meetings as they are. */
export const MEETING = `
  select m.id, m.team_id as teamId, m.day as date, m.time, m.duration, m.state, m.moved_to as movedTo,
    m.moved_from as movedFrom, m.reason, m.version
  from meeting m`;
