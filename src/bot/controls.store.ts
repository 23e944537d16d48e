/** The store port for what a control carries when the platform has no room for it. Every method is one atomic act. */

/** `key` is the control's own key; `content` is the adapter's, and may hold people's words. */
export type KeptControl = { readonly key: string; readonly content: string };

/** How long what a control carries is kept, in days. */
export const KEPT_DAYS = 30;

export interface ControlsStore {
  /** Keeps what these carry, as of `now`; one that is known already stays as it is. After 30 days, or when somebody is removed, it is gone. */
  keep(controls: readonly KeptControl[], now: Date): Promise<void>;
  /** What the control with this key carries; null when it is unknown or gone. */
  kept(key: string): Promise<string | null>;
}
