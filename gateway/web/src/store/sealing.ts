import { signal } from '@preact/signals';
import type { Parcel } from '../files/upload';
import { type Attachment, type ErrorCode, Refused } from '../protocol/frames';
import type { SealedFile } from '../sealed/file';
import { typeOf } from '../sealed/type';
import type { Conversation } from './conversation';
import type { Keyring } from './keyring';
import { bare } from './names';

/** What the server is told of the name of a file that it cannot read. */
const SEALED_NAME = 'encrypted';

/** Refusals after which one has to decide something before anything is sent. */
const TO_DECIDE: ReadonlySet<ErrorCode> = new Set(['key_changed', 'encryption_off', 'no_keys']);

export interface Place {
  kind: 'message' | 'edit';
  target: number;
  clientId: string;
}

/** Decides whether what leaves for a conversation of two is sealed, and seals it. */
export class Sealing {
  /** By conversation what keeps one from sending, until one decides. */
  readonly trouble = signal<ReadonlyMap<string, ErrorCode>>(new Map());

  constructor(
    private readonly me: string,
    private readonly keyring: Keyring,
    private readonly switchOn: (conversation: Conversation) => Promise<void>,
  ) {}

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
      const encryption = await this.keyring.encryption();
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
    const hasKeys = await this.keyring.haveKeys();
    if (conversation.encrypted.value === undefined && hasKeys)
      await this.#beginEncrypted(conversation, user);
    if (conversation.encrypted.value) return true;
    if (hasKeys && (await this.keyring.encryption()).trust.wasEncrypted(user))
      throw new Refused('encryption_off', 'encryption_off');
    return false;
  }

  /** Where both have keys, a conversation that nobody decided about is encrypted. */
  async #beginEncrypted(conversation: Conversation, user: string): Promise<void> {
    const encryption = await this.keyring.encryption();
    const { own } = encryption;
    if (own.state.value.kind !== 'active' && (await own.refresh()).kind !== 'active') return;
    if (user !== this.me && (await encryption.trust.peer(user)).kind === 'none') return;
    await this.switchOn(conversation);
  }

  /** One switches it oneself. */
  async onSwitched(conversation: Conversation, encrypted: boolean): Promise<void> {
    if (await this.keyring.haveKeys())
      await (await this.keyring.encryption()).trust.setEncrypted(bare(conversation.id), encrypted);
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
    if (!conversation.encrypted.value || !(await this.keyring.haveKeys())) return;
    const user = bare(conversation.id);
    if (user === this.me) return;
    const peer = await (await this.keyring.encryption()).trust.peer(user);
    if (peer.kind === 'changed')
      this.trouble.value = new Map(this.trouble.value).set(conversation.id, 'key_changed');
    else if (this.trouble.value.get(conversation.id) === 'key_changed')
      this.settle(conversation.id);
  }
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
