/** What a director or an admin sets for a school. */
export const school = {} as const;
