import type { Keep } from '../store/database';
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
