import { signal } from '@preact/signals';
import { type ErrorCode, Refused } from '../protocol/frames';
import type { Link } from '../protocol/link';
import type { Keep } from '../store/database';
import { activeDevices } from './active';
import { type Bytes, toBase64Url } from './bytes';
import { addLink, type Chain, goesOn, type KnownDevice, readChain, revokeLink } from './chain';
import { claimedDevice, open, type Place, type Problem, readers, seal, Unopened } from './envelope';
import { canSeal, type DeviceKeys, makeDeviceKeys } from './keys';
import { type Marks, Order } from './marks';
import { deviceCode, safetyNumber } from './numbers';
import { type Device, makeStatement, readStatement, readStatementText } from './statement';

/** How this browser stands to the account's list of devices. */
export type OwnState =
  | { kind: 'unsupported' }
  /** No keys here. `devices` says whether the account has some elsewhere. */
  | { kind: 'none'; devices: number }
  /** Keys are here, and another device has not linked them yet. */
  | { kind: 'waiting'; code: string }
  | { kind: 'active' }
  /** Keys are here, and were revoked, or the list was begun anew elsewhere. */
  | { kind: 'excluded'; restarted: boolean };

/** What is known of another's devices. Only to `trusted` ones anything is written. */
export type Peer =
  | { kind: 'none' }
  | { kind: 'trusted'; chain: Chain }
  /** The list is not the one that was trusted, nor does it go on from it. */
  | { kind: 'changed'; chain: Chain | undefined };

export interface Waiting {
  device: Device;
  code: string;
}

interface KeptDevice {
  id: string;
  statement: Bytes;
  keys: DeviceKeys;
  lastTime: number;
  /** Keys that this browser had before it started over: they still open what was sealed to them. */
  former: { id: string; keys: DeviceKeys }[];
}

interface Pin {
  links: string[];
  /** Lists that were trusted before, and until when: what came by then can still be read. */
  past: { links: string[]; until: number }[];
  /** Whether texts for this person were encrypted when this browser last looked. */
  encrypted: boolean;
}

const FRESH = 60_000;

export interface EncryptionListener {
  /** Somebody one writes with has another device, linked by one that was trusted. */
  onDeviceAdded(user: string, names: string[]): void;
}

/** Keys of this browser for one account, whom it trusts, and what it seals and opens with them. */
export class Encryption {
  readonly own = signal<OwnState>({ kind: 'none', devices: 0 });
  readonly ownDevices = signal<readonly KnownDevice[]>([]);
  readonly waiting = signal<readonly Waiting[]>([]);
  /** Goes up when somebody's trust changes. */
  readonly revision = signal(0);
  #device: KeptDevice | undefined;
  #pins: Record<string, Pin> = {};
  #order = new Order({}, () => {});
  readonly #fetched = new Map<string, { at: number; peer: Promise<Peer> }>();
  readonly #chains = new Map<string, Promise<Chain>>();

  private constructor(
    private readonly me: string,
    private readonly link: Link,
    private readonly keep: Keep,
    private readonly listener: EncryptionListener,
  ) {}

  static async open(
    me: string,
    link: Link,
    keep: Keep,
    listener: EncryptionListener,
  ): Promise<Encryption> {
    const encryption = new Encryption(me, link, keep, listener);
    encryption.#device = await keep.get<KeptDevice>(`device:${me}`);
    encryption.#pins = (await keep.get<Record<string, Pin>>(`pins:${me}`)) ?? {};
    const marks = (await keep.get<Marks>(`marks:${me}`)) ?? {};
    encryption.#order = new Order(marks, () => void keep.set(`marks:${me}`, marks));
    return encryption;
  }

  get deviceId(): string | undefined {
    return this.#device?.id;
  }

