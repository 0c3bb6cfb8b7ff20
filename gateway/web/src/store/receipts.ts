import type { Cursors } from '../protocol/frames';

const AT_MOST_EVERY = 1_000;

/** Tells the server how far each conversation has arrived, at most once a second. */
export class Receipts {
  #moved: Cursors = {};
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly tell: (cursors: Cursors) => void) {}

  onArrived(conversation: string, seq: number): void {
    this.#moved[conversation] = Math.max(seq, this.#moved[conversation] ?? 0);
    this.#timer ??= setTimeout(() => this.#flush(), AT_MOST_EVERY);
  }

  /** What cannot be told now is told by the cursors of the next resume. */
  #flush(): void {
    const moved = this.#moved;
    this.#moved = {};
    this.#timer = undefined;
    this.tell(moved);
  }
}
