import { signal } from '@preact/signals';
import { retryDelay } from './backoff';
import type { AnswerOf, Event, FieldsOf, RequestType, Signal } from './frames';
import { isAnswer, parseFrames } from './frames';
import { RequestTable } from './requests';

export const SUBPROTOCOL = 'parley.v1';

/** `WebSocket.OPEN`. */
const OPEN = 1;

/** Close codes after which coming back by oneself would be wrong. */
const LOGGED_OUT = 1000;
const TAKEN_OVER = 4001;

export type LinkState =
  | { kind: 'idle' }
  | { kind: 'connecting' }
  | { kind: 'open' }
  | { kind: 'waiting'; retryAt: number }
  | { kind: 'ended'; reason: 'logged-out' | 'taken-over' };

export interface LinkListener {
  /** The socket is open; nobody is logged in on it yet. */
  onOpen(): void;
  onEvent(event: Event): void;
  onEnded(reason: 'logged-out' | 'taken-over'): void;
}

export interface LinkOptions {
  url: string;
  open?: (url: string, protocol: string) => WebSocket;
  random?: () => number;
}

/**
 * One WebSocket at a time, and the next one when it is lost.
 *
 *     idle ─connect→ connecting ─→ open ─lost→ waiting ─time→ connecting …
 *                                   └─ 1000, 4001 → ended ─connect→ connecting
 */
export class Link {
  readonly state = signal<LinkState>({ kind: 'idle' });
  readonly #requests = new RequestTable((frame) => this.#write(frame));
  readonly #open: (url: string, protocol: string) => WebSocket;
  readonly #random: () => number;
  #socket: WebSocket | undefined;
  #attempt = 0;
  #persistent = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #lastHeard = 0;

  constructor(
    private readonly options: LinkOptions,
    private readonly listener: LinkListener,
  ) {
    this.#open = options.open ?? ((url, protocol) => new WebSocket(url, protocol));
    this.#random = options.random ?? Math.random;
  }

  /** Opens the socket now, whatever was being waited for; does nothing where it is open already. */
  connect(): void {
    clearTimeout(this.#timer);
    const kind = this.state.value.kind;
    if (kind === 'open' || kind === 'connecting') return;
    this.state.value = { kind: 'connecting' };
    const socket = this.#open(this.options.url, SUBPROTOCOL);
    this.#socket = socket;
    socket.addEventListener('open', () => this.#onOpen(socket));
    socket.addEventListener('message', (event) => this.#onMessage(socket, event.data));
    socket.addEventListener('close', (event) => this.#onClose(socket, event.code));
  }

  /** Says whether a lost connection is to be opened again: true once there is a session to resume. */
  keepOpen(persistent: boolean): void {
    this.#persistent = persistent;
    if (persistent) this.#attempt = 0;
  }

  close(): void {
    this.#persistent = false;
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#lose({ kind: 'idle' });
    socket?.close(LOGGED_OUT);
  }

  ask<T extends RequestType>(type: T, fields: FieldsOf<T>): Promise<AnswerOf<T>> {
    return this.#requests.ask(type, fields);
  }

  tell(message: Signal): boolean {
    return this.#write(message);
  }

  /** {@return time since the server was last heard, in ms} A sleeping laptop's socket looks open. */
  get silence(): number {
    return Date.now() - this.#lastHeard;
  }

  /** Drops a socket that looks open and answers nothing. */
  renew(): void {
    if (!this.#persistent) return;
    const socket = this.#socket;
    this.#lose({ kind: 'idle' });
    socket?.close();
    this.connect();
  }

  /** The server is up but cannot serve the session yet: as if the connection had been lost. */
  renewLater(): void {
    const socket = this.#socket;
    if (!socket) return;
    this.#onClose(socket, 1006);
    socket.close();
  }

  #onOpen(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#lastHeard = Date.now();
    this.state.value = { kind: 'open' };
    this.listener.onOpen();
  }

  #onMessage(socket: WebSocket, data: unknown): void {
    if (socket !== this.#socket) return;
    this.#lastHeard = Date.now();
    for (const frame of parseFrames(data)) {
      if (isAnswer(frame)) this.#requests.settle(frame);
      else this.listener.onEvent(frame);
    }
  }

  #onClose(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) return;
    if (code === TAKEN_OVER || (code === LOGGED_OUT && !this.#persistent)) {
      const reason = code === TAKEN_OVER ? 'taken-over' : 'logged-out';
      this.#persistent = false;
      this.#lose({ kind: 'ended', reason });
      this.listener.onEnded(reason);
    } else if (this.#persistent) {
      const delay = retryDelay(this.#attempt++, this.#random);
      this.#lose({ kind: 'waiting', retryAt: Date.now() + delay });
      this.#timer = setTimeout(() => this.connect(), delay);
    } else {
      this.#lose({ kind: 'idle' });
    }
  }

  #lose(state: LinkState): void {
    this.#socket = undefined;
    this.state.value = state;
    this.#requests.abandon();
  }

  #write(frame: object): boolean {
    if (this.#socket?.readyState !== OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }
}
