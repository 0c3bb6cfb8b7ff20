import { signal } from '@preact/signals';
import { type Attachment, type ErrorCode, Refused, type Stored } from '../protocol/frames';
import type { Keep } from './database';

/** A message that is not stored yet. `clientId` makes a repeated try harmless. */
export interface Pending {
  clientId: string;
  to: string;
  text: string;
  replyTo?: number;
  /** A file that was uploaded for it. */
  attachment?: Attachment;
  at: string;
  failed?: ErrorCode;
}

export interface OutboxPorts {
  send(message: Pending): Promise<Stored>;
  onStored(message: Pending, stored: Stored): void;
  /** {@return whether anything can be sent now} */
  isReady(): boolean;
}

const PAUSE = 1_000;
const REFUSALS_TO_RETRY: ReadonlySet<ErrorCode> = new Set(['unavailable', 'rate_limited']);

/**
 * Messages on their way, kept across a reload. One conversation's messages leave one after another, so
 * their order holds; conversations do not wait for each other. What may or may not have been stored is
 * sent again under the same id; what was refused stays, marked, until its author decides.
 */
export class Outbox {
  readonly pending = signal<readonly Pending[]>([]);
  readonly #running = new Set<string>();
  #key: string | undefined;

  constructor(
    private readonly keep: Keep,
    private readonly ports: OutboxPorts,
  ) {}

  /** Opens the outbox of an account, with what an earlier page left in it. */
  async open(account: string): Promise<void> {
    this.#key = `outbox:${account}`;
    const kept = (await this.keep.get<Pending[]>(this.#key)) ?? [];
    const known = new Set(this.pending.value.map((message) => message.clientId));
    this.#set([...kept.filter((message) => !known.has(message.clientId)), ...this.pending.value]);
  }

  add(message: Pending): void {
    this.#set([...this.pending.value, message]);
    void this.#run(message.to);
  }

  retry(clientId: string): void {
    this.#set(
      this.pending.value.map((message) => {
        if (message.clientId !== clientId) return message;
        const { failed: _, ...rest } = message;
        return rest;
      }),
    );
    this.flush();
  }

  discard(clientId: string): void {
    this.#set(this.pending.value.filter((message) => message.clientId !== clientId));
  }

  /** The message with this id was seen in the log: an answer was lost, the message was not. */
  onSeen(clientId: string | undefined): void {
    if (clientId && this.pending.value.some((message) => message.clientId === clientId))
      this.discard(clientId);
  }

  /** Sends whatever waits; called when a session is there again. */
  flush(): void {
    for (const to of new Set(this.pending.value.map((message) => message.to))) void this.#run(to);
  }

  clear(): void {
    this.pending.value = [];
    this.#key = undefined;
  }

  of(conversation: string): Pending[] {
    return this.pending.value.filter((message) => message.to === conversation);
  }

  async #run(to: string): Promise<void> {
    if (this.#running.has(to)) return;
    this.#running.add(to);
    try {
      for (let next = this.#next(to); next && this.ports.isReady(); next = this.#next(to))
        await this.#sendOne(next);
    } finally {
      this.#running.delete(to);
    }
  }

  #next(to: string): Pending | undefined {
    return this.pending.value.find((message) => message.to === to && !message.failed);
  }

  async #sendOne(message: Pending): Promise<void> {
    try {
      const stored = await this.ports.send(message);
      this.ports.onStored(message, stored);
      this.discard(message.clientId);
    } catch (error) {
      const refusal = error instanceof Refused ? error : new Refused('internal', String(error));
      if (!REFUSALS_TO_RETRY.has(refusal.code)) this.#fail(message.clientId, refusal.code);
      else if (this.ports.isReady()) await pause(refusal.detail ?? PAUSE);
    }
  }

  #fail(clientId: string, code: ErrorCode): void {
    this.#set(
      this.pending.value.map((message) =>
        message.clientId === clientId ? { ...message, failed: code } : message,
      ),
    );
  }

  #set(pending: Pending[]): void {
    this.pending.value = pending;
    if (!this.#key) return;
    if (pending.length === 0) void this.keep.remove(this.#key);
    else void this.keep.set(this.#key, pending);
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
