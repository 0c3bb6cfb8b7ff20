import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchConnection } from '../src/app/connection';
import { FakeNetwork, settle } from './fakeSocket';

describe('who leaves the desk', () => {
  let network: FakeNetwork;

  beforeEach(() => {
    vi.useFakeTimers();
    network = new FakeNetwork();
  });
  afterEach(() => {
    network.close();
    vi.useRealTimers();
  });

  const said = () =>
    network.server.received.filter(({ type }) => type === 'away').map(({ away }) => away);

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
