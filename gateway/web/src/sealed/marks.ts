import type { Keep } from '../store/database';
import { type Context, Unopened } from './envelope';
import { takeOver } from './pins';

export interface Mark {
  seq: number;
  time: number;
}

/** Keeps of each device in each conversation its latest text that was opened; tabs share it. */
export class Marks {
  private constructor(
    private readonly keep: Keep,
    private readonly beginning: string,
    private readonly marks: Map<string, Mark>,
  ) {}

  static async open(me: string, keep: Keep): Promise<Marks> {
    const beginning = `mark:${me}:`;
    await takeOver(keep, `marks:${me}`, beginning);
    return new Marks(keep, beginning, await keep.all<Mark>(beginning));
  }

  of(key: string): Mark | undefined {
    return this.marks.get(key);
  }

  /** Notes a later text; an earlier one changes nothing, whichever tab met it. */
  move(key: string, mark: Mark): void {
    this.#take(key, mark);
    void this.keep.update<Mark>(this.beginning + key, (kept) =>
      kept && kept.seq >= mark.seq ? kept : mark,
    );
  }

  async heard(key: string): Promise<void> {
    if (!key.startsWith(this.beginning)) return;
    const mark = await this.keep.get<Mark>(key);
    if (mark) this.#take(key.slice(this.beginning.length), mark);
  }

  #take(key: string, mark: Mark): void {
    const known = this.marks.get(key);
    if (!known || known.seq < mark.seq) this.marks.set(key, mark);
  }
}

/**
 * Tells texts that come again, or in another order than they were written. A device gives each of its
 * texts a later time than the one before; so in the order of their numbers the times go up. The
 * latest text outlives the page, all others are known while it is open.
 */
export class Order {
  readonly #seen = new Map<string, Map<number, string>>();
  readonly #times = new Map<string, Map<number, number>>();

  constructor(private readonly marks: Pick<Marks, 'of' | 'move'>) {}

  /** Takes a text at its number; throws {@link Unopened} where it cannot stand there. */
  check(context: Context, seq: number): void {
    const key = `${context.conversation} ${context.device}`;
    const seen = into(this.#seen, key);
    const times = into(this.#times, key);
    for (const [other, id] of seen)
      if (other !== seq && id === context.clientId) throw new Unopened('replayed');
    const mark = this.marks.of(key);
    if (mark) times.set(mark.seq, mark.time);
    for (const [other, time] of times) {
      if (other === seq ? time === context.time : other < seq === time < context.time) continue;
      throw new Unopened(time === context.time ? 'replayed' : 'reordered');
    }
    seen.set(seq, context.clientId);
    times.set(seq, context.time);
    if (!mark || mark.seq < seq) this.marks.move(key, { seq, time: context.time });
  }
}

function into<V>(maps: Map<string, Map<number, V>>, key: string): Map<number, V> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<number, V>();
  maps.set(key, made);
  return made;
}
