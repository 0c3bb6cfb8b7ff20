import type { Keep } from './database';

const WRITE_AFTER = 400;

/** What was begun and not sent, for each conversation; kept across a reload. */
export class Drafts {
  #texts = new Map<string, string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly keep: Keep,
    private readonly account: string,
  ) {}

  async open(): Promise<void> {
    const kept = await this.keep.get<[string, string][]>(this.#key);
    this.#texts = new Map([...(kept ?? []), ...this.#texts]);
  }

  get(conversation: string): string {
    return this.#texts.get(conversation) ?? '';
  }

  set(conversation: string, text: string): void {
    if (text === '') this.#texts.delete(conversation);
    else this.#texts.set(conversation, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.keep.set(this.#key, [...this.#texts]), WRITE_AFTER);
  }

  get #key(): string {
    return `drafts:${this.account}`;
  }
}
