/**
 * Keys and values that outlive the page, shared by the tabs of one browser; what cannot be kept (private
 * windows) is forgotten in silence.
 */
export interface Keep {
  get<T>(key: string): Promise<T | undefined>;
  /** {@return all values whose keys begin so, by what follows in their keys} */
  all<T>(beginning: string): Promise<Map<string, T>>;
  set(key: string, value: unknown): Promise<void>;
  remove(key: string): Promise<void>;
  /**
   * Makes one value of another in one step, so that no tab undoes what another one did. Where `change`
   * returns what it got, nothing is written; it gets undefined where nothing is kept.
   *
   * @returns what `change` returned, kept or not
   */
  update<T>(key: string, change: (kept: T | undefined) => T): Promise<T>;
  /** Tells of keys that other tabs have updated. Returns what ends it. */
  watch(listener: (key: string) => void): () => void;
}

const STORE = 'keep';

export function openKeep(name = 'parley'): Keep {
  let opened: Promise<IDBDatabase> | undefined;
  let channel: BroadcastChannel | undefined;
  const database = () => {
    if (!opened) {
      // The next one who needs it tries again.
      const forget = () => {
        opened = undefined;
      };
      opened = open(name, forget);
      opened.catch(forget);
    }
    return opened;
  };
  const tabs = () => {
    if (typeof BroadcastChannel !== 'undefined') channel ??= new BroadcastChannel(name);
    return channel;
  };

  async function run<T>(
    mode: IDBTransactionMode,
    work: (store: IDBObjectStore) => IDBRequest<T>,
  ): Promise<T | undefined> {
    try {
      const db = await database();
      return await settled(work(db.transaction(STORE, mode).objectStore(STORE)));
    } catch {
      return undefined;
    }
  }

  return {
    get: <T>(key: string) => run<T>('readonly', (store) => store.get(key)),
    all: async <T>(beginning: string) => {
      const range = () => IDBKeyRange.bound(beginning, `${beginning}\uffff`);
      const found = await run('readonly', (store) => store.getAllKeys(range()));
      const values = await Promise.all(
        (found ?? []).map((key) => run<T>('readonly', (store) => store.get(key))),
      );
      const byKey = new Map<string, T>();
      for (const [i, key] of (found ?? []).entries()) {
        const value = values[i];
        if (value !== undefined) byKey.set(String(key).slice(beginning.length), value);
      }
      return byKey;
    },
    set: async (key, value) => void (await run('readwrite', (store) => store.put(value, key))),
    remove: async (key) => void (await run('readwrite', (store) => store.delete(key))),
    update: async (key, change) => {
      const step = new Step(key, change);
      try {
        if (await step.run((await database()).transaction(STORE, 'readwrite')))
          tabs()?.postMessage(key);
        return step.now();
      } catch {
        return step.now();
      }
    },
    watch: (listener) => {
      const heard = ({ data }: MessageEvent) => listener(String(data));
      const all = tabs();
      all?.addEventListener('message', heard);
      return () => all?.removeEventListener('message', heard);
    },
  };
}

/** One value that becomes another one. */
class Step<T> {
  #made: { value: T } | undefined;

  constructor(
    private readonly key: string,
    private readonly change: (kept: T | undefined) => T,
  ) {}

  /** {@return what came of it, also where it could not be kept} */
  now(): T {
    this.#made ??= { value: this.change(undefined) };
    return this.#made.value;
  }

  /** Resolves when the transaction is through: true if something was written. */
  run(transaction: IDBTransaction): Promise<boolean> {
    return new Promise((resolve, reject) => {
      const store = transaction.objectStore(STORE);
      const request: IDBRequest<T | undefined> = store.get(this.key);
      let isWritten = false;
      // Within the event: a transaction that waits for a promise may be over by then.
      request.onsuccess = () => {
        const value = this.change(request.result);
        this.#made = { value };
        if (value === request.result) return;
        isWritten = true;
        store.put(value, this.key);
      };
      transaction.oncomplete = () => resolve(isWritten);
      transaction.onabort = () => reject(transaction.error);
    });
  }
}

/** Calls `onGone` when it is there no more. */
async function open(name: string, onGone: () => void): Promise<IDBDatabase> {
  const request = indexedDB.open(name, 1);
  request.onupgradeneeded = () => request.result.createObjectStore(STORE);
  const database = await settled(request);
  database.onclose = onGone;
  database.onversionchange = () => {
    database.close();
    onGone();
  };
  return database;
}

function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
