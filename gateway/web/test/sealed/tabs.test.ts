// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Encryption } from '../../src/sealed/encryption';
import { Disk, Locks } from '../disk';
import { changed, People, read } from './people';

describe('in two tabs of one browser', () => {
  let people: People;

  let disk: Disk;
  let one: Encryption;
  let other: Encryption;

  beforeEach(async () => {
    Object.defineProperty(navigator, 'locks', { configurable: true, value: new Locks() });
    people = new People();
    disk = new Disk();
    [one, other] = [await people.here('alice', disk.tab()), await people.here('alice', disk.tab())];
  });

  afterEach(() => {
    Reflect.deleteProperty(navigator, 'locks');
  });

  const settled = (check: () => void | Promise<void>) => vi.waitFor(check, { interval: 1 });
  const again = () => people.here('alice', disk.tab());

  it('makes keys once, whichever asks', async () => {
    await Promise.all([one.own.makeKeys('here'), other.own.makeKeys('there')]);
    expect(people.directory.lists.get('alice')).toHaveLength(1);
    expect(other.own.deviceId).toBe(one.own.deviceId);
    for (const tab of [one, other, await again()])
      expect(await tab.own.refresh()).toEqual({ kind: 'active' });
  });

  it('replaces keys once, and the other tab takes them and still reads what was before', async () => {
    await one.own.makeKeys('here');
    await other.own.refresh();
    const bob = await people.withKeys('bob');
    const before = await people.sealFor(bob, 'alice', 'to the first keys');
    await one.own.startOver('anew');
    await settled(() => expect(other.own.deviceId).toBe(one.own.deviceId));
    await settled(() => expect(other.own.state.value).toEqual({ kind: 'active' }));
    expect(await read(other, 'bob', before)).toEqual({ text: 'to the first keys' });
  });

  it('start over once, when both do so at one time', async () => {
    await one.own.makeKeys('here');
    await other.own.refresh();
    people.directory.asked.length = 0;
    await Promise.all([one.own.startOver('a'), other.own.startOver('b')]);
    expect(people.directory.asked.filter((each) => each.includes('linkDevice'))).toHaveLength(1);
    expect(other.own.deviceId).toBe(one.own.deviceId);
    for (const tab of [one, other, await again()])
      await settled(async () => expect(await tab.own.refresh()).toEqual({ kind: 'active' }));
  });

  it('keeps what each learns of others', async () => {
    await one.own.makeKeys('here');
    await other.own.refresh();
    for (const user of ['bob', 'carol', 'dave']) await people.withKeys(user);
    await Promise.all([
      people.sealFor(one, 'bob', 'hi'),
      people.sealFor(other, 'carol', 'hi'),
      people.sealFor(one, 'dave', 'hi'),
    ]);
    for (const tab of [one, other, await again()])
      await settled(() => {
        for (const user of ['bob', 'carol', 'dave']) {
          expect(tab.trust.trusted(user)).toEqual(people.directory.lists.get(user));
          expect(tab.trust.wasEncrypted(user)).toBe(true);
        }
      });
  });

  it('does not undo what the other one has accepted', async () => {
    await one.own.makeKeys('here');
    await other.own.refresh();
    await people.withKeys('bob');
    await people.sealFor(one, 'bob', 'hi');
    await other.trust.peer('bob');
    people.directory.lists.delete('bob');
    await people.withKeys('bob', 'anew');
    const revision = other.trust.revision.value;
    await one.trust.accept('bob', await changed(one, 'bob'));
    await settled(() => expect(other.trust.revision.value).toBeGreaterThan(revision));
    expect((await other.trust.peer('bob')).kind).toBe('trusted');
    await other.trust.setEncrypted('bob', false);
    expect((await again()).trust.trusted('bob')).toEqual(people.directory.lists.get('bob'));
    await settled(() => expect(one.trust.wasEncrypted('bob')).toBe(false));
  });

  it('gives texts times that rise in both, and takes none twice', async () => {
    await one.own.makeKeys('here');
    await other.own.refresh();
    const bob = await people.withKeys('bob');
    const texts: string[] = [];
    for (const tab of [one, other, one, other]) texts.push(await people.sealFor(tab, 'bob', 'hi'));
    for (const [i, text] of texts.entries())
      expect(await read(bob, 'alice', text, 'alice', i + 1)).toEqual({ text: 'hi' });

    const first = await people.sealFor(bob, 'alice', 'from bob');
    const second = await people.sealFor(bob, 'alice', 'from bob as well');
    expect(await read(one, 'bob', second, 'bob', 9)).toHaveProperty('text');
    await settled(async () =>
      expect(await read(other, 'bob', first, 'bob', 10)).toEqual({ problem: 'reordered' }),
    );
    expect(await read(await again(), 'bob', second, 'bob', 11)).toEqual({ problem: 'replayed' });
  });

  it('gives the later time to the text that leaves later, whichever was begun first', async () => {
    await one.own.makeKeys('here');
    await other.own.refresh();
    const bob = await people.withKeys('bob');
    await other.trust.peer('bob');
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    people.directory.hold = (what) => (what === 'alice devices bob' ? held : undefined);
    const slow = people.sealFor(one, 'bob', 'begun first');
    const quick = await people.sealFor(other, 'bob', 'left first');
    release();
    expect(await read(bob, 'alice', quick, 'alice', 1)).toEqual({ text: 'left first' });
    expect(await read(bob, 'alice', await slow, 'alice', 2)).toEqual({ text: 'begun first' });
  });

  it('hears what another one changes while it opens', async () => {
    await one.own.makeKeys('here');
    await people.withKeys('bob');
    const opening = again();
    await one.trust.setEncrypted('bob', true);
    const tab = await opening;
    await settled(() => expect(tab.trust.wasEncrypted('bob')).toBe(true));
  });

  it('takes what an earlier version kept in one record', async () => {
    await one.own.makeKeys('here');
    await people.withKeys('bob');
    const links = people.directory.lists.get('bob');
    const pin = { links, past: [], encrypted: true };
    disk.values.set('pins:alice', { bob: pin });
    disk.values.set('marks:alice', { '@alice+bob d1': { seq: 3, time: 4 } });
    const tab = await again();
    expect(tab.trust.trusted('bob')).toEqual(links);
    expect(disk.values.get('mark:alice:@alice+bob d1')).toEqual({ seq: 3, time: 4 });
    expect([...disk.values.keys()].filter((key) => key.startsWith('pins'))).toEqual([]);
  });
});
