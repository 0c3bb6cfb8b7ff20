import { describe, expect, it, vi } from 'vitest';
import { watchConnection } from '../src/app/connection';
import { type FakeNetwork, inFakeTime, settle } from './fakeSocket';

describe('who leaves the desk', () => {
  let network: FakeNetwork;
  inFakeTime((made) => {
    network = made;
  });

  const said = () =>
    network.server.received.filter(({ type }) => type === 'away').map(({ away }) => away);

  it('is not called by what calls those who are here', async () => {
    network.server.makeGroup('team', ['alice', 'bob']);
    network.server.post('bob', '#team', '@here before you came');
    const app = await network.signedIn('alice');
    watchConnection(app);
    const team = app.workspace.peek()?.conversation('#team');
    expect(team?.mentions.value).toBe(0);

    network.server.post('bob', '#team', '@here lunch');
    await settle();
    expect(team?.mentions.value).toBe(1);

    await vi.advanceTimersByTimeAsync(5 * 60_000);
    network.server.post('bob', '#team', '@here dinner');
    network.server.post('bob', '#team', '@all supper');
    await settle();
    expect(team?.mentions.value).toBe(2);

    team?.onRead(3);
    expect(team?.mentions.value).toBe(2);
    team?.onRead(4);
    expect(team?.mentions.value).toBe(1);
    team?.onRead(6);
    expect(team?.mentions.value).toBe(0);
  });

  it('is away after five minutes, also for a server that forgot it with the connection', async () => {
    const app = await network.signedIn('alice');
    watchConnection(app);
    await vi.advanceTimersByTimeAsync(5 * 60_000 - 1);
    expect(said()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(said()).toEqual([true]);

    network.cut();
    await vi.advanceTimersByTimeAsync(1_000);
    network.mend();
    await vi.advanceTimersByTimeAsync(10_000);
    await settle();
    expect(app.session.live.value).toBe(true);
    expect(said()).toEqual([true, true]);

    window.dispatchEvent(new Event('keydown'));
    await settle();
    expect(said()).toEqual([true, true, false]);
  });
});
