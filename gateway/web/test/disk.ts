import type { Keep } from '../src/store/database';

/** What a browser keeps, in memory; tabs share it, and hear of each other's updates. */
export class Disk {
  readonly values = new Map<string, unknown>();
  readonly #listeners = new Map<object, Set<(key: string) => void>>();

  tab(): Keep {
    const { values } = this;
    const mine = new Set<(key: string) => void>();
    this.#listeners.set(mine, mine);
    return {
      get: async <T>(key: string) => values.get(key) as T | undefined,
      all: async <T>(beginning: string) =>
        new Map(
          [...values]
            .filter(([key]) => key.startsWith(beginning))
            .map(([key, value]) => [key.slice(beginning.length), value as T]),
        ),
      set: async (key, value) => void values.set(key, structuredClone(value)),
      remove: async (key) => void values.delete(key),
      update: async <T>(key: string, change: (kept: T | undefined) => T) => {
        const before = values.get(key) as T | undefined;
        const now = change(before);
        if (now === before) return now;
        values.set(key, structuredClone(now));
        queueMicrotask(() => {
          for (const others of this.#listeners.values())
            if (others !== mine) for (const listener of others) listener(key);
        });
        return now;
      },
      watch: (listener) => {
        mine.add(listener);
        return () => mine.delete(listener);
      },
    };
  }
}

/** {@return the one tab of a browser, and what that keeps} */
export function memoryKeep(): Keep & { values: Map<string, unknown> } {
  const disk = new Disk();
  return Object.assign(disk.tab(), { values: disk.values });
}

/** The locks of a browser, of which Node 20 has none. */
export class Locks {
  readonly #held = new Map<string, Promise<unknown>>();

  request<T>(name: string, _: object, action: () => Promise<T>): Promise<T> {
    const done = (this.#held.get(name) ?? Promise.resolve()).then(action);
    this.#held.set(
      name,
      done.catch(() => {}),
    );
    return done;
  }
}
