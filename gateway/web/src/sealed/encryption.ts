import { Refused } from '../protocol/frames';
import type { Link } from '../protocol/link';
import type { Keep } from '../store/database';
import { activeDevices } from './active';
import { open, type Place, type Problem, readers, seal, Unopened } from './envelope';
import type { SealedFile } from './file';
import { Held, refused } from './held';
import { Marks } from './marks';
import { safetyNumber } from './numbers';
import { Order } from './order';
import { OwnDevices } from './own';
import { type EncryptionListener, type Peer, Trust } from './trust';

/** Where a text is to stand. */
type SealingPlace = Pick<Place, 'kind' | 'target'> & { clientId: string };

/** What came of a sealed text. `unreachable`: the list of devices could not be had. */
export type Unsealed =
  | { text: string; file?: SealedFile }
  | { problem: Problem | 'no_keys' | 'unreachable' };

/** Keys of this browser for one account, whom it trusts, and what it seals and opens with them. */
export class Encryption {
  /** The devices of the account, this browser among them. */
  readonly own: OwnDevices;
  readonly #order: Order;
  /** One text is sealed after the other, so that their times rise in the order in which they leave. */
  #lastSealed: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly me: string,
    link: Link,
    private readonly held: Held,
    /** Whose devices are believed. */
    readonly trust: Trust,
    private readonly marks: Marks,
    private readonly end: () => void,
  ) {
    this.own = new OwnDevices(me, link, held, trust);
    this.#order = new Order(marks);
  }

  static async open(
    me: string,
    link: Link,
    keep: Keep,
    listener: EncryptionListener,
  ): Promise<Encryption> {
    // What other tabs change while this one reads is heard of afterwards.
    const early: string[] = [];
    let hear = (key: string): unknown => early.push(key);
    const end = keep.watch((key) => hear(key));
    try {
      const held = await Held.open(me, keep);
      const trust = await Trust.open(me, link, keep, listener);
      const marks = await Marks.open(me, keep);
      const encryption = new Encryption(me, link, held, trust, marks, end);
      hear = (key) => encryption.#heard(key);
      for (const key of early) void encryption.#heard(key);
      return encryption;
    } catch (error) {
      end();
      throw error;
    }
  }

  /** Listens to other tabs no more. */
  close(): void {
    this.end();
  }

  /** {@return the number for exactly the list that was met} Nothing where one side has none. */
  async safetyNumber(peer: Peer): Promise<string | undefined> {
    const hasOwn = this.trust.trusted(this.me).length > 0;
    if (peer.kind === 'none' || !peer.chain || !hasOwn) return undefined;
    return safetyNumber(await this.trust.own(), peer.chain);
  }

  /** Seals a text to all devices of both; rejects with `Refused` where that cannot be. */
  seal(user: string, text: string, place: SealingPlace, file?: SealedFile): Promise<string> {
    const sealed = this.#lastSealed.then(() => this.#seal(user, text, place, file));
    this.#lastSealed = sealed.catch(() => {});
    return sealed;
  }

  async #seal(
    user: string,
    text: string,
    place: SealingPlace,
    file: SealedFile | undefined,
  ): Promise<string> {
    const { id } = await this.own.ready();
    const peer = user === this.me ? undefined : await this.trust.peer(user);
    if (peer?.kind === 'none') throw refused('peer_without_keys');
    if (peer?.kind === 'changed') throw refused('key_changed');
    const to = readers(await this.trust.own(), peer?.chain);
    if (peer && activeDevices(peer.chain).length === 0) throw refused('peer_without_keys');
    await this.trust.setEncrypted(user, true);
    // Last, so that no other tab seals a later text while this one still asks.
    const device = await this.held.tick();
    if (device.id !== id) throw refused('no_keys');
    const context = {
      ...place,
      conversation: wireId(this.me, user),
      sender: this.me,
      device: device.id,
      time: device.lastTime,
    };
    return seal(text, context, device.keys, to, file);
  }

  /** Opens a text that stands in the conversation with `user`; `seq` is its number, where it is known. */
  async unseal(
    user: string,
    sealed: string,
    place: Omit<Place, 'conversation'>,
    seq: number | undefined,
  ): Promise<Unsealed> {
    const { device } = this.held;
    if (!device) return { problem: 'no_keys' };
    try {
      const refresh = () => this.own.refreshOfNow();
      const sender = await this.trust.senderOf(sealed, place.sender, refresh);
      const whole = { ...place, conversation: wireId(this.me, user) };
      const { context, ...said } = await open(sealed, whole, sender, [device, ...device.former]);
      if (seq !== undefined) this.#order.check(context, seq);
      return said;
    } catch (error) {
      if (error instanceof Unopened) return { problem: error.problem };
      return { problem: error instanceof Refused ? 'unreachable' : 'unknown_device' };
    }
  }

  /** Another tab of this browser has changed something. */
  async #heard(key: string): Promise<void> {
    await this.marks.heard(key);
    const isOwnList = (await this.trust.heard(key)) === this.me;
    const hasOtherKeys = await this.held.heard(key);
    if (isOwnList || hasOtherKeys) await this.own.refresh().catch(() => {});
  }
}

/** {@return the direct conversation of two as the server spells it} */
export function wireId(one: string, other: string): string {
  return one <= other ? `@${one}+${other}` : `@${other}+${one}`;
}
