import type { Chain } from '../../src/sealed/chain';
import { Encryption } from '../../src/sealed/encryption';
import type { Keep } from '../../src/store/database';
import { memoryKeep } from '../disk';
import { Directory } from './directory';

export const MESSAGE = { kind: 'message', target: 0 } as const;

/** People with devices, and a server that is not to be trusted. */
export class People {
  readonly directory = new Directory();
  /** Devices that came, as `bob: phone`. */
  readonly told: string[] = [];
  #ids = 0;

  here(me: string, kept: Keep = memoryKeep()): Promise<Encryption> {
    return Encryption.open(me, this.directory.linkOf(me), kept, {
      onDeviceAdded: (user, names) => this.told.push(`${user}: ${names.join()}`),
    });
  }

  async withKeys(me: string, name = 'laptop'): Promise<Encryption> {
    const encryption = await this.here(me);
    await encryption.own.makeKeys(name);
    return encryption;
  }

  /** Lets one device add those that wait. */
  async add(by: Encryption): Promise<void> {
    await by.own.refresh();
    for (const { device } of by.own.waiting.value) await by.own.approve(device);
    this.directory.waiting.clear();
  }

  sealFor(from: Encryption, user: string, text: string): Promise<string> {
    return from.seal(user, text, { ...MESSAGE, clientId: `c-${++this.#ids}` });
  }
}

export function read(reader: Encryption, user: string, sealed: string, sender = user, seq = 1) {
  return reader.unseal(user, sealed, { ...MESSAGE, sender }, seq);
}

/** {@return the list of somebody that is another one now} */
export async function changed(one: Encryption, user: string): Promise<Chain> {
  const peer = await one.trust.peer(user, true);
  if (peer.kind !== 'changed' || !peer.chain) throw new Error(`${user} is ${peer.kind}`);
  return peer.chain;
}