  /** Fetches one's own list, and finds out how this browser stands to it. */
  async refreshOwn(): Promise<OwnState> {
    if (!this.#device && !(await canSeal())) return this.#set({ kind: 'unsupported' });
    const { links, waiting } = await this.link.ask('devices', {});
    const devices = await Promise.all(waiting.map((text) => readStatementText(text, this.me)));
    const known = devices.filter((device) => device !== undefined);
    this.waiting.value = await Promise.all(
      known.map(async (device) => ({ device, code: await deviceCode(device) })),
    );
    const chain = links.length > 0 ? await this.#read(this.me, links) : undefined;
    this.ownDevices.value = chain ? activeDevices(chain) : [];
    if (!this.#device) return this.#set({ kind: 'none', devices: this.ownDevices.value.length });
    return this.#set(await this.#standing(this.#device, chain));
  }

  async #standing(device: KeptDevice, chain: Chain | undefined): Promise<OwnState> {
    const pin = this.#pins[this.me];
    if (pin && pin.links.length > 0 && !goesOn(pin.links, chain?.links ?? []))
      return { kind: 'excluded', restarted: true };
    const linked = chain?.devices.find((each) => each.id === device.id);
    if (chain && linked && linked.revokedAt === undefined) {
      await this.#pin(this.me, chain.links);
      return { kind: 'active' };
    }
    if (linked) return { kind: 'excluded', restarted: false };
    const own = await readStatement(device.statement, this.me);
    return { kind: 'waiting', code: own ? await deviceCode(own) : '' };
  }

  /** Makes keys in this browser. The account's first device links itself; any other one waits. */
  async makeKeys(name: string): Promise<void> {
    const { links } = await this.link.ask('devices', {});
    const device = await this.#make(name);
    if (links.length === 0) await this.#linkFirst(device, false);
    else await this.link.ask('requestDevice', { statement: toBase64Url(device.statement) });
    await this.refreshOwn();
  }

  /** Begins a new list with new keys here: everybody is told that the identity changed. */
  async startOver(name: string): Promise<void> {
    const device = await this.#make(name);
    const pin = this.#pins[this.me];
    await this.#linkFirst(device, true);
    await this.#keepPin(this.me, { links: [], past: pastOf(pin), encrypted: false });
    await this.refreshOwn();
  }

  async approve(device: Device): Promise<void> {
    const { chain, signer } = await this.#mine();
    const link = await addLink(chain, this.me, Date.now(), device.bytes, signer);
    await this.link.ask('linkDevice', { link });
    await this.refreshOwn();
  }

  async revoke(device: string): Promise<void> {
    const { chain, signer } = await this.#mine();
    await this.link.ask('linkDevice', {
      link: await revokeLink(chain, Date.now(), device, signer),
    });
    await this.refreshOwn();
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

  /** Trusts the devices that somebody has now, whoever linked them. */
  async accept(user: string): Promise<void> {
    const peer = await this.peer(user, true);
    if (peer.kind !== 'changed' || !peer.chain) return;
    const pin = this.#pins[user];
    await this.#keepPin(user, {
      links: peer.chain.links,
      past: pastOf(pin),
      encrypted: pin?.encrypted ?? false,
    });
    this.#fetched.delete(user);
    this.revision.value++;
  }

  async safetyNumber(user: string): Promise<string | undefined> {
    const peer = await this.peer(user);
    const own = this.#pins[this.me]?.links ?? [];
    if (peer.kind === 'none' || !peer.chain || own.length === 0) return undefined;
    return safetyNumber(await this.#read(this.me, own), peer.chain);
  }

  /** {@return whether texts for this person were encrypted when this browser last looked} */
  wasEncrypted(user: string): boolean {
    return this.#pins[user]?.encrypted ?? false;
  }

  async setEncrypted(user: string, encrypted: boolean): Promise<void> {
    const pin = this.#pins[user];
    if ((pin?.encrypted ?? false) === encrypted) return;
    await this.#keepPin(user, { links: [], past: [], ...pin, encrypted });
    this.revision.value++;
  }

  /** Seals a text to all devices of both; rejects with {@link Refused} where that cannot be. */
  async seal(
    user: string,
    text: string,
    place: Pick<Place, 'kind' | 'target'> & { clientId: string },
  ): Promise<string> {
    const device = await this.#ready();
    const peer = user === this.me ? undefined : await this.peer(user);
    if (peer?.kind === 'none') throw refused('peer_without_keys');
    if (peer?.kind === 'changed') throw refused('key_changed');
    const own = await this.#read(this.me, this.#pins[this.me]?.links ?? []);
    const to = readers(own, peer?.chain);
    if (peer && activeDevices(peer.chain).length === 0) throw refused('peer_without_keys');
    device.lastTime = Math.max(device.lastTime + 1, Date.now());
    await this.keep.set(`device:${this.me}`, device);
    await this.setEncrypted(user, true);
    const context = {
      ...place,
      conversation: wireId(this.me, user),
      sender: this.me,
      device: device.id,
      time: device.lastTime,
    };
    return seal(text, context, device.keys, to);
  }

  /** Opens a text that stands in the conversation with `user`; `seq` is its number, where it is known. */
  async unseal(
    user: string,
    sealed: string,
    place: Omit<Place, 'conversation'>,
    seq: number | undefined,
  ): Promise<{ text: string } | { problem: Problem | 'no_keys' }> {
    const device = this.#device;
    if (!device) return { problem: 'no_keys' };
    try {
      const sender = await this.#senderOf(sealed, place.sender);
      const whole = { ...place, conversation: wireId(this.me, user) };
      const { text, context } = await open(sealed, whole, sender, [device, ...device.former]);
      if (seq !== undefined) this.#order.check(context, seq);
      return { text };
    } catch (error) {
      if (error instanceof Unopened) return { problem: error.problem };
      return { problem: 'unknown_device' };
    }
  }

  /** The list that has the device: a trusted one, or one that was trusted then. */
  async #senderOf(sealed: string, account: string): Promise<Chain> {
    const device = claimedDevice(sealed);
    const known = await this.#knownWith(account, device);
    if (known) return known;
    if (account === this.me) await this.refreshOwn();
    else await this.peer(account, this.#isStale(account));
    return (await this.#knownWith(account, device)) ?? empty(account);
  }

  #isStale(account: string): boolean {
    const fetched = this.#fetched.get(account);
    return !fetched || Date.now() - fetched.at > 5_000;
  }

  async #knownWith(account: string, device: string | undefined): Promise<Chain | undefined> {
    const pin = this.#pins[account];
    if (!pin) return undefined;
    const lists = [{ links: pin.links, until: Number.POSITIVE_INFINITY }, ...pin.past];
    for (const { links, until } of lists) {
      if (links.length === 0) continue;
      const chain = await this.#read(account, links);
      if (chain.devices.some((each) => each.id === device)) return endedAt(chain, until);
    }
    return undefined;
  }

