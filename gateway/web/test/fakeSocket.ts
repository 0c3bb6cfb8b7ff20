import { afterEach, beforeEach, vi } from 'vitest';
import { type FakeConnection, FakeServer } from '../dev/fakeServer';
import { App } from '../src/app/app';
import type { Keep } from '../src/store/database';
import { memoryKeep } from './disk';

/** A WebSocket whose other end is the in-memory server. Frames travel in microtasks, in order. */
export class FakeSocket extends EventTarget {
  readyState = 0;
  readonly sent: string[] = [];
  #connection: FakeConnection | undefined;

  constructor(
    readonly url: string,
    readonly protocol: string,
    private readonly network: FakeNetwork,
  ) {
    super();
    queueMicrotask(() => this.#open(network.isUp ? network.server : undefined));
  }

  send(text: string): void {
    this.sent.push(text);
    queueMicrotask(() => this.readyState === 1 && this.#connection?.onText(text));
  }

  close(code = 1005): void {
    if (this.readyState === 3) return;
    this.#connection?.onClosed();
    this.#onClosed(code);
  }

  #open(server: FakeServer | undefined): void {
    if (!server) {
      this.#onClosed(1006);
      return;
    }
    this.#connection = server.connect(
      (data) => queueMicrotask(() => this.#onData(data)),
      (code) => queueMicrotask(() => this.#onClosed(code)),
    );
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  #onData(data: string): void {
    if (this.readyState === 1 && !this.network.losesAnswers)
      this.dispatchEvent(new MessageEvent('message', { data }));
  }

  #onClosed(code: number): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

/** A network between pages and one server, which can be cut. */
export class FakeNetwork {
  readonly server = new FakeServer();
  readonly sockets: FakeSocket[] = [];
  readonly #apps: App[] = [];
  isUp = true;
  /** Frames reach the server, and nothing comes back. */
  losesAnswers = false;

  readonly open = (url: string, protocol: string): WebSocket => {
    const socket = new FakeSocket(url, protocol, this);
    this.sockets.push(socket);
    return socket as unknown as WebSocket;
  };

  cut(): void {
    this.isUp = false;
    this.server.dropAll();
  }

  mend(): void {
    this.isUp = true;
    this.losesAnswers = false;
  }

  app(keep: Keep = memoryKeep()): App {
    const app = new App({ url: 'ws://test/ws', open: this.open, random: () => 0.1 }, keep);
    this.#apps.push(app);
    return app;
  }

  /** Ends every page: what still waits for its time must find nobody after the test. */
  close(): void {
    for (const app of this.#apps) app.link.close();
  }

  async signedIn(user: string, keep: Keep = memoryKeep()): Promise<App> {
    if (!this.server.accounts.has(user)) this.server.register(user);
    const app = this.app(keep);
    const credentials = {
      user,
      password: 'password',
      register: false,
      takeover: false,
      keep: true,
    };
    await app.session.signIn(credentials);
    await settle();
    return app;
  }
}

export { memoryKeep };

/** Lets all that is under way in microtasks come to rest. */
export async function settle(): Promise<void> {
  for (let i = 0; i < 60; i++) await Promise.resolve();
}

/** Gives each test of a suite a network of its own, and time that only the test moves. */
export function inFakeTime(begin: (network: FakeNetwork) => void): void {
  let network: FakeNetwork;
  beforeEach(() => {
    vi.useFakeTimers();
    network = new FakeNetwork();
    begin(network);
  });
  afterEach(() => {
    network.close();
    vi.useRealTimers();
  });
}
