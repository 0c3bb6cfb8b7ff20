import type { Signal } from '@preact/signals';
import type { Link } from '../protocol/link';
import type { Keep } from '../store/database';
import { addedBehind } from './active';
import { type Chain, goesOn, readChain } from './chain';
import { claimedDevice } from './envelope';
import { type Pin, Pins } from './pins';

/** Age at which a list of devices is asked for again, in milliseconds. */
export const FRESH = 60_000;

/** The same where something unknown was met, or where the last request failed: that may come often. */
export const JUST_NOW = 5_000;

const MOST_CHAINS = 200;

/** Lists of before that are kept of somebody. */
const MOST_PAST = 8;

/** What is known of another's devices. Only to `trusted` ones anything is written. */
export type Peer =
  | { kind: 'none' }
  | { kind: 'trusted'; chain: Chain }
  /** The list is not the one that was trusted, nor does it go on from it. */
  | { kind: 'changed'; chain: Chain | undefined };

export interface EncryptionListener {
  /** Somebody one writes with has another device, linked by one that was trusted. */
  onDeviceAdded(user: string, names: string[]): void;
}

interface Fetched {
  at: number;
  state: 'asked' | 'known' | 'failed';
  peer: Promise<Peer>;
}

/** Whose devices are believed: the lists that were trusted before, and what comes of new ones. */
export class Trust {
  readonly #fetched = new Map<string, Fetched>();
  readonly #chains = new Map<string, Promise<Chain>>();

  private constructor(
    private readonly me: string,
    private readonly link: Link,
    private readonly pins: Pins,
    private readonly listener: EncryptionListener,
  ) {}

  static async open(
    me: string,
    link: Link,
    keep: Keep,
    listener: EncryptionListener,
  ): Promise<Trust> {
    return new Trust(me, link, await Pins.open(me, keep), listener);
  }

  /** Goes up when somebody's trust changes, in this tab or in another. */
  get revision(): Signal<number> {
    return this.pins.revision;
  }

  /** Takes what another tab came to believe; {@return of whom, if that is what changed} */
  async heard(key: string): Promise<string | undefined> {
    const user = await this.pins.heard(key);
    if (user !== undefined) this.#fetched.delete(user);
    return user;
  }

