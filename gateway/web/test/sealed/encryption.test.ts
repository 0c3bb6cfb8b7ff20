// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import type { Link } from '../../src/protocol/link';
import { Encryption, wireId } from '../../src/sealed/encryption';
import type { Keep } from '../../src/store/database';

/** A server that keeps lists of devices, and does with them what it likes. */
class Directory {
  readonly lists = new Map<string, string[]>();
  readonly waiting = new Map<string, string[]>();

  linkOf(me: string): Link {
    const ask = async (type: string, fields: Record<string, unknown>) => {
      const account = (fields.user as string | undefined) ?? me;
      if (type === 'devices')
        return {
          user: account,
          links: this.lists.get(account) ?? [],
          waiting: this.waiting.get(account) ?? [],
        };
      if (type === 'requestDevice')
        this.waiting.set(me, [...(this.waiting.get(me) ?? []), fields.statement as string]);
      if (type === 'linkDevice') {
        const before = fields.restart ? [] : (this.lists.get(me) ?? []);
        this.lists.set(me, [...before, fields.link as string]);
      }
      return {};
    };
    return { ask } as unknown as Link;
  }
}

function keep(): Keep {
  const values = new Map<string, unknown>();
  return {
    get: async <T>(key: string) => values.get(key) as T | undefined,
    set: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (key) => void values.delete(key),
  };
}

const MESSAGE = { kind: 'message', target: 0 } as const;

describe('encryption with a server that is not to be trusted', () => {
  let directory: Directory;
  let told: string[];
  let ids = 0;
  const here = (me: string, kept = keep()) =>
    Encryption.open(me, directory.linkOf(me), kept, {
      onDeviceAdded: (user, names) => told.push(`${user}: ${names.join()}`),
    });
  const withKeys = async (me: string, name = 'laptop') => {
    const encryption = await here(me);
    await encryption.makeKeys(name);
    return encryption;
  };
  const sealFor = (from: Encryption, user: string, text: string) =>
    from.seal(user, text, { ...MESSAGE, clientId: `c-${++ids}` });
  const read = (reader: Encryption, user: string, sealed: string, sender = user, seq = 1) =>
    reader.unseal(user, sealed, { ...MESSAGE, sender }, seq);

  beforeEach(() => {
    directory = new Directory();
    told = [];
  });

  it('seals to both, and opens on both sides', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    const sealed = await sealFor(alice, 'bob', 'hi');
    expect(await read(bob, 'alice', sealed)).toEqual({ text: 'hi' });
    expect(await read(alice, 'bob', sealed, 'alice')).toEqual({ text: 'hi' });
    expect(await alice.safetyNumber('bob')).toBe(await bob.safetyNumber('alice'));
  });

  it('sends nothing to keys that the server exchanged, until one says yes', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    const before = await sealFor(bob, 'alice', 'from the old one');
    await sealFor(alice, 'bob', 'hi');
    const number = await alice.safetyNumber('bob');
    directory.lists.delete('bob');
    const mallory = await withKeys('bob', 'mallory');

    expect((await alice.peer('bob', true)).kind).toBe('changed');
    await expect(sealFor(alice, 'bob', 'secret')).rejects.toMatchObject({ code: 'key_changed' });
    const forged = await sealFor(mallory, 'alice', 'I am bob');
    expect(await read(alice, 'bob', forged)).toEqual({ problem: 'unknown_device' });

    await alice.accept('bob');
    const sealed = await sealFor(alice, 'bob', 'hi again');
    expect(await read(mallory, 'alice', sealed)).toEqual({ text: 'hi again' });
    expect(await read(bob, 'alice', sealed)).toEqual({ problem: 'not_for_this_device' });
    expect(await alice.safetyNumber('bob')).not.toBe(number);
    expect(await read(alice, 'bob', before, 'bob', 1)).toEqual({ text: 'from the old one' });
  });

  it('does not believe a list that lost a link, or that is gone', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    const phone = await withKeys('bob', 'phone');
    await bob.refreshOwn();
    for (const { device } of bob.waiting.value) await bob.approve(device);
    expect((await phone.refreshOwn()).kind).toBe('active');
    await sealFor(alice, 'bob', 'hi');
    const links = directory.lists.get('bob') ?? [];

    for (const less of [links.slice(0, 1), []]) {
      directory.lists.set('bob', less);
      expect((await alice.peer('bob', true)).kind).toBe('changed');
    }
  });

  it('takes a device that a trusted one linked, and says so', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    await sealFor(alice, 'bob', 'hi');
    const phone = await withKeys('bob', 'phone');
    expect((await phone.refreshOwn()).kind).toBe('waiting');
    await bob.refreshOwn();
    const [asked] = bob.waiting.value;
    expect(phone.own.value).toEqual({ kind: 'waiting', code: asked?.code });
    if (asked) await bob.approve(asked.device);

    await alice.peer('bob', true);
    const sealed = await sealFor(alice, 'bob', 'to both');
    expect(await read(bob, 'alice', sealed)).toEqual({ text: 'to both' });
    expect(await read(phone, 'alice', sealed)).toEqual({ text: 'to both' });
    expect(told).toEqual(['bob: phone']);
  });

  it('seals nothing to a device that was revoked', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    const phone = await withKeys('bob', 'phone');
    await bob.refreshOwn();
    for (const { device } of bob.waiting.value) await bob.approve(device);
    if (phone.deviceId) await bob.revoke(phone.deviceId);

    const sealed = await sealFor(alice, 'bob', 'not for the phone');
    expect(await read(phone, 'alice', sealed)).toEqual({ problem: 'not_for_this_device' });
    expect(await phone.refreshOwn()).toEqual({ kind: 'excluded', restarted: false });
  });

  it('shows no text twice, in another order or in another conversation', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    await withKeys('carol');
    const one = await sealFor(alice, 'bob', 'one');
    const two = await sealFor(alice, 'bob', 'two');
    const toCarol = await sealFor(alice, 'carol', 'three');

    expect(await read(bob, 'alice', two, 'alice', 4)).toEqual({ text: 'two' });
    expect(await read(bob, 'alice', one, 'alice', 5)).toEqual({ problem: 'reordered' });
    expect(await read(bob, 'alice', two, 'alice', 6)).toEqual({ problem: 'replayed' });
    expect(await read(bob, 'alice', toCarol, 'alice', 7)).toEqual({
      problem: 'wrong_conversation',
    });
    expect(await read(bob, 'alice', one, 'bob', 8)).toEqual({ problem: 'unknown_device' });
  });

  it('tells that somebody else began the list anew', async () => {
    const kept = keep();
    const alice = await here('alice', kept);
    await alice.makeKeys('laptop');
    await (await here('alice')).startOver('mallory');
    expect(await alice.refreshOwn()).toEqual({ kind: 'excluded', restarted: true });
    const again = await here('alice', kept);
    expect(await again.refreshOwn()).toEqual({ kind: 'excluded', restarted: true });
    await withKeys('bob');
    await expect(sealFor(again, 'bob', 'hi')).rejects.toMatchObject({ code: 'no_keys' });
  });

  it('remembers with whom it was encrypted', async () => {
    const [alice] = [await withKeys('alice'), await withKeys('bob')];
    expect(alice.wasEncrypted('bob')).toBe(false);
    await sealFor(alice, 'bob', 'hi');
    expect(alice.wasEncrypted('bob')).toBe(true);
    expect(wireId('bob', 'alice')).toBe('@alice+bob');
  });
});
