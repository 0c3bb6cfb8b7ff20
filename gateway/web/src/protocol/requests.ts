import type { Answer, AnswerOf, FieldsOf, RequestType } from './frames';
import { Refused } from './frames';

const TIMEOUT = 15_000;

interface Waiting {
  resolve: (answer: never) => void;
  reject: (refusal: Refused) => void;
  timer: ReturnType<typeof setTimeout>;
}

/** Requests under way: gives each an id, and each answer to whom it belongs. */
export class RequestTable {
  readonly #waiting = new Map<string, Waiting>();
  #next = 1;

  constructor(private readonly write: (frame: object) => boolean) {}

  /** Asks; rejects with {@link Refused}. No answer in time, or no connection, is `unavailable`. */
  ask<T extends RequestType>(type: T, fields: FieldsOf<T>): Promise<AnswerOf<T>> {
    const id = String(this.#next++);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#fail(id, 'no answer in time'), TIMEOUT);
      this.#waiting.set(id, { resolve, reject, timer });
      if (!this.write({ ...fields, type, id })) this.#fail(id, 'not connected');
    });
  }

  settle(answer: Answer): void {
    const waiting = this.#take(answer.id);
    if (!waiting) return;
    if (answer.type === 'ok') waiting.resolve(answer as never);
    else waiting.reject(new Refused(answer.code, answer.message, answer.detail));
  }

  /** The connection is gone: nothing that is under way will be answered. */
  abandon(): void {
    for (const id of [...this.#waiting.keys()]) this.#fail(id, 'connection lost');
  }

  #fail(id: string, why: string): void {
    this.#take(id)?.reject(new Refused('unavailable', why));
  }

  #take(id: string | number | undefined): Waiting | undefined {
    const key = String(id);
    const waiting = this.#waiting.get(key);
    if (!waiting) return undefined;
    clearTimeout(waiting.timer);
    this.#waiting.delete(key);
    return waiting;
  }
}
