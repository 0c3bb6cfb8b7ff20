import { type Context, Unopened } from './envelope';

interface Mark {
  seq: number;
  time: number;
}

/** What is kept of each device in each conversation: its latest text that was opened. */
export type Marks = Record<string, Mark>;

/**
 * Tells texts that come again, or in another order than they were written. A device gives each of its
 * texts a later time than the one before; so in the order of their numbers the times go up. The
 * latest text outlives the page, all others are known while it is open.
 */
export class Order {
  readonly #seen = new Map<string, Map<number, string>>();
  readonly #times = new Map<string, Map<number, number>>();

  constructor(
    private readonly marks: Marks,
    private readonly onMoved: () => void,
  ) {}

  /** Takes a text at its number; throws {@link Unopened} where it cannot stand there. */
  check(context: Context, seq: number): void {
    const key = `${context.conversation} ${context.device}`;
    const seen = into(this.#seen, key);
    const times = into(this.#times, key);
    for (const [other, id] of seen)
      if (other !== seq && id === context.clientId) throw new Unopened('replayed');
    const mark = this.marks[key];
    if (mark) times.set(mark.seq, mark.time);
    for (const [other, time] of times) {
      if (other === seq ? time === context.time : other < seq === time < context.time) continue;
      throw new Unopened(time === context.time ? 'replayed' : 'reordered');
    }
    seen.set(seq, context.clientId);
    times.set(seq, context.time);
    if (!mark || mark.seq < seq) {
      this.marks[key] = { seq, time: context.time };
      this.onMoved();
    }
  }
}

function into<V>(maps: Map<string, Map<number, V>>, key: string): Map<number, V> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<number, V>();
  maps.set(key, made);
  return made;
}
