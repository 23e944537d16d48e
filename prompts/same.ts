/** The same keys in another language. That the parameters are the same too is a test's business (`test/prompts.test.ts`). */
export type Same<T> = { readonly [K in keyof T]: string };
