// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Entry } from '../../src/protocol/frames';
import type { Encryption } from '../../src/sealed/encryption';
import { Conversation } from '../../src/store/conversation';
import { Keyring } from '../../src/store/keyring';
import { Opening } from '../../src/store/opening';
import { Reopening } from '../../src/store/reopening';
import { Disk } from '../disk';
import { changed, MESSAGE, People } from './people';

const AT = '2026-11-29T10:00:00.000Z';

describe('a text that could not be opened', () => {
  let people: People;
  let disk: Disk;
  let keyring: Keyring;
  let opening: Opening;
  let reopening: Reopening;
  let conversation: Conversation;
  let bob: Encryption;

  beforeEach(async () => {
    people = new People();
    disk = new Disk();
    keyring = new Keyring('alice', people.directory.linkOf('alice'), disk.tab(), () => {});
    opening = new Opening(keyring, () => reopening.onShut());
    conversation = new Conversation('@bob', 'alice', () => {});
    reopening = new Reopening(opening, () => [conversation], keyring);
    bob = await people.withKeys('bob');
  });

  afterEach(() => {
    reopening.close();
    keyring.close();
    vi.useRealTimers();
  });

  const withKeys = async () => {
    const encryption = await keyring.encryption();
    await encryption.own.makeKeys('laptop');
    await keyring.start();
    return encryption;
  };
  const arrives = async (entry: Partial<Entry> & { text: string; seq: number }) => {
    const whole = { type: 'message', conversation: '@bob', from: 'bob', at: AT, ...entry };
    opening.arrive(conversation, whole as Entry);
    await conversation.arriving;
  };
  const shown = (seq: number) => {
    const { text, sealed } = conversation.log.message(seq) ?? {};
    return sealed === 'open' ? text : sealed;
  };
  /** Bob starts over, and alice has not said yes. */
  const exchanged = async () => {
    const alice = await withKeys();
    await alice.trust.peer('bob');
    people.directory.lists.delete('bob');
    bob = await people.withKeys('bob', 'anew');
    return alice;
  };
  const timers = () => vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });

  it('is opened as soon as its author is believed', async () => {
    const alice = await exchanged();
    await arrives({ seq: 1, text: await people.sealFor(bob, 'alice', 'hi') });
    expect(shown(1)).toBe('unknown_device');
    await alice.trust.accept('bob', await changed(alice, 'bob'));
    await vi.waitFor(() => expect(shown(1)).toBe('hi'));
    expect(conversation.log.message(1)).not.toHaveProperty('shut');
  });

  it('is opened when another tab believes its author', async () => {
    const alice = await exchanged();
    await arrives({ seq: 1, text: await people.sealFor(bob, 'alice', 'hi') });
    const other = await people.here('alice', disk.tab());
    await other.trust.accept('bob', await changed(alice, 'bob'));
    await vi.waitFor(() => expect(shown(1)).toBe('hi'));
  });

  it('is opened in history too, and where it was edited', async () => {
    const alice = await exchanged();
    const text = await people.sealFor(bob, 'alice', 'first');
    const other = await people.sealFor(bob, 'alice', 'other');
    const place = { ...MESSAGE, kind: 'edit', target: 1, clientId: 'e' } as const;
    const edited = await bob.seal('alice', 'second', place);
    const page = await opening.messages('@bob', [
      { seq: 1, from: 'bob', at: AT, text },
      { seq: 2, from: 'bob', at: AT, text: other },
    ]);
    conversation.log.merge(page, 1, 2);
    await arrives({ type: 'edit', seq: 3, target: 1, text: edited });
    expect([shown(1), shown(2)]).toEqual(['unknown_device', 'unknown_device']);
    await alice.trust.accept('bob', await changed(alice, 'bob'));
    await vi.waitFor(() => expect([shown(1), shown(2)]).toEqual(['second', 'other']));
    // What is merged once more, from before the edit, is edited by what was opened.
    conversation.log.merge([{ seq: 1, from: 'bob', at: AT, text: 'first' }], 1, 1);
    expect(shown(1)).toBe('second');
  });

  it('brings its file with it', async () => {
    const alice = await exchanged();
    const file = { name: 'cat.png', size: 5, sha256: '0f'.repeat(32), key: 'A'.repeat(43) };
    const text = await bob.seal('alice', 'cat.png', { ...MESSAGE, clientId: 'f' }, file);
    const attachment = { id: 'f1', name: 'encrypted', size: 21, mediaType: '', sha256: '' };
    await arrives({ seq: 1, text, attachment } as Parameters<typeof arrives>[0]);
    expect(conversation.log.message(1)?.attachment).toBeUndefined();
    await alice.trust.accept('bob', await changed(alice, 'bob'));
    await vi.waitFor(() =>
      expect(conversation.log.message(1)?.attachment).toMatchObject({ id: 'f1', name: 'cat.png' }),
    );
  });

  it('brings its file also where it was edited meanwhile', async () => {
    const alice = await exchanged();
    const file = { name: 'cat.png', size: 5, sha256: '0f'.repeat(32), key: 'A'.repeat(43) };
    const text = await bob.seal('alice', 'cat.png', { ...MESSAGE, clientId: 'f' }, file);
    const attachment = { id: 'f1', name: 'encrypted', size: 21, mediaType: '', sha256: '' };
    await arrives({ seq: 1, text, attachment } as Parameters<typeof arrives>[0]);
    conversation.log.offer({
      type: 'edit',
      conversation: '@bob',
      seq: 2,
      at: AT,
      from: 'bob',
      target: 1,
      text: 'a cat',
      sealed: 'open',
    });
    await alice.trust.accept('bob', await changed(alice, 'bob'));
    await vi.waitFor(() =>
      expect(conversation.log.message(1)).toMatchObject({
        text: 'a cat',
        sealed: 'open',
        attachment: { id: 'f1', name: 'cat.png' },
      }),
    );
    expect(conversation.log.message(1)?.shut).toBeUndefined();
  });

  it('brings its file also where the edit was shut as well', async () => {
    const alice = await exchanged();
    const file = { name: 'cat.png', size: 5, sha256: '0f'.repeat(32), key: 'A'.repeat(43) };
    const text = await bob.seal('alice', 'cat.png', { ...MESSAGE, clientId: 'f' }, file);
    const attachment = { id: 'f1', name: 'encrypted', size: 21, mediaType: '', sha256: '' };
    await arrives({ seq: 1, text, attachment } as Parameters<typeof arrives>[0]);
    const place = { ...MESSAGE, kind: 'edit', target: 1, clientId: 'e' } as const;
    const edited = await bob.seal('alice', 'a cat', place, file);
    await arrives({ type: 'edit', seq: 2, target: 1, text: edited });
    expect(shown(1)).toBe('unknown_device');
    await alice.trust.accept('bob', await changed(alice, 'bob'));
    await vi.waitFor(() =>
      expect(conversation.log.message(1)).toMatchObject({
        text: 'a cat',
        sealed: 'open',
        attachment: { id: 'f1', name: 'cat.png' },
      }),
    );
    expect(conversation.log.message(1)?.shut).toBeUndefined();
  });

  it('is tried again by itself where the list could not be had', async () => {
    const alice = await withKeys();
    const text = await people.sealFor(bob, 'alice', 'hi');
    people.directory.isDown = true;
    timers();
    await arrives({ seq: 1, text });
    expect(shown(1)).toBe('unreachable');
    await vi.advanceTimersByTimeAsync(6_000);
    expect(shown(1)).toBe('unreachable');
    people.directory.isDown = false;
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    await vi.waitFor(() => expect(shown(1)).toBe('hi'));
    expect(alice.trust.trusted('bob')).toHaveLength(1);
  });

  it('is tried again at once on a new connection', async () => {
    await withKeys();
    const text = await people.sealFor(bob, 'alice', 'hi');
    people.directory.isDown = true;
    await arrives({ seq: 1, text });
    people.directory.isDown = false;
    await keyring.onLive();
    await reopening.now();
    expect(shown(1)).toBe('hi');
  });

  it('says another reason once there is one', async () => {
    await people.withKeys('alice', 'elsewhere');
    const text = await people.sealFor(bob, 'alice', 'hi');
    await arrives({ seq: 1, text });
    expect(shown(1)).toBe('no_keys');
    await withKeys();
    await vi.waitFor(() => expect(shown(1)).toBe('not_for_this_device'));
  });

  it('is let go where its message was deleted', async () => {
    const alice = await exchanged();
    await arrives({ seq: 1, text: await people.sealFor(bob, 'alice', 'hi') });
    conversation.log.offer({
      type: 'delete',
      conversation: '@bob',
      seq: 2,
      at: AT,
      from: 'bob',
      target: 1,
    });
    await alice.trust.accept('bob', await changed(alice, 'bob'));
    await reopening.now();
    expect(conversation.log.message(1)).toMatchObject({ text: '', deleted: true });
  });
});
