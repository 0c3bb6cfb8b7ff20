import type { Link } from '../../src/protocol/link';
import type { Keep } from '../../src/store/database';

/** A server that keeps lists of devices, and does with them what it likes. */
export class Directory {
  readonly lists = new Map<string, string[]>();
  readonly waiting = new Map<string, string[]>();

  linkOf(me: string): Link {
    const ask = async (type: string, fields: Record<string, unknown>) => {
      const account = (fields.user as string | undefined) ?? me;
      if (type === 'devices')
        return {
          user: account,
          links: this.lists.get(account) ?? [],
          waiting: this.waiting.get(account) ?? [],
        };
      if (type === 'requestDevice')
        this.waiting.set(me, [...(this.waiting.get(me) ?? []), fields.statement as string]);
      if (type === 'linkDevice') {
        const before = fields.restart ? [] : (this.lists.get(me) ?? []);
        this.lists.set(me, [...before, fields.link as string]);
      }
      return {};
    };
    return { ask } as unknown as Link;
  }
}

export function keep(): Keep {
  const values = new Map<string, unknown>();
  return {
    get: async <T>(key: string) => values.get(key) as T | undefined,
    set: async (key, value) => void values.set(key, structuredClone(value)),
    remove: async (key) => void values.delete(key),
  };
}
