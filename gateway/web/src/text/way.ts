import type { Hop } from '../protocol/frames';

/** A place of a message's way, and the milliseconds since the one before. */
export interface Step extends Hop {
  after?: number;
}

/** {@return the way with the time between its places} Clocks of two machines may differ: never below 0. */
export function wayOf(hops: readonly Hop[]): Step[] {
  return hops.map((hop, index) => {
    const before = hops[index - 1];
    return before
      ? { ...hop, after: Math.max(0, Date.parse(hop.at) - Date.parse(before.at)) }
      : hop;
  });
}

/** {@return a local time to the millisecond} */
export function millis(at: string): string {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  const time = [date.getHours(), date.getMinutes(), date.getSeconds()].map(two).join(':');
  return `${time}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
