import { type Context, Unopened } from './envelope';
import type { Mark, Marks } from './marks';

/**
 * Tells texts that come again, or in another order than they were written. A device gives each of its
 * texts a later time than the one before; so in the order of their numbers the times go up. The
 * latest text outlives the page, all others are known while it is open.
 */
export class Order {
  readonly #courses = new Map<string, Course>();

  constructor(private readonly marks: Pick<Marks, 'of' | 'move'>) {}

  /** Takes a text at its number; throws {@link Unopened} where it cannot stand there. */
  check({ conversation, device, clientId, time }: Context, seq: number): void {
    const key = `${conversation} ${device}`;
    const course = this.#courses.get(key) ?? new Course();
    this.#courses.set(key, course);
    const mark = this.marks.of(key);
    if (mark) course.remember(mark);
    course.take(clientId, { seq, time });
    if (!mark || mark.seq < seq) this.marks.move(key, { seq, time });
  }
}

/**
 * The texts of one device in one conversation, in the order of their numbers. Their times go up, so a
 * further one needs to be compared with its neighbours only, however many there are.
 */
class Course {
  readonly #texts: Mark[] = [];
  readonly #seqOfId = new Map<string, number>();
  readonly #seqOfTime = new Map<number, number>();
  /** Marks that contradict what was met here: another tab was told otherwise. */
  readonly #odd: Mark[] = [];
  #remembered: Mark | undefined;

  /** Takes what this or another tab met last. */
  remember(mark: Mark): void {
    if (mark.seq === this.#remembered?.seq && mark.time === this.#remembered.time) return;
    this.#remembered = mark;
    if (this.#problemOf(mark)) this.#odd.push(mark);
    else this.#insert(mark);
  }

  take(clientId: string, text: Mark): void {
    const known = this.#seqOfId.get(clientId) ?? text.seq;
    const problem = known === text.seq ? this.#problemOf(text) : 'replayed';
    if (problem) throw new Unopened(problem);
    this.#seqOfId.set(clientId, text.seq);
    this.#insert(text);
  }

  #problemOf(text: Mark): 'replayed' | 'reordered' | undefined {
    const known = this.#seqOfTime.get(text.time) ?? text.seq;
    if (known !== text.seq) return 'replayed';
    const at = this.#placeOf(text.seq);
    const beside = [this.#texts[at - 1], this.#texts[at], ...this.#odd];
    return beside.every((other) => !other || goUp(other, text)) ? undefined : 'reordered';
  }

  #insert(text: Mark): void {
    const at = this.#placeOf(text.seq);
    if (this.#texts[at]?.seq === text.seq) return;
    this.#texts.splice(at, 0, text);
    this.#seqOfTime.set(text.time, text.seq);
  }

  /** {@return where the first text stands whose number is not below `seq`} */
  #placeOf(seq: number): number {
    let [low, high] = [0, this.#texts.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#texts[middle]?.seq ?? 0) < seq) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function goUp(one: Mark, other: Mark): boolean {
  return one.seq === other.seq
    ? one.time === other.time
    : one.seq < other.seq === one.time < other.time;
}
