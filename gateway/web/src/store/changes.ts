import type { Entry, Stored } from '../protocol/frames';
import type { Link } from '../protocol/link';
import type { Conversation } from './conversation';
import { newId } from './ids';

type Unnumbered<T> = T extends Entry ? Omit<T, 'seq' | 'at' | 'conversation'> : never;

/**
 * Changes of one's own to messages. The answer stands for the event, so its entry is made here and
 * takes its place in the log like any other. Each rejects with `Refused`.
 */
export class Changes {
  constructor(
    private readonly link: Link,
    private readonly me: string,
  ) {}

  edit(conversation: Conversation, target: number, text: string): Promise<void> {
    const fields = { conversation: conversation.id, seq: target, text, clientId: newId() };
    return inLog(conversation, () => this.link.ask('edit', fields), {
      type: 'edit',
      from: this.me,
      target,
      text,
    });
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
    conversation.log.offer({ ...entry, conversation: conversation.id, seq, at } as Entry);
  } finally {
    conversation.log.onAnswered();
  }
}
