import { signal } from '@preact/signals';
import { type ErrorCode, Refused } from '../protocol/frames';
import type { SealedFile } from '../sealed/file';
import { FileRefused, type FileServer, idOf } from './server';

export type UploadState =
  | { kind: 'sending' }
  | { kind: 'paused' }
  /** The connection broke; it is tried again by itself. */
  | { kind: 'waiting' }
  | { kind: 'failed'; code: ErrorCode }
  | { kind: 'done'; id: string };

const CHUNK = 1024 * 1024;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;
/** Statuses after which another try may do: the upload is elsewhere than thought, busy, or out of reach. */
const PASSING = new Set([409, 423, 429, 460, 502, 503, 504]);

/** What is uploaded of a file. */
export interface Parcel {
  /** As the server gets to know it. */
  name: string;
  bytes: Blob;
  /** What its message says of it where the bytes are sealed. */
  sealed?: SealedFile;
}

/** Makes a file ready for a conversation; rejects with {@link Refused} where it may not go there. */
export type Pack = (file: File, to: string) => Promise<Parcel>;

/** Where uploads are noted, so that they go on in another page. */
export interface Memory {
  find(file: File, to: string): Promise<string | undefined>;
  note(file: File, to: string, address: string): Promise<void>;
  forget(address: string): void;
}

const NO_MEMORY: Memory = { find: async () => undefined, note: async () => {}, forget: () => {} };

let nextId = 1;

/** One file on its way to the server, chunk by chunk. A break costs at most the chunk under way. */
export class Upload {
  readonly state = signal<UploadState>({ kind: 'sending' });
  readonly sent = signal(0);
  readonly id = nextId++;
  readonly name: string;
  #parcel: Parcel | undefined;
  #address: string | undefined;
  #abort = new AbortController();
  #wait: number;
  #running: Promise<void> = Promise.resolve();

  constructor(
    readonly file: File,
    readonly to: string,
    private readonly server: FileServer,
    private readonly onDone: (upload: Upload, id: string) => void,
    private readonly firstWait = FIRST_WAIT,
    private readonly pack: Pack = plain,
    private readonly memory = NO_MEMORY,
  ) {
    this.name = file.name;
    this.#wait = firstWait;
  }

  /** {@return the bytes that go to the server} */
  get size(): number {
    return (this.#parcel?.bytes ?? this.file).size;
  }

  /** {@return what its message is to say of it, where its bytes are sealed} */
  get sealed(): SealedFile | undefined {
    return this.#parcel?.sealed;
  }

  /** {@return how much of it is there, 0 to 100} */
  get percent(): number {
    return this.size === 0 ? 100 : Math.floor((100 * this.sent.value) / this.size);
  }

  start(): void {
    this.state.value = { kind: 'sending' };
    this.#abort = new AbortController();
    this.#running = this.#run(this.#abort.signal);
  }

  pause(): void {
    this.state.value = { kind: 'paused' };
    this.#abort.abort();
  }

  /** Ends it, here and at the server; resolves when the server was told, or could not be. */
  async cancel(): Promise<void> {
    this.#abort.abort();
    if (this.#address) this.memory.forget(this.#address);
    // It may just be about to begin there.
    await this.#running;
    if (!this.#address) return;
    this.memory.forget(this.#address);
    await this.server.end(this.#address).catch(() => {});
  }

  async #run(signal: AbortSignal): Promise<void> {
    try {
      this.#parcel ??= await this.#packed();
      signal.throwIfAborted();
      const { bytes } = this.#parcel;
      const address = await this.#begun(this.#parcel);
      for (let at = this.sent.value; at < this.size; at = this.sent.value) {
        this.sent.value = await this.server.append(
          address,
          at,
          bytes.slice(at, at + CHUNK),
          signal,
        );
        this.#wait = this.firstWait;
      }
      signal.throwIfAborted();
      this.memory.forget(address);
      const id = idOf(address);
      this.state.value = { kind: 'done', id };
      this.onDone(this, id);
    } catch (error) {
      if (!signal.aborted) this.#onError(error, signal);
    }
  }

  /** Begins, or finds out how far it is: a chunk whose answer was lost may have arrived. */
  async #begun({ name, bytes, sealed }: Parcel): Promise<string> {
    // What is sealed has a key that is nowhere else: another page would seal it anew.
    if (!sealed) this.#address ??= await this.memory.find(this.file, this.to);
    if (this.#address && (await this.#isThere(this.#address))) return this.#address;
    this.sent.value = 0;
    this.#address = await this.server.begin(name, bytes.size);
    if (!sealed) void this.memory.note(this.file, this.to, this.#address);
    return this.#address;
  }

  /** The server forgets what nobody went on with for a day. */
  async #isThere(address: string): Promise<boolean> {
    try {
      this.sent.value = await this.server.offset(address);
      return true;
    } catch (error) {
      if (!(error instanceof FileRefused) || error.status !== 404) throw error;
      this.memory.forget(address);
      return false;
    }
  }

  async #packed(): Promise<Parcel> {
    try {
      return await this.pack(this.file, this.to);
    } catch (error) {
      throw new Unpacked(error instanceof Refused ? error.code : 'internal');
    }
  }

  #onError(error: unknown, signal: AbortSignal): void {
    if (error instanceof Unpacked) this.state.value = { kind: 'failed', code: error.code };
    else if (error instanceof FileRefused && !PASSING.has(error.status))
      this.state.value = { kind: 'failed', code: error.code };
    else if (error instanceof Refused || error instanceof TypeError) this.#retryLater(signal);
    else this.state.value = { kind: 'failed', code: 'internal' };
  }

  #retryLater(signal: AbortSignal): void {
    this.state.value = { kind: 'waiting' };
    const wait = this.#wait;
    this.#wait = Math.min(LONGEST_WAIT, wait * 2);
    setTimeout(() => {
      if (signal.aborted) return;
      this.state.value = { kind: 'sending' };
      this.#running = this.#run(signal);
    }, wait);
  }
}

/** A file that may not go where it is meant for. */
class Unpacked extends Error {
  constructor(readonly code: ErrorCode) {
    super(code);
  }
}

async function plain(file: File): Promise<Parcel> {
  return { name: file.name, bytes: file };
}
