import { type Signal, signal } from '@preact/signals';
import type { Attachment } from '../protocol/frames';
import type { FileServer } from './server';

const MOST_KEPT = 60;
const AT_ONCE = 3;
/** Images up to this size are shown as they are: others by a small picture that the server makes. */
const SMALL = 200_000;
const LARGEST = 8 * 1024 * 1024;
const SHRUNK = new Set(['image/png', 'image/jpeg', 'image/gif']);

/** {@return whether a picture of it is shown without being asked for} */
export function hasPreview(file: Attachment): boolean {
  // Of what it cannot read the server makes no small picture.
  if (SHRUNK.has(file.mediaType) && file.key === undefined) return true;
  return (SHRUNK.has(file.mediaType) || file.mediaType === 'image/webp') && file.size <= LARGEST;
}

/** Pictures that messages show, fetched once each; the oldest are let go. */
export class Previews {
  readonly #kept = new Map<string, Signal<string | undefined>>();
  readonly #waiting: (() => Promise<void>)[] = [];
  #running = 0;

  constructor(private readonly server: FileServer) {}

  /** {@return an address that `img` takes, once it is there} */
  of(file: Attachment): Signal<string | undefined> {
    const known = this.#kept.get(file.id);
    if (known) return known;
    const url = signal<string | undefined>(undefined);
    this.#kept.set(file.id, url);
    this.#waiting.push(() => this.#fetch(file, url));
    this.#next();
    return url;
  }

  async #fetch(file: Attachment, url: Signal<string | undefined>): Promise<void> {
    try {
      url.value = URL.createObjectURL(await this.#picture(file));
      this.#letGo();
    } catch {
      // Whoever shows it next asks again.
      this.#kept.delete(file.id);
    }
  }

  #picture(file: Attachment): Promise<Blob> {
    const whole = file.key !== undefined || file.size <= SMALL || !SHRUNK.has(file.mediaType);
    return whole ? this.server.get(file) : this.server.thumbnail(file);
  }

  /** A page of pictures must not use up what the account may transfer at one time. */
  #next(): void {
    if (this.#running >= AT_ONCE) return;
    const fetch = this.#waiting.shift();
    if (!fetch) return;
    this.#running++;
    void fetch().finally(() => {
      this.#running--;
      this.#next();
    });
  }

  clear(): void {
    for (const url of this.#kept.values()) if (url.value) URL.revokeObjectURL(url.value);
    this.#kept.clear();
  }

  #letGo(): void {
    for (const [id, url] of this.#kept) {
      if (this.#kept.size <= MOST_KEPT) return;
      if (url.value) URL.revokeObjectURL(url.value);
      this.#kept.delete(id);
    }
  }
}
