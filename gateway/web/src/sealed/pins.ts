import { signal } from '@preact/signals';
import type { Keep } from '../store/database';

/** What is believed of an account's devices. */
export interface Pin {
  readonly links: readonly string[];
  /** Lists that were trusted before, and until when: what came by then can still be read. */
  readonly past: readonly { links: readonly string[]; until: number }[];
  /** Whether texts for this person were encrypted when this browser last looked. */
  readonly encrypted: boolean;
  /** Names of devices that came to one's own list, and that its owner has not seen yet. */
  readonly added?: readonly string[];
}

const NOTHING: Pin = { links: [], past: [], encrypted: false };

/** What is believed of everybody, a record each, which the tabs of a browser share. */
export class Pins {
  /** Goes up with every change, here or in another tab. */
  readonly revision = signal(0);
  /** By handle; no object, for somebody may be called `constructor`. */
  readonly #pins: Map<string, Pin>;

  private constructor(
    private readonly keep: Keep,
    private readonly beginning: string,
    pins: Map<string, Pin>,
  ) {
    this.#pins = pins;
  }

  static async open(me: string, keep: Keep): Promise<Pins> {
    const beginning = `pin:${me}:`;
    await takeOver(keep, `pins:${me}`, beginning);
    return new Pins(keep, beginning, await keep.all<Pin>(beginning));
  }

  of(user: string): Pin {
    return this.#pins.get(user) ?? NOTHING;
  }

  /** Makes one of what is kept by now, whichever tab wrote it; where it returns what it got nothing changes. */
  async change(user: string, change: (pin: Pin) => Pin): Promise<Pin> {
    const pin = await this.keep.update<Pin>(this.beginning + user, (kept) =>
      change(kept ?? this.of(user)),
    );
    this.#put(user, pin);
    return pin;
  }

  /** {@return whose record it was, if another tab changed one of these} */
  async heard(key: string): Promise<string | undefined> {
    if (!key.startsWith(this.beginning)) return undefined;
    const user = key.slice(this.beginning.length);
    const pin = await this.keep.get<Pin>(key);
    if (pin) this.#put(user, pin);
    return user;
  }

  #put(user: string, pin: Pin): void {
    const before = this.of(user);
    this.#pins.set(user, pin);
    if (!isSame(before, pin)) this.revision.value++;
  }
}

/** Takes what an earlier version kept in one record into one for each; what is there by now is newer. */
export async function takeOver(keep: Keep, old: string, beginning: string): Promise<void> {
  const all = await keep.get<Record<string, unknown>>(old);
  if (!all) return;
  for (const [name, value] of Object.entries(all))
    await keep.update<unknown>(beginning + name, (kept) => kept ?? value);
  await keep.remove(old);
}

function isSame(one: Pin, other: Pin): boolean {
  return (
    one.encrypted === other.encrypted &&
    one.links.length === other.links.length &&
    one.links.at(-1) === other.links.at(-1) &&
    one.past.length === other.past.length &&
    (one.added ?? []).join() === (other.added ?? []).join()
  );
}
