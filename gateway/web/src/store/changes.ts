import { type Attachment, type Entry, Refused, type Stored } from '../protocol/frames';
import type { Link } from '../protocol/link';
import type { Conversation } from './conversation';
import { newId } from './ids';
import type { Sealing } from './sealing';

/** The number in an answer that stands for no entry: what was asked for was so already. */
const NO_ENTRY = 0;

type Unnumbered<T> = T extends Entry ? Omit<T, 'seq' | 'at' | 'conversation'> : never;

/**
 * Changes of one's own to messages. The answer stands for the event, so its entry is made here and
 * takes its place in the log like any other. Each rejects with `Refused`.
 */
export class Changes {
  constructor(
    private readonly link: Link,
    private readonly me: string,
    private readonly sealing: Sealing,
  ) {}

  async edit(conversation: Conversation, target: number, text: string): Promise<void> {
    const sealed = conversation.log.message(target)?.sealed;
    // An edit says again what the message said of its file, which is not known here.
    if (sealed !== undefined && sealed !== 'open') throw new Refused('not_open', 'not open here');
    const clientId = newId();
    const place = { kind: 'edit', target, clientId } as const;
    const sent =
      conversation.kind === 'direct'
        ? await this.sealing.outgoing(conversation, text, place, fileOf(conversation, target))
        : text;
    const fields = { conversation: conversation.id, seq: target, text: sent, clientId };
    const entry = { type: 'edit', from: this.me, target, text } as const;
    await inLog(
      conversation,
      () => this.link.ask('edit', fields),
      sent === text ? entry : { ...entry, sealed: 'open' },
    );
  }

  /** Switches encryption; the answer of the server is its place in the log, if it made an entry. */
  async encrypt(conversation: Conversation, encrypted: boolean): Promise<void> {
    if (encrypted) await this.sealing.onSwitched(conversation, true);
    await inLog(conversation, () => this.#askToEncrypt(conversation, encrypted), {
      type: 'encryption',
      from: this.me,
      encrypted,
    });
    // Only what the server has done: where it refuses, nothing leaves in clear.
    if (!encrypted) await this.sealing.onSwitched(conversation, false);
  }

  async #askToEncrypt(conversation: Conversation, encrypted: boolean): Promise<Stored> {
    const before = conversation.encrypted.value;
    const fields = { conversation: conversation.id, encrypted, clientId: newId() };
    const answer = await this.link.ask('encrypt', fields);
    if (answer.seq === NO_ENTRY) {
      await conversation.arriving;
      // What was heard of meanwhile is at least as new.
      if (conversation.encrypted.value === before) conversation.encrypted.value = encrypted;
    }
    return answer;
  }

  delete(conversation: Conversation, target: number): Promise<void> {
    const fields = { conversation: conversation.id, seq: target, clientId: newId() };
    return inLog(conversation, () => this.link.ask('delete', fields), {
      type: 'delete',
      from: this.me,
      target,
    });
  }

  react(
    conversation: Conversation,
    target: number,
    reaction: string,
    remove: boolean,
  ): Promise<void> {
    const fields = { conversation: conversation.id, seq: target, reaction, clientId: newId() };
    return inLog(
      conversation,
      () => this.link.ask('react', remove ? { ...fields, remove } : fields),
      { type: 'react', from: this.me, target, reaction, removed: remove },
    );
  }

  pin(conversation: Conversation, target: number, pinned: boolean): Promise<void> {
    const fields = { conversation: conversation.id, seq: target, clientId: newId() };
    return inLog(
      conversation,
      () => this.link.ask('pin', pinned ? fields : { ...fields, remove: true }),
      { type: 'pin', from: this.me, target, removed: !pinned },
    );
  }
}

/** Asks, and puts what was answered into the log at its number. */
export async function inLog(
  conversation: Conversation,
  ask: () => Promise<Stored>,
  entry: Unnumbered<Entry>,
): Promise<void> {
  conversation.log.onAsked();
  try {
    const { seq, at } = await ask();
    if (seq === NO_ENTRY) return;
    if (conversation.arriving) await conversation.arriving;
    conversation.log.offer({ ...entry, conversation: conversation.id, seq, at } as Entry);
  } finally {
    conversation.log.onAnswered();
  }
}

/** {@return the sealed file of a message: an edit names it again, or readers of history could not open it} */
function fileOf(conversation: Conversation, seq: number): Attachment | undefined {
  const message = conversation.log.message(seq);
  return message?.sealed === 'open' && message.attachment?.key ? message.attachment : undefined;
}
