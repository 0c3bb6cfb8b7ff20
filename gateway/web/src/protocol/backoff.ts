const FIRST = 500;
const LONGEST = 30_000;

/**
 * Time to wait before a try, in ms: a random share ("full jitter") of 0.5 s that doubles to 30 s, so
 * that the clients of a server that comes back do not arrive together.
 */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(LONGEST, FIRST * 2 ** Math.min(attempt, 16));
  return Math.round(random() * ceiling);
}
