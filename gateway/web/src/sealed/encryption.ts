import { signal } from '@preact/signals';
import { type ErrorCode, Refused } from '../protocol/frames';
import type { Link } from '../protocol/link';
import type { Keep } from '../store/database';
import { activeDevices } from './active';
import { type Bytes, toBase64Url } from './bytes';
import { addLink, type Chain, goesOn, type KnownDevice, revokeLink } from './chain';
import { open, type Place, type Problem, readers, seal, Unopened } from './envelope';
import type { SealedFile } from './file';
import { canSeal, type DeviceKeys, makeDeviceKeys } from './keys';
import { type Marks, Order } from './marks';
import { deviceCode, safetyNumber } from './numbers';
import { type Device, makeStatement, readStatement, readStatementText } from './statement';
import { type EncryptionListener, FRESH, type Peer, Trust } from './trust';

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

/** Where a text is to stand. */
type SealingPlace = Pick<Place, 'kind' | 'target'> & { clientId: string };

/** Keys of this browser for one account, whom it trusts, and what it seals and opens with them. */
export class Encryption {
  readonly own = signal<OwnState>({ kind: 'none', devices: 0 });
  readonly ownDevices = signal<readonly KnownDevice[]>([]);
  readonly waiting = signal<readonly Waiting[]>([]);
  #device: KeptDevice | undefined;
  #order = new Order({}, () => {});
  #ownAt = 0;
  /** One text is sealed after the other, so that their times rise in the order in which they leave. */
  #lastSealed: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly me: string,
    private readonly link: Link,
    private readonly keep: Keep,
    /** Whose devices are believed. */
    readonly trust: Trust,
  ) {}

  static async open(
    me: string,
    link: Link,
    keep: Keep,
    listener: EncryptionListener,
  ): Promise<Encryption> {
    const trust = await Trust.open(me, link, keep, listener);
    const encryption = new Encryption(me, link, keep, trust);
    encryption.#device = await keep.get<KeptDevice>(`device:${me}`);
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
    this.#ownAt = Date.now();
    const devices = await Promise.all(waiting.map((text) => readStatementText(text, this.me)));
    const known = devices.filter((device) => device !== undefined);
    this.waiting.value = await Promise.all(
      known.map(async (device) => ({ device, code: await deviceCode(device) })),
    );
    const chain = links.length > 0 ? await this.trust.read(this.me, links) : undefined;
    this.ownDevices.value = chain ? activeDevices(chain) : [];
    if (!this.#device) return this.#set({ kind: 'none', devices: this.ownDevices.value.length });
    return this.#set(await this.#standing(this.#device, chain));
  }

  async #standing(device: KeptDevice, chain: Chain | undefined): Promise<OwnState> {
    if (!goesOn([...this.trust.trusted(this.me)], chain?.links ?? []))
      return { kind: 'excluded', restarted: true };
    const linked = chain?.devices.find((each) => each.id === device.id);
    if (chain && linked && linked.revokedAt === undefined) {
      await this.trust.pin(this.me, chain.links);
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
    await this.#linkFirst(device, true);
    await this.trust.restartOwn();
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

  /** {@return the number for exactly the list that was met} Nothing where one side has none. */
  async safetyNumber(peer: Peer): Promise<string | undefined> {
    const hasOwn = this.trust.trusted(this.me).length > 0;
    if (peer.kind === 'none' || !peer.chain || !hasOwn) return undefined;
    return safetyNumber(await this.trust.own(), peer.chain);
  }

  /** Seals a text to all devices of both; rejects with {@link Refused} where that cannot be. */
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
    const device = await this.#ready();
    const peer = user === this.me ? undefined : await this.trust.peer(user);
    if (peer?.kind === 'none') throw refused('peer_without_keys');
    if (peer?.kind === 'changed') throw refused('key_changed');
    const own = await this.trust.own();
    const to = readers(own, peer?.chain);
    if (peer && activeDevices(peer.chain).length === 0) throw refused('peer_without_keys');
    device.lastTime = Math.max(device.lastTime + 1, Date.now());
    await this.keep.set(`device:${this.me}`, device);
    await this.trust.setEncrypted(user, true);
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
  ): Promise<{ text: string; file?: SealedFile } | { problem: Problem | 'no_keys' }> {
    const device = this.#device;
    if (!device) return { problem: 'no_keys' };
    try {
      const refresh = () => this.refreshOwn();
      const sender = await this.trust.senderOf(sealed, place.sender, refresh);
      const whole = { ...place, conversation: wireId(this.me, user) };
      const { context, ...said } = await open(sealed, whole, sender, [device, ...device.former]);
      if (seq !== undefined) this.#order.check(context, seq);
      return said;
    } catch (error) {
      if (error instanceof Unopened) return { problem: error.problem };
      return { problem: 'unknown_device' };
    }
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
    const chain = await this.trust.own();
    return { chain, signer: { id: device.id, key: device.keys.signing.privateKey } };
  }

  async #ready(): Promise<KeptDevice> {
    const isOld = Date.now() - this.#ownAt > FRESH;
    if (this.#device && (isOld || this.own.value.kind !== 'active')) await this.refreshOwn();
    if (!this.#device || this.own.value.kind !== 'active') throw refused('no_keys');
    return this.#device;
  }

  #set(own: OwnState): OwnState {
    this.own.value = own;
    return own;
  }
}

/** {@return the direct conversation of two as the server spells it} */
export function wireId(one: string, other: string): string {
  return one <= other ? `@${one}+${other}` : `@${other}+${one}`;
}

function refused(code: ErrorCode): Refused {
  return new Refused(code, code);
}