  async #fetch(user: string): Promise<Peer> {
    const { links } = await this.link.ask('devices', { user });
    const pinned = this.#pins[user]?.links ?? [];
    if (links.length === 0 && pinned.length === 0) return { kind: 'none' };
    let chain: Chain;
    try {
      chain = await this.#read(user, links);
    } catch {
      return { kind: 'changed', chain: undefined };
    }
    if (!goesOn(pinned, links)) return { kind: 'changed', chain };
    if (pinned.length > 0 && links.length > pinned.length) this.#tellAdded(user, pinned, chain);
    await this.#pin(user, links);
    return { kind: 'trusted', chain };
  }

  #tellAdded(user: string, pinned: string[], chain: Chain): void {
    void this.#read(user, pinned).then((before) => {
      const known = new Set(before.devices.map((device) => device.id));
      const added = activeDevices(chain).filter((device) => !known.has(device.id));
      if (added.length > 0)
        this.listener.onDeviceAdded(
          user,
          added.map((device) => device.name),
        );
    });
  }

  #read(account: string, links: string[]): Promise<Chain> {
    const key = `${account} ${links.length} ${links.at(-1)}`;
    const known = this.#chains.get(key);
    if (known) return known;
    const chain = readChain(account, links);
    this.#chains.set(key, chain);
    chain.catch(() => this.#chains.delete(key));
    return chain;
  }

  async #make(name: string): Promise<KeptDevice> {
    const keys = await makeDeviceKeys();
    const statement = await makeStatement(this.me, name, Date.now(), keys);
    const read = await readStatement(statement, this.me);
    if (!read) throw refused('no_keys');
    const before = this.#device;
    const former = before ? [{ id: before.id, keys: before.keys }, ...before.former] : [];
    const device = { id: read.id, statement, keys, lastTime: before?.lastTime ?? 0, former };
    await this.keep.set(`device:${this.me}`, device);
    // A private window keeps nothing: keys that are gone tomorrow would lose what is written today.
    if ((await this.keep.get<KeptDevice>(`device:${this.me}`))?.id !== device.id)
      throw refused('no_keys');
    this.#device = device;
    return device;
  }

  async #linkFirst(device: KeptDevice, restart: boolean): Promise<void> {
    const signer = { id: device.id, key: device.keys.signing.privateKey };
    const link = await addLink(undefined, this.me, Date.now(), device.statement, signer);
    await this.link.ask('linkDevice', restart ? { link, restart } : { link });
  }

  async #mine() {
    const device = await this.#ready();
    const chain = await this.#read(this.me, this.#pins[this.me]?.links ?? []);
    return { chain, signer: { id: device.id, key: device.keys.signing.privateKey } };
  }

  async #ready(): Promise<KeptDevice> {
    if (this.#device && this.own.value.kind !== 'active') await this.refreshOwn();
    if (!this.#device || this.own.value.kind !== 'active') throw refused('no_keys');
    return this.#device;
  }

  async #pin(user: string, links: string[]): Promise<void> {
    const pin = this.#pins[user];
    if (pin && pin.links.length === links.length) return;
    await this.#keepPin(user, { past: [], encrypted: false, ...pin, links });
  }

  async #keepPin(user: string, pin: Pin): Promise<void> {
    this.#pins[user] = pin;
    await this.keep.set(`pins:${this.me}`, this.#pins);
  }

  #set(own: OwnState): OwnState {
    this.own.value = own;
    return own;
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

/** {@return the direct conversation of two as the server spells it} */
export function wireId(one: string, other: string): string {
  return one <= other ? `@${one}+${other}` : `@${other}+${one}`;
}

function refused(code: ErrorCode): Refused {
  return new Refused(code, code);
}
