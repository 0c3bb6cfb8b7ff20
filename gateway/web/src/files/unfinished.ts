import { computed, signal } from '@preact/signals';
import type { Keep } from '../store/database';

/** Where an upload is that may go on after the page was closed. Of the file only what tells it from others. */
export interface Beginning {
  address: string;
  to: string;
  name: string;
  size: number;
  modified: number;
  /** SHA-256 of the first bytes, in hex; empty where the browser has no means for it. */
  head: string;
  at: number;
}

const HEAD = 1024 * 1024;
const MOST = 50;
/** The server forgets them after a day without bytes. */
const OVER = 24 * 60 * 60 * 1_000;

/** Uploads that were begun and are not done: a page cannot keep a file, so it asks for it again. */
export class Unfinished {
  readonly all = signal<readonly Beginning[]>([]);
  /** Those that nobody is at in this page. */
  readonly left = computed(() => this.all.value.filter(({ address }) => !this.#taken.has(address)));
  readonly #taken = new Set<string>();
  #key = '';

  constructor(
    private readonly keep: () => Keep,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes up those of an account. */
  async open(me: string): Promise<void> {
    this.#key = `uploads:${me}`;
    const kept = (await this.keep().get<Beginning[]>(this.#key)) ?? [];
    const young = kept.filter(({ at }) => at > this.now() - OVER);
    const known = new Set(this.all.value.map(({ address }) => address));
    this.all.value = [...young.filter(({ address }) => !known.has(address)), ...this.all.value];
  }

  /** {@return where an upload of the same file to the same conversation is} Asked for once: it goes on from then. */
  async find(file: File, to: string): Promise<string | undefined> {
    const alike = this.left.value.filter((each) => each.to === to && isAlike(each, file));
    if (alike.length === 0) return undefined;
    const head = await headOf(file);
    const found = alike.find((each) => each.head === head && !this.#taken.has(each.address));
    if (found) this.#take(found.address);
    return found?.address;
  }

  async note(file: File, to: string, address: string): Promise<void> {
    const { name, size, lastModified: modified } = file;
    this.#taken.add(address);
    const head = await headOf(file);
    // A small file may be done, or its owner gone, by now.
    if (!this.#taken.has(address)) return;
    const noted = { address, to, name, size, modified, head, at: this.now() };
    const others = this.all.value.filter((each) => each.address !== address);
    this.#set([...others, noted].slice(-MOST));
  }

  forget(address: string): void {
    this.#taken.delete(address);
    const left = this.all.value.filter((each) => each.address !== address);
    if (left.length < this.all.value.length) this.#set(left);
  }

  #take(address: string): void {
    this.#taken.add(address);
    this.all.value = [...this.all.value];
  }

  /** On leaving: on this device nothing is to tell of them any more. */
  clear(): void {
    this.#taken.clear();
    this.#set([]);
    this.#key = '';
  }

  #set(all: readonly Beginning[]): void {
    this.all.value = all;
    if (!this.#key) return;
    if (all.length === 0) void this.keep().remove(this.#key);
    else void this.keep().set(this.#key, all);
  }
}

/** {@return whether it may be the file that was begun} */
export function isAlike(begun: Beginning, file: File): boolean {
  return (
    begun.name === file.name && begun.size === file.size && begun.modified === file.lastModified
  );
}

async function headOf(file: File): Promise<string> {
  if (!globalThis.crypto?.subtle) return '';
  const hash = await crypto.subtle.digest('SHA-256', await file.slice(0, HEAD).arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
