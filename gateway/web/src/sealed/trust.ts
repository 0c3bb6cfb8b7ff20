import { signal } from '@preact/signals';
import type { Link } from '../protocol/link';
import type { Keep } from '../store/database';
import { activeDevices } from './active';
import { type Chain, goesOn, readChain } from './chain';
import { claimedDevice } from './envelope';

/** Age at which a list of devices is asked for again, in milliseconds. */
export const FRESH = 60_000;

/** What is known of another's devices. Only to `trusted` ones anything is written. */
export type Peer =
  | { kind: 'none' }
  | { kind: 'trusted'; chain: Chain }
  /** The list is not the one that was trusted, nor does it go on from it. */
  | { kind: 'changed'; chain: Chain | undefined };

interface Pin {
  links: string[];
  /** Lists that were trusted before, and until when: what came by then can still be read. */
  past: { links: string[]; until: number }[];
  /** Whether texts for this person were encrypted when this browser last looked. */
  encrypted: boolean;
}

export interface EncryptionListener {
  /** Somebody one writes with has another device, linked by one that was trusted. */
  onDeviceAdded(user: string, names: string[]): void;
}

/** Whose devices are believed: the lists that were trusted before, and what comes of new ones. */
export class Trust {
  /** Goes up when somebody's trust changes. */
  readonly revision = signal(0);
  readonly #fetched = new Map<string, { at: number; peer: Promise<Peer> }>();
  readonly #chains = new Map<string, Promise<Chain>>();

  private constructor(
    private readonly me: string,
    private readonly link: Link,
    private readonly keep: Keep,
    private readonly listener: EncryptionListener,
    private readonly pins: Record<string, Pin>,
  ) {}

  static async open(
    me: string,
    link: Link,
    keep: Keep,
    listener: EncryptionListener,
  ): Promise<Trust> {
    const kept = (await keep.get<Record<string, Pin>>(`pins:${me}`)) ?? {};
    // Somebody may be called `constructor`.
    const pins = Object.assign(Object.create(null) as Record<string, Pin>, kept);
    return new Trust(me, link, keep, listener, pins);
  }

  /** {@return the list of an account as it is trusted now; empty where none is} */
  trusted(account: string): readonly string[] {
    return this.pins[account]?.links ?? [];
  }

  /** {@return one's own list as it is trusted now} Rejects where there is none. */
  own(): Promise<Chain> {
    return this.read(this.me, [...this.trusted(this.me)]);
  }

  /** Forgets one's own list, which is begun anew: what was sealed before can still be read. */
  async restartOwn(): Promise<void> {
    const past = pastOf(this.pins[this.me]);
    await this.#keepPin(this.me, { links: [], past, encrypted: false });
  }

  /** {@return what is known of another's devices, at most a minute old} */
  peer(user: string, anew = false): Promise<Peer> {
    const fetched = this.#fetched.get(user);
    if (fetched && !anew && Date.now() - fetched.at < FRESH) return fetched.peer;
    const peer = this.#fetch(user);
    this.#fetched.set(user, { at: Date.now(), peer });
    peer.catch(() => this.#fetched.delete(user));
    return peer;
  }

  /** Trusts a list that its reader was shown, whoever linked its devices; what the server says by now counts not. */
  async accept(user: string, shown: Chain): Promise<void> {
    const pin = this.pins[user];
    await this.#keepPin(user, {
      links: shown.links,
      past: pastOf(pin),
      encrypted: pin?.encrypted ?? false,
    });
    this.#fetched.delete(user);
    this.revision.value++;
  }

  /** {@return whether texts for this person were encrypted when this browser last looked} */
  wasEncrypted(user: string): boolean {
    return this.pins[user]?.encrypted ?? false;
  }

  async setEncrypted(user: string, encrypted: boolean): Promise<void> {
    const pin = this.pins[user];
    if ((pin?.encrypted ?? false) === encrypted) return;
    await this.#keepPin(user, { links: [], past: [], ...pin, encrypted });
    this.revision.value++;
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
    else await this.peer(account, this.#isStale(account));
    return (await this.#knownWith(account, device)) ?? empty(account);
  }

  #isStale(account: string): boolean {
    const fetched = this.#fetched.get(account);
    return !fetched || Date.now() - fetched.at > 5_000;
  }

  async #knownWith(account: string, device: string | undefined): Promise<Chain | undefined> {
    const pin = this.pins[account];
    if (!pin) return undefined;
    const lists = [{ links: pin.links, until: Number.POSITIVE_INFINITY }, ...pin.past];
    for (const { links, until } of lists) {
      if (links.length === 0) continue;
      const chain = await this.read(account, links);
      if (chain.devices.some((each) => each.id === device)) return endedAt(chain, until);
    }
    return undefined;
  }

  async #fetch(user: string): Promise<Peer> {
    const { links } = await this.link.ask('devices', { user });
    if (links.length === 0 && !this.pins[user]?.links.length) return { kind: 'none' };
    let chain: Chain;
    try {
      chain = await this.read(user, links);
    } catch {
      return { kind: 'changed', chain: undefined };
    }
    // What is trusted is read at the very end: another answer may have come while this one was checked.
    const pinned = this.pins[user]?.links ?? [];
    if (!goesOn(pinned, chain.links)) return { kind: 'changed', chain };
    if (pinned.length > 0 && chain.links.length > pinned.length)
      this.#tellAdded(user, pinned, chain);
    await this.pin(user, chain.links);
    return { kind: 'trusted', chain };
  }

  #tellAdded(user: string, pinned: string[], chain: Chain): void {
    void this.read(user, pinned).then((before) => {
      const known = new Set(before.devices.map((device) => device.id));
      const added = activeDevices(chain).filter((device) => !known.has(device.id));
      if (added.length > 0)
        this.listener.onDeviceAdded(
          user,
          added.map((device) => device.name),
        );
    });
  }

  /** Follows a list from its first link; rejects with `BadChain` where it does not hold. */
  read(account: string, links: string[]): Promise<Chain> {
    const key = `${account} ${links.length} ${links.at(-1)}`;
    const known = this.#chains.get(key);
    if (known) return known;
    const chain = readChain(account, links);
    this.#chains.set(key, chain);
    chain.catch(() => this.#chains.delete(key));
    return chain;
  }

  /** Trusts a list that goes on from the one that was trusted. */
  async pin(user: string, links: string[]): Promise<void> {
    const pin = this.pins[user];
    if (pin && pin.links.length === links.length) return;
    await this.#keepPin(user, { past: [], encrypted: false, ...pin, links });
  }

  async #keepPin(user: string, pin: Pin): Promise<void> {
    this.pins[user] = pin;
    await this.keep.set(`pins:${this.me}`, this.pins);
  }
}

function pastOf(pin: Pin | undefined): Pin['past'] {
  if (!pin || pin.links.length === 0) return pin?.past ?? [];
  return [{ links: pin.links, until: Date.now() }, ...pin.past];
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
