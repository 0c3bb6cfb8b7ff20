import { Refused } from '../../src/protocol/frames';
import type { Link } from '../../src/protocol/link';

/** A server that keeps lists of devices, and does with them what it likes. */
export class Directory {
  readonly lists = new Map<string, string[]>();
  readonly waiting = new Map<string, string[]>();
  /** What was asked, by whom and of whom. */
  readonly asked: string[] = [];
  isDown = false;
  /** Changes reach it, and their answers get lost. */
  losesAnswers = false;
  /** Lets an answer wait, of which it is told what was asked. */
  hold: ((what: string) => Promise<void> | undefined) | undefined;
  /** What it says the list is, instead of taking a link. */
  forge: (() => Promise<string[]>) | undefined;

  linkOf(me: string): Link {
    const ask = async (type: string, fields: Record<string, unknown>) => {
      const account = (fields.user as string | undefined) ?? me;
      this.asked.push(`${me} ${type} ${account}`);
      if (this.isDown) throw new Refused('unavailable', 'no connection');
      if (type === 'devices') {
        const links = this.lists.get(account) ?? [];
        const waiting = this.waiting.get(account) ?? [];
        await this.hold?.(`${me} ${type} ${account}`);
        return { user: account, links, waiting };
      }
      if (type === 'requestDevice')
        this.waiting.set(me, [...(this.waiting.get(me) ?? []), fields.statement as string]);
      if (type === 'linkDevice') {
        const before = fields.restart ? [] : (this.lists.get(me) ?? []);
        this.lists.set(me, this.forge ? await this.forge() : [...before, fields.link as string]);
      }
      if (this.losesAnswers) throw new Refused('unavailable', 'no answer');
      return {};
    };
    return { ask } as unknown as Link;
  }
}
