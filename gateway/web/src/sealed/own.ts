import { signal } from '@preact/signals';
import type { Link } from '../protocol/link';
import { activeDevices } from './active';
import { toBase64Url } from './bytes';
import { addLink, type Chain, goesOn, type KnownDevice, readChain, revokeLink } from './chain';
import { type Held, type KeptDevice, refused } from './held';
import { canSeal } from './keys';
import { deviceCode } from './numbers';
import { type Device, readStatement, readStatementText } from './statement';
import { FRESH, JUST_NOW, type Trust } from './trust';
import { inTurn } from './turns';

/** More than the server lets wait. */
const MOST_WAITING = 8;

/** How this browser stands to the account's list of devices. */
export type OwnState =
  | { kind: 'unsupported' }
  /** No keys here. `devices` says how many the account has elsewhere. */
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

/** The devices of one's own account, this browser among them. */
export class OwnDevices {
  readonly state = signal<OwnState>({ kind: 'none', devices: 0 });
  readonly devices = signal<readonly KnownDevice[]>([]);
  readonly waiting = signal<readonly Waiting[]>([]);
  #latest: { at: number; state: Promise<OwnState> } | undefined;
  #looks = 0;
  /** The device that the state is of. */
  #judged: string | undefined;

  constructor(
    private readonly me: string,
    private readonly link: Link,
    private readonly held: Held,
    private readonly trust: Trust,
  ) {}

  get deviceId(): string | undefined {
    return this.held.device?.id;
  }

  /** Fetches one's own list, and finds out how this browser stands to it. */
  refresh(): Promise<OwnState> {
    const state = this.#look();
    this.#latest = { at: Date.now(), state };
    state.catch(() => {});
    return state;
  }

  /** The same, at most every 5 s: for when something unknown was met, which may come often. */
  refreshOfNow(): Promise<OwnState> {
    const isOld = !this.#latest || Date.now() - this.#latest.at > JUST_NOW;
    return isOld || !this.#latest ? this.refresh() : this.#latest.state;
  }

