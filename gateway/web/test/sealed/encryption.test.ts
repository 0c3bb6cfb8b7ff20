// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Encryption, wireId } from '../../src/sealed/encryption';
import { memoryKeep } from '../disk';
import { changed, MESSAGE, People, read } from './people';

describe('encryption with a server that is not to be trusted', () => {
  let people: People;

  const numberWith = async (one: Encryption, user: string) =>
    one.safetyNumber(await one.trust.peer(user));

  beforeEach(() => {
    people = new People();
  });

  it('seals to both, and opens on both sides', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    const sealed = await people.sealFor(alice, 'bob', 'hi');
    expect(await read(bob, 'alice', sealed)).toEqual({ text: 'hi' });
    expect(await read(alice, 'bob', sealed, 'alice')).toEqual({ text: 'hi' });
    expect(await numberWith(alice, 'bob')).toBe(await numberWith(bob, 'alice'));
  });

  it('says what a file is and what opens it', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    const [sha256, key] = ['0f'.repeat(32), 'A'.repeat(43)];
    const file = { name: 'cat.png', size: 5, sha256, key };
    const sealed = await alice.seal('bob', '', { ...MESSAGE, clientId: 'f' }, file);
    expect(await read(bob, 'alice', sealed)).toEqual({ text: '', file });
  });

  it('gives texts that are sealed at one time the order in which they are ready', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    const ready: string[] = [];
    await Promise.all(
      ['x'.repeat(4_000), 'short', 'y'.repeat(2_000)].map((text) =>
        people.sealFor(alice, 'bob', text).then((sealed) => ready.push(sealed)),
      ),
    );
    for (const [index, sealed] of ready.entries())
      expect(await read(bob, 'alice', sealed, 'alice', index + 1)).toHaveProperty('text');
  });

  it('sends nothing to keys that the server exchanged, until one says yes', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    const before = await people.sealFor(bob, 'alice', 'from the old one');
    await people.sealFor(alice, 'bob', 'hi');
    const number = await numberWith(alice, 'bob');
    people.directory.lists.delete('bob');
    const mallory = await people.withKeys('bob', 'mallory');

    expect((await alice.trust.peer('bob', true)).kind).toBe('changed');
    await expect(people.sealFor(alice, 'bob', 'secret')).rejects.toMatchObject({
      code: 'key_changed',
    });
    const forged = await people.sealFor(mallory, 'alice', 'I am bob');
    expect(await read(alice, 'bob', forged)).toEqual({ problem: 'unknown_device' });

    await alice.trust.accept('bob', await changed(alice, 'bob'));
    const sealed = await people.sealFor(alice, 'bob', 'hi again');
    expect(await read(mallory, 'alice', sealed)).toEqual({ text: 'hi again' });
    expect(await read(bob, 'alice', sealed)).toEqual({ problem: 'not_for_this_device' });
    expect(await numberWith(alice, 'bob')).not.toBe(number);
    expect(await read(alice, 'bob', before, 'bob', 1)).toEqual({ text: 'from the old one' });
  });

  it('trusts what was shown, not what the server says once one has said yes', async () => {
    const [alice] = [await people.withKeys('alice'), await people.withKeys('bob')];
    await people.sealFor(alice, 'bob', 'hi');
    people.directory.lists.delete('bob');
    const bob = await people.withKeys('bob', 'new one');
    const shown = await changed(alice, 'bob');
    const number = await numberWith(alice, 'bob');
    people.directory.lists.delete('bob');
    await people.withKeys('bob', 'mallory');

    await alice.trust.accept('bob', shown);
    expect(alice.trust.trusted('bob')).toEqual(shown.links);
    expect(number).toBe(await numberWith(bob, 'alice'));
    await expect(people.sealFor(alice, 'bob', 'secret')).rejects.toMatchObject({
      code: 'key_changed',
    });
  });

  it('knows nobody by a name that every object has', async () => {
    const [alice] = [await people.withKeys('alice'), await people.withKeys('constructor')];
    await people.sealFor(alice, 'constructor', 'hi');
    expect(alice.trust.wasEncrypted('constructor')).toBe(true);
  });

  it('does not believe a list that lost a link, or that is gone', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    const phone = await people.withKeys('bob', 'phone');
    await people.add(bob);
    expect((await phone.own.refresh()).kind).toBe('active');
    await people.sealFor(alice, 'bob', 'hi');
    const links = people.directory.lists.get('bob') ?? [];

    for (const less of [links.slice(0, 1), []]) {
      people.directory.lists.set('bob', less);
      expect((await alice.trust.peer('bob', true)).kind).toBe('changed');
    }
  });

  it('takes a device that a trusted one linked, and says so', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    await people.sealFor(alice, 'bob', 'hi');
    const phone = await people.withKeys('bob', 'phone');
    expect((await phone.own.refresh()).kind).toBe('waiting');
    await bob.own.refresh();
    const [asked] = bob.own.waiting.value;
    expect(phone.own.state.value).toEqual({ kind: 'waiting', code: asked?.code });
    if (asked) await bob.own.approve(asked.device);

    await alice.trust.peer('bob', true);
    const sealed = await people.sealFor(alice, 'bob', 'to both');
    expect(await read(bob, 'alice', sealed)).toEqual({ text: 'to both' });
    expect(await read(phone, 'alice', sealed)).toEqual({ text: 'to both' });
    expect(people.told).toEqual(['bob: phone']);
  });

  it('seals nothing to a device that was revoked', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    const phone = await people.withKeys('bob', 'phone');
    await people.add(bob);
    if (phone.own.deviceId) await bob.own.revoke(phone.own.deviceId);

    const sealed = await people.sealFor(alice, 'bob', 'not for the phone');
    expect(await read(phone, 'alice', sealed)).toEqual({ problem: 'not_for_this_device' });
    expect(await phone.own.refresh()).toEqual({ kind: 'excluded', restarted: false });
  });

  it('shows no text twice, in another order or in another conversation', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    await people.withKeys('carol');
    const one = await people.sealFor(alice, 'bob', 'one');
    const two = await people.sealFor(alice, 'bob', 'two');
    const toCarol = await people.sealFor(alice, 'carol', 'three');

    expect(await read(bob, 'alice', two, 'alice', 4)).toEqual({ text: 'two' });
    expect(await read(bob, 'alice', one, 'alice', 5)).toEqual({ problem: 'reordered' });
    expect(await read(bob, 'alice', two, 'alice', 6)).toEqual({ problem: 'replayed' });
    expect(await read(bob, 'alice', toCarol, 'alice', 7)).toEqual({
      problem: 'wrong_conversation',
    });
    expect(await read(bob, 'alice', one, 'bob', 8)).toEqual({ problem: 'unknown_device' });
  });

  it('tells that somebody else began the list anew', async () => {
    const kept = memoryKeep();
    const alice = await people.here('alice', kept);
    await alice.own.makeKeys('laptop');
    await (await people.here('alice')).own.startOver('mallory');
    expect(await alice.own.refresh()).toEqual({ kind: 'excluded', restarted: true });
    const again = await people.here('alice', kept);
    expect(await again.own.refresh()).toEqual({ kind: 'excluded', restarted: true });
    await people.withKeys('bob');
    await expect(people.sealFor(again, 'bob', 'hi')).rejects.toMatchObject({ code: 'no_keys' });
  });

  it('remembers with whom it was encrypted', async () => {
    const [alice] = [await people.withKeys('alice'), await people.withKeys('bob')];
    expect(alice.trust.wasEncrypted('bob')).toBe(false);
    await people.sealFor(alice, 'bob', 'hi');
    expect(alice.trust.wasEncrypted('bob')).toBe(true);
    expect(wireId('bob', 'alice')).toBe('@alice+bob');
  });

  it('asks for its own list once in a while, however many texts of an unknown device come', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    await people.sealFor(alice, 'bob', 'hi');
    const stranger = await Encryption.open(
      'alice',
      people.directory.linkOf('nobody'),
      memoryKeep(),
      {
        onDeviceAdded: () => {},
      },
    );
    await stranger.own.makeKeys('mallory');
    const forged = await people.sealFor(stranger, 'bob', 'mine');
    vi.useFakeTimers({ now: Date.now() + 10_000, toFake: ['Date'] });
    try {
      for (const [reader, user] of [
        [alice, 'bob'],
        [bob, 'alice'],
      ] as const) {
        people.directory.asked.length = 0;
        for (let i = 0; i < 5; i++)
          expect(await read(reader, user, forged, 'alice')).toEqual({ problem: 'unknown_device' });
        expect(people.directory.asked).toHaveLength(1);
        vi.setSystemTime(Date.now() + 5_001);
        await read(reader, user, forged, 'alice');
        expect(people.directory.asked).toHaveLength(2);
        people.directory.isDown = true;
        vi.setSystemTime(Date.now() + 5_001);
        for (let i = 0; i < 5; i++)
          expect(await read(reader, user, forged, 'alice')).toEqual({ problem: 'unreachable' });
        expect(people.directory.asked).toHaveLength(3);
        people.directory.isDown = false;
      }
    } finally {
      vi.useRealTimers();
    }
  });
});
