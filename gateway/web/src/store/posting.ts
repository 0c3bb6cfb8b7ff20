import type { MessageEntry, Stored } from '../protocol/frames';
import type { Link } from '../protocol/link';
import type { Conversation } from './conversation';
import type { Pending } from './outbox';
import { ofSealed, type Sealing, sealedFile } from './sealing';

/** Posts what is written. The answer stands for the event: it takes its place in the log like any entry. */
export class Posting {
  constructor(
    private readonly link: Link,
    private readonly me: string,
    private readonly sealing: Sealing,
    /** Resolves once it is known which conversations are encrypted. */
    private readonly known: () => Promise<void>,
  ) {}

  post(conversation: Conversation, message: Pending): Promise<Stored> {
    return conversation.kind === 'direct'
      ? this.#postDirect(conversation, message)
      : this.#postAs(conversation, message, message.text);
  }

  async #postDirect(conversation: Conversation, message: Pending): Promise<Stored> {
    const { clientId, text, replyTo, attachment } = message;
    // Whether it is encrypted must be known before a word of it leaves.
    await this.known();
    const place = { kind: 'message', target: replyTo ?? 0, clientId } as const;
    const sent = await this.sealing.outgoing(conversation, text, place, attachment);
    return this.#postAs(conversation, message, sent);
  }

  #postAs(conversation: Conversation, message: Pending, sent: string): Promise<Stored> {
    const { clientId, text, replyTo, attachment } = message;
    const fields = {
      to: message.to,
      text: sent,
      clientId,
      ...(replyTo !== undefined && { replyTo }),
      ...(attachment && { attachment: attachment.id }),
    };
    const file = sealedFile(attachment);
    const own = file && ofSealed(file);
    conversation.log.onAsked();
    return this.link
      .ask('send', fields)
      .then(async (stored) => {
        if (conversation.arriving) await conversation.arriving;
        const entry: MessageEntry = {
          type: 'message',
          conversation: conversation.id,
          seq: stored.seq,
          at: stored.at,
          from: this.me,
          text: text || (attachment?.name ?? ''),
          clientId,
          ...(replyTo !== undefined && { replyTo }),
          ...(stored.attachment && { attachment: { ...stored.attachment, ...own } }),
        };
        if (sent !== text) entry.sealed = 'open';
        conversation.log.offer(entry);
        return stored;
      })
      .finally(() => conversation.log.onAnswered());
  }
}
