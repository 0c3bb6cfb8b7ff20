// @vitest-environment node
import { beforeEach, describe, expect, it } from 'vitest';
import { type Attachment, type MessageEntry, Refused } from '../../src/protocol/frames';
import type { Link } from '../../src/protocol/link';
import { openFile } from '../../src/sealed/file';
import { Changes } from '../../src/store/changes';
import { Conversation } from '../../src/store/conversation';
import type { Keep } from '../../src/store/database';
import { Keyring } from '../../src/store/keyring';
import { Opening } from '../../src/store/opening';
import { Sealing } from '../../src/store/sealing';
import { memoryKeep } from '../disk';
import { Directory } from './directory';

const STORED: Attachment = {
  id: 'f1',
  name: 'encrypted',
  size: 21,
  mediaType: 'application/octet-stream',
  sha256: '',
};

interface Page {
  keyring: Keyring;
  sealing: Sealing;
  opening: Opening;
}

interface Side extends Page {
  conversation: Conversation;
}

describe('in conversations of two', () => {
  let alice: Side;
  let bob: Side;
  /** Bob's page once more, with what his browser has kept. */
  let begun: () => Page;
  let directory: Directory;

  beforeEach(async () => {
    directory = new Directory();
    alice = await side(directory, 'alice', 'bob');
    bob = await side(directory, 'bob', 'alice');
  });

  function page(directory: Directory, me: string, kept: Keep): Page {
    const keyring = new Keyring(me, directory.linkOf(me), kept, () => {});
    const sealing = new Sealing(me, keyring, async (conversation) => {
      conversation.encrypted.value = true;
    });
    return { keyring, sealing, opening: new Opening(keyring) };
  }

  async function side(directory: Directory, me: string, other: string): Promise<Side> {
    const kept = memoryKeep();
    const whole = page(directory, me, kept);
    begun = () => page(directory, me, kept);
    await (await whole.keyring.encryption()).own.makeKeys('laptop');
    await whole.keyring.start();
    return { ...whole, conversation: new Conversation(`@${other}`, me, () => {}) };
  }

  async function packed(): Promise<{ bytes: Blob; file: Attachment }> {
    const { sealing, conversation } = alice;
    const parcel = await sealing.pack(conversation, new File(['hello'], 'a.txt'));
    expect(parcel).toMatchObject({ name: 'encrypted', sealed: { name: 'a.txt', size: 5 } });
    return { bytes: parcel.bytes, file: { ...STORED, ...parcel.sealed } };
  }

  async function received(text: string, attachment?: Attachment): Promise<MessageEntry> {
    const entry: MessageEntry = {
      type: 'message',
      conversation: '@alice',
      seq: 1,
      at: '2026-11-29T10:00:00.000Z',
      from: 'alice',
      text,
      ...(attachment && { attachment }),
    };
    bob.opening.arrive(bob.conversation, entry);
    await bob.conversation.arriving;
    return bob.conversation.log.message(1) as unknown as MessageEntry;
  }

  const place = { kind: 'message', target: 0, clientId: 'c' } as const;

  it('files are sealed, and opened at the other side under their own names', async () => {
    const { bytes, file } = await packed();
    const sealed = await alice.sealing.outgoing(alice.conversation, '', place, file);
    const { attachment } = await received(sealed, STORED);
    expect(attachment).toMatchObject({ id: 'f1', name: 'a.txt', size: 5, key: file.key });
    const { name, size, sha256, key = '' } = attachment as Attachment;
    const opened = await openFile(bytes, { name, size, sha256, key });
    expect(await opened.text()).toBe('hello');
  });

  it('files are not shown where the sealed text names none', async () => {
    const sealed = await alice.sealing.outgoing(alice.conversation, 'no file', place);
    const message = await received(sealed, { ...STORED, name: 'evil.png' });
    expect(message).toMatchObject({ text: 'no file', sealed: 'open' });
    expect(message.attachment).toBeUndefined();
  });

  it('files leave neither in clear where texts are sealed, nor sealed where they are clear', async () => {
    const { file } = await packed();
    const clear = { ...STORED, name: 'a.txt' };
    const send = (attachment: Attachment) =>
      alice.sealing.outgoing(alice.conversation, '', place, attachment);
    await expect(send(clear)).rejects.toMatchObject({ code: 'encrypted' });
    await alice.sealing.onSwitched(alice.conversation, false);
    alice.conversation.encrypted.value = false;
    await expect(send(file)).rejects.toMatchObject({ code: 'not_encrypted' });
    expect(await send(clear)).toBe('');
  });

  it('files are opened by a page that has only just begun', async () => {
    const { file } = await packed();
    const sealed = await alice.sealing.outgoing(alice.conversation, '', place, file);
    bob = { ...bob, ...begun() };
    expect((await received(sealed, STORED)).attachment).toMatchObject({ name: 'a.txt' });
  });

  it('files are not sealed for somebody without keys', async () => {
    const carol = new Conversation('@carol', 'alice', () => {});
    const file = new File(['hello'], 'a.txt');
    expect(await alice.sealing.pack(carol, file)).toEqual({ name: 'a.txt', bytes: file });
  });

  describe('a browser that has only read', () => {
    const writes = () => {
      bob.conversation.encrypted.value = false;
      return bob.sealing.outgoing(bob.conversation, 'hi', place);
    };

    it('does not go back to clear text by itself', async () => {
      await received(await alice.sealing.outgoing(alice.conversation, 'hi', place));
      await expect(writes()).rejects.toMatchObject({ code: 'encryption_off' });
      expect(bob.keyring.expectsSealed(bob.conversation)).toBe(true);
      await bob.sealing.onSwitched(bob.conversation, false);
      expect(await writes()).toBe('hi');
      expect(bob.keyring.expectsSealed(bob.conversation)).toBe(false);
    });

    it('is not asked again by what it finds in history', async () => {
      const text = await alice.sealing.outgoing(alice.conversation, 'hi', place);
      const at = '2026-11-29T10:00:00.000Z';
      const read = await bob.opening.messages('@alice', [{ seq: 1, at, from: 'alice', text }]);
      expect(read).toMatchObject([{ text: 'hi', sealed: 'open' }]);
      expect(await writes()).toBe('hi');
    });

    it('takes nothing from what does not open', async () => {
      const sealed = await alice.sealing.outgoing(alice.conversation, 'hi', place);
      expect(await received(sealed.slice(0, -4))).toMatchObject({ sealed: 'truncated' });
      expect(await writes()).toBe('hi');
    });
  });

  it('what keeps one from writing passes once somebody decided, be it in another tab', async () => {
    alice.conversation.encrypted.value = true;
    await alice.sealing.outgoing(alice.conversation, 'hi', place);
    const { trust } = await alice.keyring.encryption();
    directory.lists.delete('bob');
    await (await side(directory, 'bob', 'alice')).keyring.start();
    await trust.peer('bob', true);
    await alice.sealing.check(alice.conversation);
    expect(alice.sealing.trouble.value.get('@bob')).toBe('key_changed');
    const peer = await trust.peer('bob');
    if (peer.kind === 'changed' && peer.chain) await trust.accept('bob', peer.chain);
    await alice.sealing.check(alice.conversation);
    expect(alice.sealing.trouble.value.has('@bob')).toBe(false);
  });

  it('nothing leaves in clear where the server has not switched encryption off', async () => {
    await alice.sealing.outgoing(alice.conversation, 'hi', place);
    const link = {
      ask: async () => {
        throw new Refused('unavailable', 'no');
      },
    } as unknown as Link;
    const changes = new Changes(link, 'alice', alice.sealing);
    await expect(changes.encrypt(alice.conversation, false)).rejects.toThrow();
    alice.conversation.encrypted.value = false;
    const sent = alice.sealing.outgoing(alice.conversation, 'hi', place);
    await expect(sent).rejects.toMatchObject({ code: 'encryption_off' });
  });

  it('a message that is shut is not edited: its file would be lost', async () => {
    await received('parley-sealed-1:AAAA', STORED);
    const changes = new Changes({} as Link, 'bob', bob.sealing);
    await expect(changes.edit(bob.conversation, 1, 'x')).rejects.toMatchObject({
      code: 'not_open',
    });
  });

  it('a page that has only just begun knows what is to be sealed', async () => {
    await received(await alice.sealing.outgoing(alice.conversation, 'hi', place));
    const { keyring: again } = begun();
    await again.start();
    await again.encryption();
    bob.conversation.encrypted.value = false;
    expect(again.expectsSealed(bob.conversation)).toBe(true);
    expect(again.expectsSealed(new Conversation('#alice', 'bob', () => {}))).toBe(false);
  });
});
