// @vitest-environment node
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addLink } from '../../src/sealed/chain';
import type { Encryption } from '../../src/sealed/encryption';
import type { KeptDevice } from '../../src/sealed/held';
import { Disk } from '../disk';
import { AT, chainOf, device, signerOf } from './make';
import { People, read } from './people';

describe('a device of one’s own', () => {
  let people: People;

  beforeEach(() => {
    people = new People();
  });

  const added = async (by: Encryption, encryption: Encryption) => {
    await people.add(by);
    return encryption.own.refresh();
  };

  it('asks again where its request got lost', async () => {
    const alice = await people.withKeys('alice');
    const phone = await people.withKeys('alice', 'phone');
    people.directory.waiting.clear();
    await phone.own.lookAgain();
    expect(people.directory.waiting.get('alice')).toHaveLength(1);
    await phone.own.lookAgain();
    expect(people.directory.waiting.get('alice')).toHaveLength(1);
    expect(await added(alice, phone)).toEqual({ kind: 'active' });
  });

  it('begins the list where its first link got lost', async () => {
    const alice = await people.here('alice');
    people.directory.losesAnswers = true;
    await expect(alice.own.makeKeys('laptop')).rejects.toMatchObject({ code: 'unavailable' });
    people.directory.losesAnswers = false;
    expect(await alice.own.refresh()).toEqual({ kind: 'active' });

    const bob = await people.here('bob');
    people.directory.losesAnswers = true;
    await bob.own.makeKeys('laptop').catch(() => {});
    people.directory.losesAnswers = false;
    people.directory.lists.delete('bob');
    expect((await bob.own.refresh()).kind).toBe('waiting');
    await bob.own.lookAgain();
    expect(bob.own.state.value).toEqual({ kind: 'active' });
  });

  it('comes back with new keys after it was revoked, and still reads what was before', async () => {
    const [alice, bob] = [await people.withKeys('alice'), await people.withKeys('bob')];
    const phone = await people.withKeys('alice', 'phone');
    await added(alice, phone);
    const before = await people.sealFor(bob, 'alice', 'to both');
    if (phone.own.deviceId) await alice.own.revoke(phone.own.deviceId);
    expect(await phone.own.refresh()).toEqual({ kind: 'excluded', restarted: false });

    await phone.own.askToBeAdded('phone again');
    expect(phone.own.state.value.kind).toBe('waiting');
    expect(await added(alice, phone)).toEqual({ kind: 'active' });
    const sealed = await people.sealFor(phone, 'bob', 'back');
    await bob.trust.peer('alice', true);
    expect(await read(bob, 'alice', sealed)).toEqual({ text: 'back' });
    expect(await read(phone, 'bob', before, 'bob', 1)).toEqual({ text: 'to both' });
  });

  it('comes back after the list was begun anew elsewhere', async () => {
    const alice = await people.withKeys('alice');
    const other = await people.here('alice');
    await other.own.startOver('new laptop');
    expect(await alice.own.refresh()).toEqual({ kind: 'excluded', restarted: true });
    await alice.own.askToBeAdded('old laptop');
    expect(alice.own.state.value.kind).toBe('waiting');
    expect(await added(other, alice)).toEqual({ kind: 'active' });
    expect(alice.trust.trusted('alice')).toEqual(people.directory.lists.get('alice'));
  });

  it('asks nobody where nobody is left', async () => {
    const alice = await people.withKeys('alice');
    people.directory.lists.delete('alice');
    expect(await alice.own.refresh()).toEqual({ kind: 'excluded', restarted: true });
    const before = alice.own.deviceId;
    await expect(alice.own.askToBeAdded('laptop')).rejects.toMatchObject({ code: 'bad_device' });
    expect(alice.own.deviceId).toBe(before);
    expect(people.directory.lists.get('alice')).toBeUndefined();
  });

  it('has not left itself out where it did not hear that it started over', async () => {
    const alice = await people.withKeys('alice');
    await people.withKeys('bob');
    people.directory.losesAnswers = true;
    await expect(alice.own.startOver('anew')).rejects.toMatchObject({ code: 'unavailable' });
    people.directory.losesAnswers = false;
    expect(await alice.own.refresh()).toEqual({ kind: 'active' });
    expect(await people.sealFor(alice, 'bob', 'hi')).toMatch(/^parley-sealed-1:/);
  });

  describe.each([false, true])('that begins a list, its answer lost: %s', (isLost) => {
    let disk: Disk;
    let alice: Encryption;

    /** A list of somebody else's, in which this device is. */
    const forged = async () => {
      const mallory = await device('alice', 'mallory');
      const chain = await chainOf('alice', mallory);
      const { statement } = disk.values.get('device:alice') as KeptDevice;
      const link = await addLink(chain, 'alice', AT, statement, signerOf(mallory));
      return [...chain.links, link];
    };

    beforeEach(async () => {
      disk = new Disk();
      alice = await people.here('alice', disk.tab());
    });

    const refusesTheForged = async () => {
      expect(await alice.own.refresh()).toEqual({ kind: 'excluded', restarted: true });
      await people.withKeys('bob');
      await expect(people.sealFor(alice, 'bob', 'hi')).rejects.toMatchObject({ code: 'no_keys' });
      const again = await people.here('alice', disk.tab());
      expect(await again.own.refresh()).toEqual({ kind: 'excluded', restarted: true });
      for (const link of await forged()) expect(again.trust.trusted('alice')).not.toContain(link);
    };

    it('believes no other one that the server puts in its place', async () => {
      people.directory.forge = forged;
      people.directory.losesAnswers = isLost;
      await alice.own.makeKeys('laptop').catch(() => {});
      people.directory.forge = undefined;
      people.directory.losesAnswers = false;
      await refusesTheForged();
    });

    it('nor where it starts over', async () => {
      await alice.own.makeKeys('laptop');
      people.directory.forge = forged;
      people.directory.losesAnswers = isLost;
      await alice.own.startOver('anew').catch(() => {});
      people.directory.forge = undefined;
      people.directory.losesAnswers = false;
      await refusesTheForged();
    });
  });

  it('sends the beginning of its new list again where that got lost', async () => {
    const alice = await people.withKeys('alice');
    const links = people.directory.lists.get('alice') ?? [];
    people.directory.forge = async () => links;
    people.directory.losesAnswers = true;
    await alice.own.startOver('anew').catch(() => {});
    people.directory.forge = undefined;
    people.directory.losesAnswers = false;
    expect((await alice.own.refresh()).kind).toBe('waiting');
    await alice.own.lookAgain();
    expect(alice.own.state.value).toEqual({ kind: 'active' });
    expect(people.directory.lists.get('alice')).not.toEqual(links);
  });

  it('has keys that nobody can take out of the browser', async () => {
    const disk = new Disk();
    const alice = await people.here('alice', disk.tab());
    await alice.own.makeKeys('laptop');
    const { keys } = disk.values.get('device:alice') as KeptDevice;
    for (const { privateKey } of [keys.signing, keys.sealing]) {
      expect(privateKey.extractable).toBe(false);
      for (const format of ['pkcs8', 'jwk'] as const)
        await expect(crypto.subtle.exportKey(format, privateKey)).rejects.toThrow();
    }
  });

  it('does not take the beginning of its list for a new one', async () => {
    const alice = await people.withKeys('alice');
    await people.withKeys('alice', 'phone');
    await people.add(alice);
    const links = people.directory.lists.get('alice') ?? [];
    people.directory.lists.set('alice', links.slice(0, 1));
    expect(await alice.own.refresh()).toEqual({ kind: 'excluded', restarted: true });
    expect(alice.trust.trusted('alice')).toEqual(links);
  });

  it('begins no list of its own where it was asked to join one', async () => {
    const alice = await people.withKeys('alice');
    await (await people.here('alice')).own.startOver('new laptop');
    await alice.own.refresh();
    await alice.own.askToBeAdded('old laptop');
    people.directory.lists.delete('alice');
    await alice.own.lookAgain();
    expect(alice.own.state.value.kind).toBe('waiting');
    expect(people.directory.lists.get('alice')).toBeUndefined();
  });

  it('does not believe a list that does not hold', async () => {
    const alice = await people.withKeys('alice');
    people.directory.lists.set('alice', ['AAAA']);
    expect(await alice.own.refresh()).toEqual({ kind: 'excluded', restarted: true });
  });

  it('tells of a device that came to its own account, until its owner has seen it', async () => {
    const disk = new Disk();
    const alice = await people.here('alice', disk.tab());
    await alice.own.makeKeys('laptop');
    const phone = await people.withKeys('alice', 'phone');
    await people.add(alice);
    expect(alice.trust.ownAdded).toEqual([]);

    await phone.own.refresh();
    expect(phone.trust.ownAdded).toEqual([]);
    await people.withKeys('alice', 'tablet');
    await people.add(phone);
    await alice.own.refresh();
    await alice.own.refresh();
    expect(alice.trust.ownAdded).toEqual(['tablet']);
    const again = await people.here('alice', disk.tab());
    expect(again.trust.ownAdded).toEqual(['tablet']);
    await again.trust.seenOwnAdded();
    await vi.waitFor(() => expect(alice.trust.ownAdded).toEqual([]));
  });

  it('is not left out by an answer that is older than what it has linked since', async () => {
    const alice = await people.withKeys('alice');
    await people.withKeys('alice', 'phone');
    await alice.own.refresh();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let isFirst = true;
    people.directory.hold = () => {
      const wait = isFirst ? held : undefined;
      isFirst = false;
      return wait;
    };
    const early = alice.own.refresh();
    await people.add(alice);
    release();
    expect(await early).toEqual({ kind: 'active' });
    expect(alice.own.state.value).toEqual({ kind: 'active' });
    expect(alice.own.devices.value.map(({ name }) => name).sort()).toEqual(['laptop', 'phone']);
  });
});
