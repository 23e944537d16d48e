/** A platform wants to hear something soon: what is not ready by then comes later. */

/** What the work gives when that takes at most so many milliseconds, else null; the work goes on. `wait` waits that long. */
export function within<Done extends object>(
  { wait }: { readonly wait: (milliseconds: number) => Promise<void> },
  work: Promise<Done>,
  milliseconds: number,
): Promise<Done | null> {
  return Promise.race([work, wait(milliseconds).then(() => null)]);
}
