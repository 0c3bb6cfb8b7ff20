import { describe, expect, it, vi } from 'vitest';
import { type FakeNetwork, inFakeTime, memoryKeep, settle } from './fakeSocket';

describe('a connection', () => {
  let network: FakeNetwork;
  inFakeTime((made) => {
    network = made;
  });

  const textsOf = (app: Awaited<ReturnType<FakeNetwork['signedIn']>>, id: string) => {
    const { log } = app.workspace.peek()?.conversation(id) ?? {};
    const range = log?.range();
    return (range && log ? log.rows(range) : []).map((row) =>
      row.kind === 'message'
        ? row.message.text
        : row.entry.type === 'member'
          ? row.entry.change
          : row.entry.type,
    );
  };

  it('asks for the subprotocol', async () => {
    await network.signedIn('alice');
    expect(network.sockets[0]?.protocol).toBe('parley.v1');
  });

  it('is opened again with growing pauses, and resumes where it was', async () => {
    const alice = await network.signedIn('alice');
    network.server.register('bob');
    network.server.post('bob', '@alice', 'one');
    await settle();
    network.cut();
    network.server.post('bob', '@alice', 'two');
    network.server.post('bob', '@alice', 'three');
    await vi.advanceTimersByTimeAsync(2_000);
    expect(alice.session.live.value).toBe(false);
    expect(network.sockets.length).toBeGreaterThan(2);

    network.mend();
    await vi.advanceTimersByTimeAsync(10_000);
    await settle();
    expect(alice.session.live.value).toBe(true);
    const resume = network.server.received.findLast((frame) => frame.type === 'resume');
    expect(resume?.cursors).toEqual({ '#lobby': 0, '@bob': 1 });
    expect(textsOf(alice, '@bob')).toEqual(['one', 'two', 'three']);
  });

  it('sends what was written meanwhile once, though the answer was lost', async () => {
    const alice = await network.signedIn('alice');
    network.server.register('bob');
    network.server.makeGroup('team', ['alice', 'bob']);
    await settle();
    const workspace = alice.workspace.peek();
    network.losesAnswers = true;
    workspace?.send('#team', 'stored, answer lost');
    await settle();
    network.cut();
    workspace?.send('#team', 'written offline');
    await settle();
    expect(workspace?.outbox.pending.value).toHaveLength(2);

    network.mend();
    await vi.advanceTimersByTimeAsync(10_000);
    await settle();
    expect(network.server.received.filter((frame) => frame.type === 'send')).toHaveLength(2);
    expect(workspace?.outbox.pending.value).toEqual([]);
    const stored = network.server.rooms.get('#team')?.entries.filter((e) => e.type === 'message');
    expect(stored?.map((entry) => 'text' in entry && entry.text)).toEqual([
      'stored, answer lost',
      'written offline',
    ]);
    expect(textsOf(alice, '#team').slice(-2)).toEqual(['stored, answer lost', 'written offline']);
  });

  it('stays closed after another session took over, until one says so', async () => {
    const alice = await network.signedIn('alice');
    const sockets = network.sockets.length;
    const other = network.app();
    const credentials = { user: 'alice', password: 'password', register: false, keep: false };
    await expect(other.session.signIn({ ...credentials, takeover: false })).rejects.toMatchObject({
      code: 'already_logged_in',
    });
    await other.session.signIn({ ...credentials, takeover: true });
    await vi.advanceTimersByTimeAsync(60_000);
    expect(alice.session.state.value.kind).toBe('taken-over');
    expect(network.sockets.length).toBe(sockets + 1);
  });

  it('goes on with a kept session, and asks to sign in when that is over', async () => {
    const keep = memoryKeep();
    await network.signedIn('alice', keep);
    const again = network.app(keep);
    await again.session.start();
    await settle();
    expect(again.session.live.value).toBe(true);

    network.server.tokens.clear();
    const late = network.app(keep);
    await late.session.start();
    await settle();
    expect(late.session.state.value).toEqual({ kind: 'signed-out', because: 'expired' });
    expect(keep.values.has('session')).toBe(false);
  });

  it('tells what has arrived at most once a second', async () => {
    await network.signedIn('alice');
    network.server.register('bob');
    for (let i = 0; i < 20; i++) network.server.post('bob', '@alice', `text ${i}`);
    await settle();
    await vi.advanceTimersByTimeAsync(1_000);
    const receipts = network.server.received.filter((frame) => frame.type === 'received');
    expect(receipts).toHaveLength(1);
    expect(receipts[0]?.cursors).toEqual({ '@bob': 20 });
  });

  it('asks anew what is encrypted before it sends what waited', async () => {
    const alice = await network.signedIn('alice');
    network.server.register('bob');
    network.server.post('bob', '@alice', 'hi');
    await settle();
    network.cut();
    alice.workspace.peek()?.send('@bob', 'not for the server');
    network.server.encrypted.set('@alice+bob', true);
    network.server.silent.add('conversations');
    network.mend();
    await vi.advanceTimersByTimeAsync(10_000);
    await settle();
    expect(alice.session.live.value).toBe(true);
    const sent = () => network.server.received.filter(({ type }) => type === 'send');
    expect(sent()).toEqual([]);
    network.server.silent.clear();
    await vi.advanceTimersByTimeAsync(20_000);
    await settle();
    expect(sent()).toEqual([]);
    expect(alice.workspace.peek()?.conversation('@bob').encrypted.value).toBe(true);
  });

  it('gives up a request that is not answered', async () => {
    const alice = await network.signedIn('alice');
    network.server.silent.add('groups');
    const asked = alice.link.ask('groups', {});
    const outcome = expect(asked).rejects.toMatchObject({ code: 'unavailable' });
    await vi.advanceTimersByTimeAsync(15_000);
    await outcome;
  });

  it('signs out everywhere it is remembered', async () => {
    const keep = memoryKeep();
    const alice = await network.signedIn('alice', keep);
    await alice.session.logOut();
    await settle();
    expect(alice.session.state.value.kind).toBe('signed-out');
    expect(keep.values.has('session')).toBe(false);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(network.server.connections.size).toBe(0);
  });

  it('signs out also where the connection was lost while it ended what was under way', async () => {
    const alice = await network.signedIn('alice');
    let ended = () => {};
    vi.spyOn(alice.uploads, 'end').mockReturnValue(
      new Promise<void>((resolve) => {
        ended = resolve;
      }),
    );
    const out = alice.session.logOut();
    await settle();
    network.cut();
    network.mend();
    await vi.advanceTimersByTimeAsync(10_000);
    ended();
    await out;
    expect(network.server.received.filter(({ type }) => type === 'logout')).toHaveLength(1);
    expect(network.server.tokens.size).toBe(0);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(network.server.connections.size).toBe(0);
  });

  it('keeps the token nowhere unless it was told to', async () => {
    const keep = memoryKeep();
    network.server.register('alice');
    const app = network.app(keep);
    const credentials = { user: 'alice', password: 'password', register: false, takeover: false };
    await app.session.signIn({ ...credentials, keep: false });
    await settle();
    expect(app.session.live.value).toBe(true);
    const [token] = network.server.tokens.keys();
    expect(token).toBeTruthy();
    expect(JSON.stringify([...keep.values])).not.toContain(token);
  });
});
