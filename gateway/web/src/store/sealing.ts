import { signal } from '@preact/signals';
import { t } from '../i18n';
import {
  type Entry,
  type ErrorCode,
  Refused,
  type Version,
  type WireMessage,
} from '../protocol/frames';
import type { Link } from '../protocol/link';
import type { Encryption } from '../sealed/encryption';
import { tameLine } from '../text/tame';
import type { Conversation } from './conversation';
import type { Keep } from './database';
import { bare, isDirect } from './names';

/** What every sealed text begins with. */
const PREFIX = 'parley-sealed-';

/** Refusals after which one has to decide something before anything is sent. */
const TO_DECIDE: ReadonlySet<ErrorCode> = new Set(['key_changed', 'encryption_off', 'no_keys']);

export interface Place {
  kind: 'message' | 'edit';
  target: number;
  clientId: string;
}

interface SealingPorts {
  onNotice(text: string): void;
  switchOn(conversation: Conversation): Promise<void>;
}

/**
 * Between what people read and what the server stores: decides whether a text is sealed, and opens
 * what arrives. The cryptography itself is loaded when it is first needed.
 */
export class Sealing {
  /** By conversation what keeps one from sending, until one decides. */
  readonly trouble = signal<ReadonlyMap<string, ErrorCode>>(new Map());
  readonly hasKeys = signal(false);
  #encryption: Promise<Encryption> | undefined;

  constructor(
    private readonly me: string,
    private readonly link: Link,
    private readonly keep: Keep,
    private readonly ports: SealingPorts,
  ) {}

  async start(): Promise<void> {
    this.hasKeys.value = (await this.keep.get(`device:${this.me}`)) !== undefined;
  }

  encryption(): Promise<Encryption> {
    this.#encryption ??= import('../sealed/encryption').then(({ Encryption }) =>
      Encryption.open(this.me, this.link, this.keep, {
        onDeviceAdded: (user, names) =>
          this.ports.onNotice(t('device_added', { user, name: tameLine(names.join(', ')) })),
      }),
    );
    return this.#encryption;
  }

  /** {@return what the server gets of a text in a direct conversation} Rejects with {@link Refused}; never falls back to clear text. */
  async outgoing(conversation: Conversation, text: string, place: Place): Promise<string> {
    try {
      const sent = await this.#outgoing(conversation, text, place);
      this.settle(conversation.id);
      return sent;
    } catch (error) {
      if (error instanceof Refused && TO_DECIDE.has(error.code))
        this.trouble.value = new Map(this.trouble.value).set(conversation.id, error.code);
      throw error;
    }
  }

  async #outgoing(conversation: Conversation, text: string, place: Place): Promise<string> {
    const user = bare(conversation.id);
    if (conversation.encrypted.value === undefined && this.hasKeys.value)
      await this.#beginEncrypted(conversation, user);
    if (conversation.encrypted.value) return (await this.encryption()).seal(user, text, place);
    if (this.hasKeys.value && (await this.encryption()).wasEncrypted(user))
      throw new Refused('encryption_off', 'encryption_off');
    return text;
  }

  /** Where both have keys, a conversation that nobody decided about is encrypted. */
  async #beginEncrypted(conversation: Conversation, user: string): Promise<void> {
    const encryption = await this.encryption();
    const { kind } = encryption.own.value;
    if (kind !== 'active' && (await encryption.refreshOwn()).kind !== 'active') return;
    if (user !== this.me && (await encryption.peer(user)).kind === 'none') return;
    await this.ports.switchOn(conversation);
  }

  /** One switches it oneself. */
  async onSwitched(conversation: Conversation, encrypted: boolean): Promise<void> {
    if (this.hasKeys.value)
      await (await this.encryption()).setEncrypted(bare(conversation.id), encrypted);
    this.settle(conversation.id);
  }

  settle(id: string): void {
    if (!this.trouble.value.has(id)) return;
    const trouble = new Map(this.trouble.value);
    trouble.delete(id);
    this.trouble.value = trouble;
  }

  /** Looks whether something keeps one from sending, before one writes. */
  async check(conversation: Conversation): Promise<void> {
    if (!conversation.encrypted.value || !this.hasKeys.value) return;
    const user = bare(conversation.id);
    if (user === this.me) return;
    const peer = await (await this.encryption()).peer(user);
    if (peer.kind === 'changed')
      this.trouble.value = new Map(this.trouble.value).set(conversation.id, 'key_changed');
  }

  /** Takes an entry into the log, opened, in the order in which entries arrive. */
  arrive(conversation: Conversation, entry: Entry): void {
    if (!conversation.arriving && !isSealedEntry(entry)) {
      conversation.log.offer(entry);
      return;
    }
    const arriving = (conversation.arriving ?? Promise.resolve())
      .then(() => this.#opened(conversation.id, entry))
      .then((opened) => conversation.log.offer(opened))
      .finally(() => {
        if (conversation.arriving === arriving) conversation.arriving = undefined;
      });
    conversation.arriving = arriving;
  }

  async messages(id: string, messages: WireMessage[]): Promise<WireMessage[]> {
    if (!messages.some((message) => message.text.startsWith(PREFIX))) return messages;
    return Promise.all(
      messages.map((message) => {
        const isEdit = message.edited !== undefined;
        return this.#open(id, message, message.from, {
          kind: isEdit ? 'edit' : 'message',
          target: isEdit ? message.seq : (message.replyTo ?? 0),
          seq: isEdit ? undefined : message.seq,
        });
      }),
    );
  }

  versions(id: string, message: WireMessage, versions: Version[]): Promise<Version[]> {
    return Promise.all(
      versions.map((version) => {
        const isFirst = version.seq === message.seq;
        return this.#open(id, version, message.from, {
          kind: isFirst ? 'message' : 'edit',
          target: isFirst ? (message.replyTo ?? 0) : message.seq,
          seq: version.seq,
        });
      }),
    );
  }

  async #opened(id: string, entry: Entry): Promise<Entry> {
    if (entry.type === 'message')
      return this.#open(id, entry, entry.from, {
        kind: 'message',
        target: entry.replyTo ?? 0,
        seq: entry.seq,
      });
    if (entry.type === 'edit')
      return this.#open(id, entry, entry.from, {
        kind: 'edit',
        target: entry.target,
        seq: entry.seq,
      });
    return entry;
  }

  /** What is sealed and cannot be opened has no text, but a reason. */
  async #open<T extends { text: string }>(
    id: string,
    sealed: T,
    sender: string,
    place: { kind: 'message' | 'edit'; target: number; seq: number | undefined },
  ): Promise<T> {
    if (!sealed.text.startsWith(PREFIX) || !isDirect(id)) return sealed;
    if (!this.hasKeys.value) return { ...sealed, text: '', sealed: 'no_keys' };
    try {
      const { kind, target, seq } = place;
      const encryption = await this.encryption();
      const opened = await encryption.unseal(bare(id), sealed.text, { sender, kind, target }, seq);
      return 'text' in opened
        ? { ...sealed, text: opened.text, sealed: 'open' }
        : { ...sealed, text: '', sealed: opened.problem };
    } catch {
      return { ...sealed, text: '', sealed: 'unknown_device' };
    }
  }
}

function isSealedEntry(entry: Entry): boolean {
  return (entry.type === 'message' || entry.type === 'edit') && entry.text.startsWith(PREFIX);
}
