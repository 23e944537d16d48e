/** `ma` to `vr`: the days on which a school may be open, as people and the import format write them. */
export const WEEKDAYS = ['ma', 'di', 'wo', 'do', 'vr'] as const;
