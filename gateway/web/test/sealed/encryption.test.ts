// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import type { Chain } from '../../src/sealed/chain';
import { Encryption, wireId } from '../../src/sealed/encryption';
import { Directory, keep } from './directory';

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

  const numberWith = async (one: Encryption, user: string) =>
    one.safetyNumber(await one.trust.peer(user));
  const changed = async (one: Encryption, user: string): Promise<Chain> => {
    const peer = await one.trust.peer(user, true);
    if (peer.kind !== 'changed' || !peer.chain) throw new Error(`${user} is ${peer.kind}`);
    return peer.chain;
  };

  beforeEach(() => {
    directory = new Directory();
    told = [];
  });

  it('seals to both, and opens on both sides', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    const sealed = await sealFor(alice, 'bob', 'hi');
    expect(await read(bob, 'alice', sealed)).toEqual({ text: 'hi' });
    expect(await read(alice, 'bob', sealed, 'alice')).toEqual({ text: 'hi' });
    expect(await numberWith(alice, 'bob')).toBe(await numberWith(bob, 'alice'));
  });

  it('says what a file is and what opens it', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    const [sha256, key] = ['0f'.repeat(32), 'A'.repeat(43)];
    const file = { name: 'cat.png', size: 5, sha256, key };
    const sealed = await alice.seal('bob', '', { ...MESSAGE, clientId: 'f' }, file);
    expect(await read(bob, 'alice', sealed)).toEqual({ text: '', file });
  });

  it('gives texts that are sealed at one time the order in which they are ready', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    const ready: string[] = [];
    await Promise.all(
      ['x'.repeat(4_000), 'short', 'y'.repeat(2_000)].map((text) =>
        sealFor(alice, 'bob', text).then((sealed) => ready.push(sealed)),
      ),
    );
    for (const [index, sealed] of ready.entries())
      expect(await read(bob, 'alice', sealed, 'alice', index + 1)).toHaveProperty('text');
  });

  it('sends nothing to keys that the server exchanged, until one says yes', async () => {
    const [alice, bob] = [await withKeys('alice'), await withKeys('bob')];
    const before = await sealFor(bob, 'alice', 'from the old one');
    await sealFor(alice, 'bob', 'hi');
    const number = await numberWith(alice, 'bob');
    directory.lists.delete('bob');
    const mallory = await withKeys('bob', 'mallory');

    expect((await alice.trust.peer('bob', true)).kind).toBe('changed');
    await expect(sealFor(alice, 'bob', 'secret')).rejects.toMatchObject({ code: 'key_changed' });
    const forged = await sealFor(mallory, 'alice', 'I am bob');
    expect(await read(alice, 'bob', forged)).toEqual({ problem: 'unknown_device' });

    await alice.trust.accept('bob', await changed(alice, 'bob'));
    const sealed = await sealFor(alice, 'bob', 'hi again');
    expect(await read(mallory, 'alice', sealed)).toEqual({ text: 'hi again' });
    expect(await read(bob, 'alice', sealed)).toEqual({ problem: 'not_for_this_device' });
    expect(await numberWith(alice, 'bob')).not.toBe(number);
    expect(await read(alice, 'bob', before, 'bob', 1)).toEqual({ text: 'from the old one' });
  });

  it('trusts what was shown, not what the server says once one has said yes', async () => {
    const [alice] = [await withKeys('alice'), await withKeys('bob')];
    await sealFor(alice, 'bob', 'hi');
    directory.lists.delete('bob');
    const bob = await withKeys('bob', 'new one');
    const shown = await changed(alice, 'bob');
    const number = await numberWith(alice, 'bob');
    directory.lists.delete('bob');
    await withKeys('bob', 'mallory');

    await alice.trust.accept('bob', shown);
    expect(alice.trust.trusted('bob')).toEqual(shown.links);
    expect(number).toBe(await numberWith(bob, 'alice'));
    await expect(sealFor(alice, 'bob', 'secret')).rejects.toMatchObject({ code: 'key_changed' });
  });

  it('knows nobody by a name that every object has', async () => {
    const [alice] = [await withKeys('alice'), await withKeys('constructor')];
    await sealFor(alice, 'constructor', 'hi');
    expect(alice.trust.wasEncrypted('constructor')).toBe(true);
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
      expect((await alice.trust.peer('bob', true)).kind).toBe('changed');
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

    await alice.trust.peer('bob', true);
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
    expect(alice.trust.wasEncrypted('bob')).toBe(false);
    await sealFor(alice, 'bob', 'hi');
    expect(alice.trust.wasEncrypted('bob')).toBe(true);
    expect(wireId('bob', 'alice')).toBe('@alice+bob');
  });
});
