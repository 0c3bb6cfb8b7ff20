import { File as NodeFile } from 'node:buffer';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { FakeFiles } from '../dev/fakeFiles';
import { FileServer } from '../src/files/server';
import { Unfinished } from '../src/files/unfinished';
import { Upload } from '../src/files/upload';
import { openKeep } from '../src/store/database';
import { FakeNetwork } from './fakeSocket';

const MIB = 1024 * 1024;

describe('an upload', () => {
  let files: FakeFiles;
  let done: string[];

  beforeEach(() => {
    files = new FakeFiles();
    done = [];
    vi.stubGlobal('fetch', files.fetch);
  });

  const upload = (size: number, name = 'a.txt') => {
    const file = new NodeFile([new Uint8Array(size).fill(7)], name);
    return new Upload(
      file as unknown as File,
      '#team',
      new FileServer(() => 'token'),
      (_, id) => done.push(id),
      20,
    );
  };
  const until = (what: () => void) => vi.waitFor(what, { timeout: 5_000, interval: 1 });
  const patches = () => files.requests.filter((each) => each.startsWith('PATCH')).length;

  it('goes chunk by chunk, and tells how far it is', async () => {
    const it = upload(2 * MIB + 5, 'Grüße.txt');
    it.start();
    await until(() => expect(done).toHaveLength(1));
    const stored = files.files.get(done[0] ?? '');
    expect(stored?.bytes.length).toBe(2 * MIB + 5);
    expect(
      new TextDecoder().decode(Uint8Array.from(stored?.name ?? '', (c) => c.charCodeAt(0))),
    ).toBe('Grüße.txt');
    expect(patches()).toBe(3);
    expect(it.percent).toBe(100);
    expect(it.state.value.kind).toBe('done');
  });

  it('is done at once without bytes', async () => {
    upload(0).start();
    await until(() => expect(done).toHaveLength(1));
    expect(patches()).toBe(0);
  });

  it('goes on where it was after the connection broke', async () => {
    const it = upload(3 * MIB);
    it.start();
    await until(() => expect(it.sent.value).toBeGreaterThan(0));
    files.cutBefore = 2;
    await until(() => expect(it.state.value.kind).toBe('waiting'));
    await until(() => expect(done).toHaveLength(1));
    expect(files.files.get(done[0] ?? '')?.bytes.length).toBe(3 * MIB);
  });

  it('asks how far it is, so that a chunk whose answer was lost is not sent twice', async () => {
    const it = upload(2 * MIB);
    it.start();
    await until(() => expect(it.sent.value).toBe(MIB));
    files.cutAfter = 1;
    await until(() => expect(done).toHaveLength(1));
    expect(patches()).toBe(2);
    expect(files.files.get(done[0] ?? '')?.bytes.length).toBe(2 * MIB);
  });

  it('stops when it is paused, and goes on', async () => {
    const it = upload(4 * MIB);
    it.start();
    await until(() => expect(it.sent.value).toBeGreaterThan(0));
    it.pause();
    const sent = it.sent.value;
    expect(it.state.value.kind).toBe('paused');
    expect(sent).toBeLessThan(4 * MIB);
    it.start();
    await until(() => expect(done).toHaveLength(1));
  });

  it('says why it was refused, and can be tried again', async () => {
    files.refuse = { status: 413, code: 'no_room' };
    const it = upload(5);
    it.start();
    await until(() => expect(it.state.value).toEqual({ kind: 'failed', code: 'no_room' }));
    files.refuse = undefined;
    it.start();
    await until(() => expect(done).toHaveLength(1));
  });

  describe('over which the page was closed', () => {
    const keep = openKeep('uploads');
    const page = async () => {
      const unfinished = new Unfinished(() => keep);
      await unfinished.open('alice');
      return unfinished;
    };
    const begun = async (memory: Unfinished, bytes = 7) => {
      const file = new NodeFile([new Uint8Array(3 * MIB).fill(bytes)], 'a.txt', {
        lastModified: 5,
      });
      const server = new FileServer(() => 'token');
      return new Upload(
        file as unknown as File,
        '#team',
        server,
        (_, id) => done.push(id),
        20,
        undefined,
        memory,
      );
    };
    const closedOver = async () => {
      const memory = await page();
      const it = await begun(memory);
      it.start();
      await until(() => expect(it.sent.value).toBeGreaterThan(0));
      await until(() => expect(memory.all.value).toHaveLength(1));
      it.pause();
    };

    beforeEach(() => keep.remove('uploads:alice'));

    it('goes on with the same file where it was', async () => {
      await closedOver();
      (await begun(await page())).start();
      await until(() => expect(done).toHaveLength(1));
      expect(files.files.size).toBe(1);
      expect(files.files.get(done[0] ?? '')?.bytes.length).toBe(3 * MIB);
      expect(files.requests.filter((each) => each.startsWith('POST'))).toHaveLength(1);
      expect((await page()).left.value).toEqual([]);
    });

    it('begins anew with another file of that name, or if the server has forgotten it', async () => {
      await closedOver();
      (await begun(await page(), 8)).start();
      await until(() => expect(done).toHaveLength(1));
      expect(files.files.size).toBe(2);
      files.files.clear();
      (await begun(await page())).start();
      await until(() => expect(done).toHaveLength(2));
      expect(files.files.get(done[1] ?? '')?.bytes.length).toBe(3 * MIB);
    });
  });

  it('ends at the server also what was cancelled while it was begun there', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
      const response = await files.fetch(address, init);
      if (init.method === 'POST') await answered;
      return response;
    });
    const it = upload(5);
    it.start();
    await until(() => expect(files.files.size).toBe(1));
    const cancelled = it.cancel();
    answer();
    await cancelled;
    expect(files.files.size).toBe(0);
    expect(done).toHaveLength(0);
  });

  it('ends with the session, at the server too, while its token still holds', async () => {
    const network = new FakeNetwork();
    const app = await network.signedIn('alice');
    const file = new NodeFile([new Uint8Array(3 * MIB)], 'a.txt') as unknown as File;
    app.uploads.add([file], '#lobby');
    await until(() => expect(app.uploads.all.value[0]?.sent.value).toBeGreaterThan(0));
    await app.session.logOut();
    expect(files.requests.some((each) => each.startsWith('DELETE'))).toBe(true);
    expect(files.files.size).toBe(0);
    expect(app.uploads.all.value).toEqual([]);
    network.close();
  });

  it('keeps nobody from signing out where the server does not answer', async () => {
    const network = new FakeNetwork();
    const app = await network.signedIn('alice');
    vi.stubGlobal('fetch', () => new Promise(() => {}));
    app.uploads.add([new NodeFile(['a'], 'a.txt') as unknown as File], '#lobby');
    vi.useFakeTimers();
    const out = app.session.logOut();
    await vi.advanceTimersByTimeAsync(5_000);
    await out;
    vi.useRealTimers();
    expect(app.session.state.value.kind).toBe('signed-out');
    network.close();
  });

  it('ends what the server is still busy with', async () => {
    const it = upload(3 * MIB);
    it.start();
    await until(() => expect(it.sent.value).toBeGreaterThan(0));
    files.busy = 2;
    await it.cancel();
    expect(files.files.size).toBe(0);
  });

  it('forgets what was cancelled, at the server too', async () => {
    const it = upload(3 * MIB);
    it.start();
    await until(() => expect(it.sent.value).toBeGreaterThan(0));
    it.cancel();
    await until(() => expect(files.files.size).toBe(0));
    expect(done).toHaveLength(0);
  });
});
