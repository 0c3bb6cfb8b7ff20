import type { ChangeEntry, MessageEntry, Reactions, Shut, WireMessage } from '../protocol/frames';

/** A message as it is now. Immutable: a change makes a new one. */
export interface Message extends WireMessage {
  /** Seq of the last change that is in here; 0 where none is. */
  changed: number;
}

export function fromWire(wire: WireMessage): Message {
  return { ...wire, changed: wire.changed ?? 0 };
}

export function fromEntry(entry: MessageEntry): Message {
  const { seq, at, from, text, replyTo, attachment, sealed, shut } = entry;
  const message = { seq, at, from, text, changed: 0 };
  return {
    ...message,
    ...(sealed !== undefined && { sealed }),
    ...(shut && { shut }),
    ...(replyTo !== undefined && { replyTo }),
    ...(attachment && { attachment }),
  };
}

/**
 * A message after a change to it. A change that is already in it (`seq` not above `changed`) does
 * nothing, so history and events may come in any order and more than once.
 */
export function applyChange(message: Message, change: ChangeEntry): Message {
  if (change.seq <= message.changed) return message;
  const changed = change.seq;
  switch (change.type) {
    case 'edit': {
      const { sealed: _, shut: original, ...rest } = message;
      const { text, at, sealed } = change;
      const shut = shutAfter(change.shut, original);
      return {
        ...rest,
        changed,
        text,
        edited: at,
        ...(sealed !== undefined && { sealed }),
        ...(shut && { shut }),
      };
    }
    case 'delete': {
      const { attachment: _, shut: __, ...rest } = message;
      return { ...rest, changed, text: '', deleted: true, reactions: {}, pinned: false };
    }
    case 'pin':
      return { ...message, changed, pinned: !change.removed };
    case 'react':
      return {
        ...message,
        changed,
        reactions: change.removed
          ? without(message.reactions ?? {}, change.reaction, change.from)
          : including(message.reactions ?? {}, change.reaction, change.from),
      };
  }
}

/** {@return what stays shut of an edited message} Only the message itself has the file, which either text names. */
function shutAfter(edit: Shut | undefined, original: Shut | undefined): Shut | undefined {
  const attachment = original?.attachment;
  if (!attachment) return edit;
  return edit ? { ...edit, attachment } : { ...original, edited: true };
}

function including(reactions: Reactions, reaction: string, user: string): Reactions {
  const users = reactions[reaction] ?? [];
  return users.includes(user) ? reactions : { ...reactions, [reaction]: [...users, user] };
}

function without(reactions: Reactions, reaction: string, user: string): Reactions {
  const { [reaction]: users = [], ...others } = reactions;
  const left = users.filter((other) => other !== user);
  return left.length === 0 ? others : { ...others, [reaction]: left };
}

/** {@return what a message, or a change to one, is with its text tried once more} */
export function reopened<T extends { shut?: Shut }>(whole: T, opened: Partial<WireMessage>): T {
  const { shut: _, ...rest } = whole;
  return { ...rest, ...opened } as T;
}
