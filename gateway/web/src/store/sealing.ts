import { signal } from '@preact/signals';
import type { Parcel } from '../files/upload';
import { t } from '../i18n';
import {
  type Attachment,
  type Entry,
  type ErrorCode,
  Refused,
  type Version,
  type WireMessage,
} from '../protocol/frames';
import type { Link } from '../protocol/link';
import type { Encryption } from '../sealed/encryption';
import type { SealedFile } from '../sealed/file';
import type { Trust } from '../sealed/trust';
import { typeOf } from '../sealed/type';
import { tameLine } from '../text/tame';
import type { Conversation } from './conversation';
import type { Keep } from './database';
import { bare, isDirect } from './names';

/** What every sealed text begins with. */
const PREFIX = 'parley-sealed-';

/** What the server is told of the name of a file that it cannot read. */
const SEALED_NAME = 'encrypted';

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
  /** Set once the cryptography is loaded. */
  readonly #trust = signal<Trust | undefined>(undefined);
  #encryption: Promise<Encryption> | undefined;
  #started: Promise<void> | undefined;

  constructor(
    private readonly me: string,
    private readonly link: Link,
    private readonly keep: Keep,
    private readonly ports: SealingPorts,
  ) {}

  /** Finds out whether there are keys here; again when some were made. */
  start(): Promise<void> {
    this.#started = this.keep.get(`device:${this.me}`).then((device) => {
      this.hasKeys.value = device !== undefined;
      // A server may deny an encryption that is known here. Of a failure those hear who need it.
      if (this.hasKeys.value) this.encryption().catch(() => {});
    });
    return this.#started;
  }

  /** {@return whether there are keys here} Messages may come, and be written, before that is known. */
  async #haveKeys(): Promise<boolean> {
    await (this.#started ?? this.start());
    return this.hasKeys.value;
  }

  encryption(): Promise<Encryption> {
    this.#encryption ??= this.#load();
    return this.#encryption;
  }

  async #load(): Promise<Encryption> {
    const { Encryption } = await import('../sealed/encryption');
    const encryption = await Encryption.open(this.me, this.link, this.keep, {
      onDeviceAdded: (user, names) =>
        this.ports.onNotice(t('device_added', { user, name: tameLine(names.join(', ')) })),
    });
    this.#trust.value = encryption.trust;
    return encryption;
  }

  /** {@return whether texts there are to be sealed} Also where a server denies it, and this browser knows better. */
  expectsSealed({ id, kind, encrypted }: Conversation): boolean {
    if (encrypted.value) return true;
    const trust = this.#trust.value;
    // Read so that whoever shows it hears of a change.
    void trust?.revision.value;
    return kind === 'direct' && trust?.wasEncrypted(bare(id)) === true;
  }

  /** {@return what the server gets of a text in a direct conversation} Rejects with {@link Refused}; never falls back to clear text. */
  outgoing(
    conversation: Conversation,
    text: string,
    place: Place,
    attachment?: Attachment,
  ): Promise<string> {
    return this.#minding(conversation, async () => {
      const seals = await this.#seals(conversation);
      // Between upload and message the encryption may have been switched.
      if (attachment && seals !== (attachment.key !== undefined))
        throw new Refused(seals ? 'encrypted' : 'not_encrypted', 'the file is ready for neither');
      if (!seals) return text;
      const encryption = await this.encryption();
      const file = sealedFile(attachment);
      const words = text || (file?.name ?? '');
      return encryption.seal(bare(conversation.id), words, place, file);
    });
  }

  /** {@return what is uploaded of a file in a direct conversation} Rejects as {@link outgoing} does. */
  pack(conversation: Conversation, file: File): Promise<Parcel> {
    return this.#minding(conversation, async () => {
      if (!(await this.#seals(conversation))) return { name: file.name, bytes: file };
      const { sealFile } = await import('../sealed/file');
      return { name: SEALED_NAME, ...(await sealFile(file)) };
    });
  }

  /** Notes what keeps one from sending, and that nothing does. */
  async #minding<T>(conversation: Conversation, action: () => Promise<T>): Promise<T> {
    try {
      const done = await action();
      this.settle(conversation.id);
      return done;
    } catch (error) {
      if (error instanceof Refused && TO_DECIDE.has(error.code))
        this.trouble.value = new Map(this.trouble.value).set(conversation.id, error.code);
      throw error;
    }
  }

  /** {@return whether what one says there is sealed} Rejects where one has to decide first. */
  async #seals(conversation: Conversation): Promise<boolean> {
    const user = bare(conversation.id);
    const hasKeys = await this.#haveKeys();
    if (conversation.encrypted.value === undefined && hasKeys)
      await this.#beginEncrypted(conversation, user);
    if (conversation.encrypted.value) return true;
    if (hasKeys && (await this.encryption()).trust.wasEncrypted(user))
      throw new Refused('encryption_off', 'encryption_off');
    return false;
  }

  /** Where both have keys, a conversation that nobody decided about is encrypted. */
  async #beginEncrypted(conversation: Conversation, user: string): Promise<void> {
    const encryption = await this.encryption();
    const { kind } = encryption.own.value;
    if (kind !== 'active' && (await encryption.refreshOwn()).kind !== 'active') return;
    if (user !== this.me && (await encryption.trust.peer(user)).kind === 'none') return;
    await this.ports.switchOn(conversation);
  }

  /** One switches it oneself. */
  async onSwitched(conversation: Conversation, encrypted: boolean): Promise<void> {
    if (await this.#haveKeys())
      await (await this.encryption()).trust.setEncrypted(bare(conversation.id), encrypted);
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
    if (!conversation.encrypted.value || !(await this.#haveKeys())) return;
    const user = bare(conversation.id);
    if (user === this.me) return;
    const peer = await (await this.encryption()).trust.peer(user);
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
    if (entry.type === 'message') {
      const opened = await this.#open(id, entry, entry.from, {
        kind: 'message',
        target: entry.replyTo ?? 0,
        seq: entry.seq,
      });
      if (opened.sealed === 'open' && entry.from === bare(id)) await this.#remember(entry.from);
      return opened;
    }
    if (entry.type === 'edit')
      return this.#open(id, entry, entry.from, {
        kind: 'edit',
        target: entry.target,
        seq: entry.seq,
      });
    return entry;
  }

  /** From now on nothing is sent in clear before one says so. History says nothing: one may have said so since. */
  async #remember(user: string): Promise<void> {
    await (await this.encryption()).trust.setEncrypted(user, true);
  }

  /** What is sealed and cannot be opened has no text, but a reason. */
  async #open<T extends { text: string; attachment?: Attachment }>(
    id: string,
    whole: T,
    sender: string,
    place: { kind: 'message' | 'edit'; target: number; seq: number | undefined },
  ): Promise<T> {
    if (!whole.text.startsWith(PREFIX) || !isDirect(id)) return whole;
    // A file that no sealed text names may be anybody's.
    const { attachment, ...rest } = whole;
    const sealed = rest as T;
    if (!(await this.#haveKeys())) return { ...sealed, text: '', sealed: 'no_keys' };
    try {
      const { kind, target, seq } = place;
      const encryption = await this.encryption();
      const opened = await encryption.unseal(bare(id), sealed.text, { sender, kind, target }, seq);
      return 'text' in opened
        ? {
            ...sealed,
            text: opened.text,
            sealed: 'open',
            ...(attachment &&
              opened.file && { attachment: { ...attachment, ...ofSealed(opened.file) } }),
          }
        : { ...sealed, text: '', sealed: opened.problem };
    } catch {
      return { ...sealed, text: '', sealed: 'unknown_device' };
    }
  }
}

function isSealedEntry(entry: Entry): boolean {
  return (entry.type === 'message' || entry.type === 'edit') && entry.text.startsWith(PREFIX);
}

/** {@return what a sealed text says of an attachment that was sealed} */
export function sealedFile(attachment: Attachment | undefined): SealedFile | undefined {
  if (attachment?.key === undefined) return undefined;
  const { name, size, sha256, key } = attachment;
  return { name, size, sha256, key };
}

/** {@return what is known of an attachment by its sealed text} The server does not know it. */
export function ofSealed(file: SealedFile): Omit<Attachment, 'id'> {
  return { ...file, mediaType: typeOf(file.name) };
}
