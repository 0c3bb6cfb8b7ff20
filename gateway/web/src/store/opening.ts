import type { Attachment, Entry, Sealed, Shut, Version, WireMessage } from '../protocol/frames';
import type { Conversation } from './conversation';
import type { Keyring } from './keyring';
import { bare, isDirect } from './names';
import { ofSealed } from './sealing';

/** What every sealed text begins with. */
const PREFIX = 'parley-sealed-';

/** Reasons that may pass: who wrote it may be believed later, and keys may come. */
const PASSING: ReadonlySet<Sealed> = new Set(['unknown_device', 'unreachable', 'no_keys']);

/** How often a page of texts is opened anew because meanwhile somebody else is believed. */
const MOST_ROUNDS = 3;

interface Text {
  text: string;
  attachment?: Attachment;
  sealed?: Sealed;
  shut?: Shut;
}

/** Where a text was met. */
type Place = Omit<Shut, 'text' | 'attachment' | 'edited'>;

/** Opens what arrives in conversations of two. What does not open has no text, but a reason. */
export class Opening {
  constructor(
    private readonly keyring: Keyring,
    /** Something stays shut that may open later. */
    private readonly onShut: () => void = () => {},
  ) {}

  /** Takes an entry into the log, opened, in the order in which entries arrive. */
  arrive(conversation: Conversation, entry: Entry): void {
    if (!conversation.arriving && !isSealedEntry(entry)) {
      conversation.log.offer(entry);
      return;
    }
    const arriving = (conversation.arriving ?? Promise.resolve())
      .then(() => this.#entry(conversation.id, entry))
      .then((opened) => conversation.log.offer(opened))
      .finally(() => {
        if (conversation.arriving === arriving) conversation.arriving = undefined;
      });
    conversation.arriving = arriving;
  }

  messages(id: string, messages: WireMessage[]): Promise<WireMessage[]> {
    return this.#all(id, messages, (message) => {
      const { seq, from, edited } = message;
      return edited === undefined
        ? { ...placeOf(message), seq }
        : { kind: 'edit', target: seq, seq: undefined, sender: from, at: edited };
    });
  }

  versions(id: string, message: WireMessage, versions: Version[]): Promise<Version[]> {
    return this.#all(id, versions, ({ seq, at }) =>
      seq === message.seq
        ? { ...placeOf(message), seq, at }
        : { kind: 'edit', target: message.seq, seq, sender: message.from, at },
    );
  }

  /** Tries once more what stayed shut in a conversation; {@return why what is left still does} */
  async again({ id, log }: Conversation): Promise<Sealed[]> {
    const left: Sealed[] = [];
    for (const { seq, sealed: before, shut } of [...log.messages()]) {
      if (!shut) continue;
      const { text, attachment, edited: _, ...place } = shut;
      const opened = await this.#open<Text>(id, { text, ...(attachment && { attachment }) }, place);
      const { sealed = 'open' } = opened;
      if (opened.shut) left.push(sealed);
      if (shut.edited) {
        if (!opened.shut) log.reopen(seq, shut, fileOf(opened));
      } else if (sealed !== before) log.reopen(seq, shut, opened);
    }
    return left;
  }

  /** The pages of a conversation: what is believed may change while one of their texts is opened. */
  async #all<T extends Text>(id: string, all: T[], place: (each: T) => Place): Promise<T[]> {
    if (!isDirect(id) || !all.some(({ text }) => text.startsWith(PREFIX))) return all;
    for (let left = MOST_ROUNDS; ; left--) {
      const before = this.keyring.revision.peek();
      const opened = await Promise.all(all.map((each) => this.#open(id, each, place(each))));
      if (left > 1 && this.keyring.revision.peek() !== before) continue;
      if (opened.some(({ shut }) => shut)) this.onShut();
      return opened;
    }
  }

  async #entry(id: string, entry: Entry): Promise<Entry> {
    if (entry.type === 'message') {
      const opened = await this.#open(id, entry, { ...placeOf(entry), seq: entry.seq });
      if (opened.shut) this.onShut();
      if (opened.sealed === 'open' && entry.from === bare(id)) await this.#remember(entry.from);
      return opened;
    }
    if (entry.type !== 'edit') return entry;
    const { target, seq, from, at } = entry;
    const opened = await this.#open(id, entry, { kind: 'edit', target, seq, sender: from, at });
    if (opened.shut) this.onShut();
    return opened;
  }

  /** From now on nothing is sent in clear before one says so. History says nothing: one may have said so since. */
  async #remember(user: string): Promise<void> {
    await (await this.keyring.encryption()).trust.setEncrypted(user, true);
  }

  async #open<T extends Text>(id: string, whole: T, place: Place): Promise<T> {
    if (!whole.text.startsWith(PREFIX) || !isDirect(id)) return whole;
    const said = await this.#unseal(id, whole.text, place);
    // A file that no sealed text names may be anybody's.
    const { attachment, ...rest } = whole;
    if ('text' in said) {
      const file = attachment && said.file && { ...attachment, ...ofSealed(said.file) };
      return { ...rest, text: said.text, sealed: 'open', ...(file && { attachment: file }) } as T;
    }
    const shut: Shut = { ...place, text: whole.text, ...(attachment && { attachment }) };
    const { problem: sealed } = said;
    return { ...rest, text: '', sealed, ...(PASSING.has(sealed) && { shut }) } as unknown as T;
  }

  async #unseal(id: string, text: string, { seq, at, ...place }: Place) {
    try {
      if (!(await this.keyring.haveKeys())) return { problem: 'no_keys' } as const;
      const encryption = await this.keyring.encryption();
      const time = Date.parse(at);
      const timed = Number.isNaN(time) ? place : { ...place, at: time };
      return await encryption.unseal(bare(id), text, timed, seq);
    } catch {
      return { problem: 'unreachable' } as const;
    }
  }
}

function placeOf({ replyTo, from, at }: Pick<WireMessage, 'replyTo' | 'from' | 'at'>) {
  return { kind: 'message', target: replyTo ?? 0, sender: from, at } as const;
}

function fileOf({ attachment }: Text): { attachment?: Attachment } {
  return attachment ? { attachment } : {};
}

function isSealedEntry(entry: Entry): boolean {
  return (entry.type === 'message' || entry.type === 'edit') && entry.text.startsWith(PREFIX);
}
