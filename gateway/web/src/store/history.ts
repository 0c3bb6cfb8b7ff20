import { signal } from '@preact/signals';
import { type AnswerOf, type FieldsOf, Refused } from '../protocol/frames';
import type { Range } from './coverage';
import type { ConversationLog } from './log';

export const PAGE = 50;

/** Milliseconds to wait where the server says that it was asked too fast, but not for how long. */
const PAUSE = 500;
const MOST_WAITS = 20;

type Ask = (fields: FieldsOf<'history'>) => Promise<AnswerOf<'history'>>;

/** Loads pages of a conversation into its log; one at a time. */
export class History {
  readonly loading = signal(false);
  readonly failed = signal(false);
  /** The newest page was asked for and there is nothing in it. */
  readonly empty = signal(false);
  readonly #quoted = new Set<number>();
  #underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly id: string,
    private readonly log: ConversationLog,
    private readonly ask: Ask,
    /** {@return the newest number that the server has told of} */
    private readonly head: () => number,
  ) {}

  /** The newest page, unless something is here already. */
  async latest(): Promise<void> {
    await this.#page({}, ({ messages, more }) => ({
      low: more ? (messages[0]?.seq ?? 1) : 1,
      high: Math.max(this.head(), this.log.cursor ?? 0, messages.at(-1)?.seq ?? 0),
    }));
  }

  async before(range: Range): Promise<void> {
    if (range.low <= 1) return;
    await this.#page({ before: range.low }, ({ messages, more }) => ({
      low: more ? (messages[0]?.seq ?? range.low) : 1,
      high: range.low - 1,
    }));
  }

  async after(range: Range): Promise<void> {
    await this.#page({ after: range.high }, ({ messages, more }) => {
      const last = messages.at(-1)?.seq ?? range.high;
      return { low: range.high + 1, high: more ? last : Math.max(last, this.log.cursor ?? 0) };
    });
  }

  async around(seq: number): Promise<void> {
    // What is loading now may be another place.
    while (this.loading.peek()) await this.#underWay;
    const known = this.log.range(seq);
    if (known && known.high > known.low) return;
    await this.#page({ around: seq }, ({ messages, more }) => ({
      low: Math.min(seq, more ? (messages[0]?.seq ?? seq) : 1),
      high: Math.max(seq, messages.at(-1)?.seq ?? seq),
    }));
  }

  /** One message far away, for the stub of its answer; asked for once. */
  async quoted(seq: number): Promise<void> {
    if (this.#quoted.has(seq) || this.log.range(seq)) return;
    this.#quoted.add(seq);
    try {
      const { messages } = await this.ask({ conversation: this.id, around: seq, limit: 1 });
      if (messages.some((message) => message.seq === seq)) this.log.merge(messages, seq, seq);
    } catch {
      this.#quoted.delete(seq);
    }
  }

  #page(
    place: Omit<FieldsOf<'history'>, 'conversation' | 'limit'>,
    rangeOf: (answer: AnswerOf<'history'>) => Range,
  ): Promise<void> {
    if (!this.loading.value) this.#underWay = this.#load(place, rangeOf);
    return this.#underWay;
  }

  async #load(
    place: Omit<FieldsOf<'history'>, 'conversation' | 'limit'>,
    rangeOf: (answer: AnswerOf<'history'>) => Range,
  ): Promise<void> {
    this.loading.value = true;
    try {
      const answer = await this.#patiently({ conversation: this.id, limit: PAGE, ...place });
      const { low, high } = rangeOf(answer);
      this.log.merge(answer.messages, low, high);
      this.empty.value = !this.log.range();
      this.failed.value = false;
    } catch {
      this.failed.value = true;
    } finally {
      this.loading.value = false;
    }
  }

  /** Who scrolls fast asks faster than the server lets anybody: it says how long to wait. */
  async #patiently(fields: FieldsOf<'history'>): Promise<AnswerOf<'history'>> {
    for (let waits = 0; ; waits++) {
      try {
        return await this.ask(fields);
      } catch (error) {
        const isTooFast = error instanceof Refused && error.code === 'rate_limited';
        if (!isTooFast || waits === MOST_WAITS) throw error;
        await new Promise((resolve) => setTimeout(resolve, error.detail ?? PAUSE));
      }
    }
  }
}
