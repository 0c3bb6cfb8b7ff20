import { type ErrorCode, Refused } from '../protocol/frames';
import type { Keep } from '../store/database';
import type { Bytes } from './bytes';
import { type DeviceKeys, makeDeviceKeys } from './keys';
import { makeStatement, readStatement } from './statement';

/** The device that this browser is, as it is kept. */
export interface KeptDevice {
  readonly id: string;
  readonly statement: Bytes;
  readonly keys: DeviceKeys;
  readonly lastTime: number;
  /** Keys that this browser had before: they still open what was sealed to them. */
  readonly former: readonly { id: string; keys: DeviceKeys }[];
  /** The first link of a list that it begins, until the server is known to have it. */
  readonly begun?: string;
}

/** The keys of this browser for one account. Tabs share them: the record that is kept counts, not what a tab remembers. */
export class Held {
  #device: KeptDevice | undefined;

  private constructor(
    private readonly me: string,
    private readonly keep: Keep,
  ) {}

  static async open(me: string, keep: Keep): Promise<Held> {
    const held = new Held(me, keep);
    await held.reload();
    return held;
  }

  get device(): KeptDevice | undefined {
    return this.#device;
  }

  /** Takes what another tab may have made. */
  async reload(): Promise<KeptDevice | undefined> {
    const kept = await this.keep.get<KeptDevice>(this.#key);
    if (kept) this.#device = kept;
    return this.#device;
  }

  /** {@return whether it was these keys that another tab changed} */
  async heard(key: string): Promise<boolean> {
    if (key !== this.#key) return false;
    const before = this.#device?.id;
    return (await this.reload())?.id !== before;
  }

  /**
   * Makes keys in place of those that are there; where another tab has done so first, its keys are taken.
   * Rejects with `no_keys` where the browser does not keep them.
   */
  async make(name: string): Promise<KeptDevice> {
    const before = this.#device?.id;
    const keys = await makeDeviceKeys();
    const statement = await makeStatement(this.me, name, Date.now(), keys);
    const read = await readStatement(statement, this.me);
    if (!read) throw refused('no_keys');
    const made = await this.keep.update<KeptDevice>(this.#key, (kept) => {
      if (kept && kept.id !== before) return kept;
      const former = kept ? [{ id: kept.id, keys: kept.keys }, ...kept.former] : [];
      return { id: read.id, statement, keys, lastTime: kept?.lastTime ?? 0, former };
    });
    // A private window keeps nothing: keys that are gone tomorrow would lose what is written today.
    if ((await this.keep.get<KeptDevice>(this.#key))?.id !== made.id) throw refused('no_keys');
    this.#device = made;
    return made;
  }

  /** Notes the first link of a list that this device begins; {@return the one that counts} */
  async begin(link: string): Promise<string> {
    const device = await this.#change((kept) => (kept.begun ? kept : { ...kept, begun: link }));
    return device.begun ?? link;
  }

  /** The list that was begun is with the server. */
  async onBegun(): Promise<void> {
    await this.#change((kept) => {
      const { begun, ...rest } = kept;
      return begun === undefined ? kept : rest;
    });
  }

  /** {@return the device, its `lastTime` above that of every text that any tab has sealed} */
  tick(): Promise<KeptDevice> {
    return this.#change((device) => ({
      ...device,
      lastTime: Math.max(device.lastTime + 1, Date.now()),
    }));
  }

  async #change(change: (device: KeptDevice) => KeptDevice): Promise<KeptDevice> {
    const known = this.#device;
    if (!known) throw refused('no_keys');
    this.#device = await this.keep.update<KeptDevice>(this.#key, (kept) => change(kept ?? known));
    return this.#device;
  }

  get #key(): string {
    return `device:${this.me}`;
  }
}

export function refused(code: ErrorCode): Refused {
  return new Refused(code, code);
}
