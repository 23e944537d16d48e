/** One's own data, removal, how long things are kept, backups. */
export const privacy = {} as const;
