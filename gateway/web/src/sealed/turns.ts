/** How long to wait for a tab that may be asleep, in milliseconds. */
const LONGEST_WAIT = 20_000;

/**
 * Runs an action while no other tab runs one of that name. Where the browser has no locks, and where a
 * tab keeps one for long, it runs all the same: what is kept changes in whole steps anyway.
 */
export async function inTurn<T>(name: string, action: () => Promise<T>): Promise<T> {
  const { locks } = navigator;
  if (!locks) return action();
  let begun = false;
  const signal = AbortSignal.timeout(LONGEST_WAIT);
  try {
    return await locks.request(name, { signal }, async () => {
      begun = true;
      return action();
    });
  } catch (error) {
    if (begun || !signal.aborted) throw error;
    return action();
  }
}