  /** {@return this device} Rejects with `no_keys` unless it may seal. */
  async ready(): Promise<KeptDevice> {
    const device = await this.held.reload();
    if (!device) throw refused('no_keys');
    const isOld = !this.#latest || Date.now() - this.#latest.at > FRESH;
    const isKnown = this.#judged === device.id && this.state.value.kind === 'active';
    if (isOld || !isKnown) await this.refresh();
    if (this.#judged !== device.id || this.state.value.kind !== 'active') throw refused('no_keys');
    return device;
  }

  /** Makes keys in this browser. The account's first device links itself; any other one waits. */
  async makeKeys(name: string): Promise<void> {
    await this.#inTurn(async () => {
      await this.#ask();
      if (!(await this.held.reload())) await this.held.make(name);
      await this.#present();
    });
  }

  /** Looks how it stands; a request that got lost is made again. */
  async lookAgain(): Promise<void> {
    if ((await this.refresh()).kind !== 'waiting') return;
    await this.#inTurn(() => this.#present());
  }

  /** The way back for a device that was left out: with new keys, for a list adds a device but once. */
  async askToBeAdded(name: string): Promise<void> {
    await this.#replacing(async () => {
      // Where nobody is left to add it, it would begin a list of its own.
      if ((await this.#ask()).links.length === 0) throw refused('bad_device');
      await this.held.make(name);
      const { state } = this;
      if (state.value.kind === 'excluded' && state.value.restarted) await this.trust.restartOwn();
      await this.#present();
    });
  }

  /** Begins a new list with new keys here: everybody is told that the identity changed. */
  async startOver(name: string): Promise<void> {
    await this.#replacing(async () => {
      await this.held.make(name);
      await this.#linkFirst(true);
    });
  }

  async approve(device: Device): Promise<void> {
    await this.#append((chain, { id, keys }) =>
      addLink(chain, this.me, Date.now(), device.bytes, { id, key: keys.signing.privateKey }),
    );
  }

  async revoke(device: string): Promise<void> {
    await this.#append((chain, { id, keys }) =>
      revokeLink(chain, Date.now(), device, { id, key: keys.signing.privateKey }),
    );
  }

  async #append(make: (chain: Chain, by: KeptDevice) => Promise<string>): Promise<void> {
    const device = await this.ready();
    const chain = await this.trust.own();
    const link = await make(chain, device);
    await this.link.ask('linkDevice', { link });
    // What one adds oneself is no news.
    await this.trust.goOnOwn(await readChain(this.me, [...chain.links, link]), true);
    await this.refresh();
  }

  /** Another tab may be about to do the same. */
  async #inTurn(action: () => Promise<void>): Promise<void> {
    await inTurn(`parley-keys:${this.me}`, action);
    await this.refresh();
  }

  /** Keys that another tab has replaced meanwhile are not replaced again. */
  async #replacing(action: () => Promise<void>): Promise<void> {
    const before = this.deviceId;
    await this.#inTurn(async () => {
      await this.held.reload();
      if (this.deviceId === before) await action();
    });
  }

  /** Makes this device known, unless it is: to the other devices, or as the first of the account. */
  async #present(): Promise<void> {
    const { device } = this.held;
    if (!device) throw refused('no_keys');
    const { links, waiting } = await this.#ask();
    const statement = toBase64Url(device.statement);
    const isNew = this.trust.trusted(this.me).length === 0 && device.former.length === 0;
    if (device.begun !== undefined || (links.length === 0 && isNew))
      await this.#linkFirst(device.former.length > 0);
    else if (!waiting.includes(statement)) await this.link.ask('requestDevice', { statement });
  }

  /** Kept before it is sent: the server may have it, and say that it has not, or has another one. */
  async #linkFirst(restart: boolean): Promise<void> {
    const { device } = this.held;
    if (!device) throw refused('no_keys');
    const signer = { id: device.id, key: device.keys.signing.privateKey };
    const made = await addLink(undefined, this.me, Date.now(), device.statement, signer);
    const link = await this.held.begin(made);
    await this.link.ask('linkDevice', restart ? { link, restart } : { link });
    await this.#onBegun(link);
  }

  async #onBegun(link: string): Promise<void> {
    await this.trust.beginOwn(link);
    await this.held.onBegun();
  }

  #ask() {
    return this.link.ask('devices', {});
  }

  async #look(again = false): Promise<OwnState> {
    if (!this.held.device && !(await canSeal())) return this.#set({ kind: 'unsupported' });
    const look = ++this.#looks;
    const before = this.trust.trusted(this.me);
    const { links, waiting } = await this.#ask();
    const waits = await this.#read(waiting);
    // One that does not hold is none; what was trusted does not go on in it.
    const chain = await this.trust.read(this.me, links).catch(() => undefined);
    const { device } = this.held;
    const devices = chain ? activeDevices(chain) : [];
    const state: OwnState = device
      ? await this.#standing(device, chain)
      : { kind: 'none', devices: devices.length };
    // The answer may be older than what is trusted by now, here or in another tab.
    const isStale = state.kind === 'excluded' && before !== this.trust.trusted(this.me);
    if (isStale && !again) return this.#look(true);
    // A later look has a later answer.
    if (look !== this.#looks) return this.state.value;
    this.waiting.value = waits;
    this.devices.value = devices;
    this.#judged = device?.id;
    return this.#set(state);
  }

  async #read(statements: string[]): Promise<Waiting[]> {
    const few = statements.slice(0, MOST_WAITING);
    const devices = await Promise.all(few.map((text) => readStatementText(text, this.me)));
    const known = devices.filter((device) => device !== undefined);
    return Promise.all(known.map(async (device) => ({ device, code: await deviceCode(device) })));
  }

  async #standing(device: KeptDevice, chain: Chain | undefined): Promise<OwnState> {
    const { begun } = device;
    // Whoever begins a list believes no other one, be it that this device is in it.
    if (begun !== undefined && chain?.links[0] === begun) await this.#onBegun(begun);
    if (!goesOn(this.trust.trusted(this.me), chain?.links ?? []))
      return { kind: 'excluded', restarted: true };
    if (begun !== undefined && chain?.links[0] !== begun) return this.#notBegun(device, chain);
    const linked = chain?.devices.find((each) => each.id === device.id);
    if (chain && linked && linked.revokedAt === undefined)
      return (await this.trust.goOnOwn(chain))
        ? { kind: 'active' }
        : { kind: 'excluded', restarted: true };
    return linked ? { kind: 'excluded', restarted: false } : this.#waits(device);
  }

  /** The server has not the list that was begun: it may be sent again, unless another one stands there. */
  #notBegun(device: KeptDevice, chain: Chain | undefined): Promise<OwnState> | OwnState {
    const isFormer = chain !== undefined && this.trust.trusted(this.me).length > 0;
    return chain === undefined || isFormer
      ? this.#waits(device)
      : { kind: 'excluded', restarted: true };
  }

  async #waits(device: KeptDevice): Promise<OwnState> {
    const own = await readStatement(device.statement, this.me);
    return { kind: 'waiting', code: own ? await deviceCode(own) : '' };
  }

  #set(own: OwnState): OwnState {
    this.state.value = own;
    return own;
  }
}