  /** Asks again for whatever could not be had: the connection is another one. */
  forgetFailures(): void {
    for (const [user, { state }] of this.#fetched)
      if (state === 'failed') this.#fetched.delete(user);
  }

  /** {@return the list of an account as it is trusted now; empty where none is} */
  trusted(account: string): readonly string[] {
    return this.pins.of(account).links;
  }

  /** {@return one's own list as it is trusted now} Rejects where there is none. */
  own(): Promise<Chain> {
    return this.read(this.me, this.trusted(this.me));
  }

  /** {@return names of devices that came to one's own list, and that its owner has not seen yet} */
  get ownAdded(): readonly string[] {
    return this.pins.of(this.me).added ?? [];
  }

  async seenOwnAdded(): Promise<void> {
    await this.pins.change(this.me, (pin) => (pin.added?.length ? { ...pin, added: [] } : pin));
  }

  /** Forgets one's own list, which is begun anew: what was sealed before can still be read. */
  async restartOwn(): Promise<void> {
    await this.pins.change(this.me, (pin) => replaced(pin, [], Date.now()));
  }

  /** Trusts the list that this browser has begun with a link, and no other. */
  async beginOwn(link: string): Promise<void> {
    await this.pins.change(this.me, (pin) =>
      pin.links[0] === link ? pin : replaced(pin, [link], Date.now()),
    );
  }

  /**
   * Trusts one's own list as it goes on; {@return whether it does} What others added is to be told.
   *
   * @param byMe whether the last link is this browser's own
   */
  async goOnOwn(chain: Chain, byMe = false): Promise<boolean> {
    let fits = false;
    await this.pins.change(this.me, (pin) => {
      fits = goesOn(pin.links, chain.links);
      if (!fits || pin.links.length === chain.links.length) return pin;
      const names = byMe || pin.links.length === 0 ? [] : addedBehind(chain, pin.links.length);
      return { ...pin, links: chain.links, added: [...(pin.added ?? []), ...names] };
    });
    return fits;
  }

  /** {@return what is known of another's devices, at most a minute old, or asked for now} */
  peer(user: string, anew = false): Promise<Peer> {
    return this.#peer(user, anew ? -1 : FRESH);
  }

  #peer(user: string, oldest: number): Promise<Peer> {
    const known = this.#fetched.get(user);
    if (known) {
      const limit = known.state === 'failed' ? Math.min(JUST_NOW, oldest) : oldest;
      if (known.state === 'asked' || Date.now() - known.at <= limit) return known.peer;
    }
    const fetched: Fetched = { at: Date.now(), state: 'asked', peer: this.#fetch(user) };
    this.#fetched.set(user, fetched);
    const settle = (state: Fetched['state']) => () => {
      fetched.state = state;
    };
    fetched.peer.then(settle('known'), settle('failed'));
    return fetched.peer;
  }

  /** Trusts a list that its reader was shown, whoever linked its devices; what the server says by now counts not. */
  async accept(user: string, shown: Chain): Promise<void> {
    await this.pins.change(user, (pin) =>
      isSame(pin.links, shown.links) ? pin : replaced(pin, shown.links, Date.now()),
    );
    this.#fetched.delete(user);
  }

  /** {@return whether texts for this person were encrypted when this browser last looked} */
  wasEncrypted(user: string): boolean {
    return this.pins.of(user).encrypted;
  }

  async setEncrypted(user: string, encrypted: boolean): Promise<void> {
    // What is kept counts, not what this tab remembers.
    await this.pins.change(user, (pin) =>
      pin.encrypted === encrypted ? pin : { ...pin, encrypted },
    );
  }

  /** The list that has the device: a trusted one, or one that was trusted then. */
  async senderOf(
    sealed: string,
    account: string,
    refreshOwn: () => Promise<unknown>,
  ): Promise<Chain> {
    const device = claimedDevice(sealed);
    const known = await this.#knownWith(account, device);
    if (known) return known;
    if (account === this.me) await refreshOwn();
    else await this.#peer(account, JUST_NOW);
    return (await this.#knownWith(account, device)) ?? empty(account);
  }

  async #knownWith(account: string, device: string | undefined): Promise<Chain | undefined> {
    const pin = this.pins.of(account);
    const lists = [{ links: pin.links, until: Number.POSITIVE_INFINITY }, ...pin.past];
    for (const { links, until } of lists) {
      if (links.length === 0) continue;
      const chain = await this.read(account, links);
      if (chain.devices.some((each) => each.id === device)) return endedAt(chain, until);
    }
    return undefined;
  }

  async #fetch(user: string, again = false): Promise<Peer> {
    const before = this.trusted(user);
    const { links } = await this.link.ask('devices', { user });
    if (links.length === 0 && this.trusted(user).length === 0) return { kind: 'none' };
    let chain: Chain;
    try {
      chain = await this.read(user, links);
    } catch {
      return { kind: 'changed', chain: undefined };
    }
    // What is trusted is read at the very end: another answer, or another tab, may have come first.
    let held: readonly string[] = [];
    await this.pins.change(user, (pin) => {
      held = pin.links;
      const isLonger = held.length < chain.links.length;
      return isLonger && goesOn(held, chain.links) ? { ...pin, links: chain.links } : pin;
    });
    if (goesOn(held, chain.links)) {
      this.#tellAdded(user, held, chain);
      return { kind: 'trusted', chain };
    }
    return again || isSame(before, held) ? { kind: 'changed', chain } : this.#fetch(user, true);
  }

  #tellAdded(user: string, held: readonly string[], chain: Chain): void {
    const names = held.length === 0 ? [] : addedBehind(chain, held.length);
    if (names.length > 0) this.listener.onDeviceAdded(user, names);
  }

  /** Follows a list from its first link; rejects with `BadChain` where it does not hold. */
  read(account: string, links: readonly string[]): Promise<Chain> {
    const key = `${account} ${links.length} ${links.at(-1)}`;
    const known = this.#chains.get(key);
    if (known) return known;
    const [oldest] = this.#chains.keys();
    if (oldest !== undefined && this.#chains.size >= MOST_CHAINS) this.#chains.delete(oldest);
    const chain = readChain(account, links);
    this.#chains.set(key, chain);
    chain.catch(() => this.#chains.delete(key));
    return chain;
  }
}

/** {@return what is believed once another list takes the place of the one that was} */
function replaced(pin: Pin, links: readonly string[], until: number): Pin {
  const past = pin.links.length === 0 ? pin.past : [{ links: pin.links, until }, ...pin.past];
  return { links, past: past.slice(0, MOST_PAST), encrypted: pin.encrypted };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && goesOn(one, other);
}

function endedAt(chain: Chain, until: number): Chain {
  if (until === Number.POSITIVE_INFINITY) return chain;
  const devices = chain.devices.map((device) => ({
    ...device,
    revokedAt: Math.min(device.revokedAt ?? until, until),
  }));
  return { ...chain, devices };
}

function empty(account: string): Chain {
  return { account, identity: new Uint8Array(32), devices: [], links: [] };
}
