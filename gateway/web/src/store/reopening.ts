import { effect } from '@preact/signals';
import type { Conversation } from './conversation';
import type { Keyring } from './keyring';
import type { Opening } from './opening';

/** Milliseconds after which the list of devices is asked for again; twice as many each time it cannot be had. */
const FIRST_WAIT = 5_000;
const LONGEST_WAIT = 60_000;

/**
 * Tries again what stayed shut for a reason that passes: when somebody else is believed, when there is a
 * connection again, and some seconds after it was met, for a list is not asked for at each text.
 */
export class Reopening {
  readonly #end: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = FIRST_WAIT;
  /** One round after the other, and one behind it at most. */
  #running: Promise<void> | undefined;
  #isWanted = false;

  constructor(
    private readonly opening: Opening,
    private readonly conversations: () => Iterable<Conversation>,
    keyring: Keyring,
  ) {
    let isFirst = true;
    this.#end = effect(() => {
      void keyring.revision.value;
      void keyring.hasKeys.value;
      if (!isFirst) void this.now();
      isFirst = false;
    });
  }

  /** Something stayed shut. */
  onShut(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      void this.now();
    }, this.#wait);
  }

  /** Tries all of it. */
  now(): Promise<void> {
    this.#isWanted = true;
    this.#running ??= this.#rounds().finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  /** Its account leaves the page. */
  close(): void {
    this.#end();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  async #rounds(): Promise<void> {
    while (this.#isWanted) {
      this.#isWanted = false;
      let isUnreachable = false;
      for (const conversation of [...this.conversations()]) {
        const left = await this.opening.again(conversation);
        if (left.includes('unreachable')) isUnreachable = true;
      }
      this.#wait = isUnreachable ? Math.min(LONGEST_WAIT, this.#wait * 2) : FIRST_WAIT;
      if (isUnreachable) this.onShut();
    }
  }
}
