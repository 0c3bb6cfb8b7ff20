import { signal } from '@preact/signals';
import type {
  ChangeEntry,
  EditEntry,
  EncryptionEntry,
  Entry,
  PeopleEntry,
  Shut,
  WireMessage,
} from '../protocol/frames';
import { Coverage, type Range } from './coverage';
import { applyChange, fromEntry, fromWire, type Message, reopened } from './message';

export type Row =
  | { kind: 'message'; message: Message }
  | { kind: 'people'; entry: PeopleEntry }
  | { kind: 'encryption'; entry: EncryptionEntry };

/** How far behind the newest entry one may still come that was overtaken. */
const HOLES_WITHIN = 200;

/**
 * What is known of one conversation: messages by number, from live entries and from pages of history.
 *
 * Entries come in the order of their numbers, except that an entry of one's own comes as an answer,
 * which may overtake or be overtaken. So an entry beyond the next number waits while requests of one's
 * own are under way, and is taken as it is when there are none. What is missing below it may still come,
 * if it was overtaken, and is then put in its place; or never (the entries of blocked people are not sent).
 */
export class ConversationLog {
  /** Goes up with every change to what is shown. */
  readonly revision = signal(0);
  /** The highest number up to which every entry has arrived; undefined before the first. */
  cursor: number | undefined;
  readonly #messages = new Map<number, Message>();
  readonly #people = new Map<number, PeopleEntry>();
  readonly #switches = new Map<number, EncryptionEntry>();
  readonly #changes = new Map<number, ChangeEntry[]>();
  readonly #coverage = new Coverage();
  readonly #early = new Map<number, Entry>();
  /** Numbers below the cursor that have not arrived, the latest of them. */
  readonly #holes = new Set<number>();
  #underWay = 0;

  constructor(private readonly onApplied: (entry: Entry) => void = () => {}) {}

  /** Takes an entry once; those already known change nothing. */
  offer(entry: Entry): void {
    if (this.cursor !== undefined && entry.seq <= this.cursor) {
      if (!this.#holes.delete(entry.seq)) return;
      this.#put(entry);
      this.revision.value++;
      return;
    }
    if (this.cursor !== undefined && entry.seq > this.cursor + 1 && this.#underWay > 0) {
      this.#early.set(entry.seq, entry);
      return;
    }
    this.#apply(entry);
    this.#applyEarly();
    this.revision.value++;
  }

  /** A request of one's own that will become an entry has been sent; {@link onAnswered} follows. */
  onAsked(): void {
    this.#underWay++;
  }

  onAnswered(): void {
    this.#underWay--;
    if (this.#underWay > 0 || this.#early.size === 0) return;
    for (const entry of [...this.#early.values()].sort((a, b) => a.seq - b.seq)) {
      this.#early.delete(entry.seq);
      this.#apply(entry);
    }
    this.revision.value++;
  }

  /** Starts the count where nothing waits: all up to `head` was given before. */
  startAt(head: number): void {
    this.cursor ??= head;
  }

  /** All up to here was given before, here or elsewhere: nothing of it is still to come. */
  onGiven(seq: number): void {
    for (const hole of this.#holes) if (hole <= seq) this.#holes.delete(hole);
  }

  /** Merges a page of history that holds every message from `low` to `high`. */
  merge(messages: WireMessage[], low: number, high: number): void {
    for (const wire of messages) this.#putMessage(fromWire(wire));
    this.#coverage.add(low, high);
    this.revision.value++;
  }

  message(seq: number): Message | undefined {
    return this.#messages.get(seq);
  }

  /** {@return the number from which on a resume has to tell what follows} */
  get arrived(): number | undefined {
    return this.#holes.size === 0 ? this.cursor : Math.min(...this.#holes) - 1;
  }

  /** {@return the gap-free range around `seq`, or the newest one} */
  range(seq?: number): Range | undefined {
    return seq === undefined ? this.#coverage.last : this.#coverage.rangeOf(seq);
  }

  /** {@return whether `range` reaches the newest entry} */
  isTail(range: Range): boolean {
    return range.high >= (this.#coverage.last?.high ?? 0);
  }

  rows(range: Range): Row[] {
    const rows: (Row & { seq: number })[] = [];
    for (const [seq, message] of this.#messages)
      if (range.low <= seq && seq <= range.high) rows.push({ kind: 'message', message, seq });
    for (const [seq, entry] of this.#people)
      if (range.low <= seq && seq <= range.high) rows.push({ kind: 'people', entry, seq });
    for (const [seq, entry] of this.#switches)
      if (range.low <= seq && seq <= range.high) rows.push({ kind: 'encryption', entry, seq });
    return rows.sort((a, b) => a.seq - b.seq);
  }

  /** Puts what was tried once more in the place of what stayed shut, unless something else stands there by now. */
  reopen(seq: number, shut: Shut, opened: Partial<WireMessage>): void {
    const changes = this.#changes.get(seq) ?? [];
    // The file beside it is the message's.
    const isOfIt = (change: ChangeEntry): change is EditEntry =>
      change.type === 'edit' && change.shut?.text === shut.text;
    if (changes.some(isOfIt))
      this.#changes.set(
        seq,
        changes.map((change) => (isOfIt(change) ? reopened(change, opened) : change)),
      );
    const message = this.#messages.get(seq);
    if (message?.shut !== shut) return;
    this.#messages.set(seq, reopened(message, opened));
    this.revision.value++;
  }

  /** {@return every message that is loaded, in no order} */
  messages(): Iterable<Message> {
    return this.#messages.values();
  }

  get newest(): Message | undefined {
    return this.newestOf(() => true);
  }

  /** {@return the newest message of those people} */
  newestOf(isWanted: (user: string) => boolean): Message | undefined {
    let newest: Message | undefined;
    for (const message of this.#messages.values())
      if ((!newest || message.seq > newest.seq) && isWanted(message.from)) newest = message;
    return newest;
  }

  /** {@return who has written here, as far as it is loaded} */
  recentAuthors(): Set<string> {
    return new Set([...this.#messages.values()].map((message) => message.from));
  }

  /** {@return the newest message of `author` that can still be changed} */
  lastOf(author: string): Message | undefined {
    let last: Message | undefined;
    for (const message of this.#messages.values())
      if (message.from === author && !message.deleted && message.seq > (last?.seq ?? 0))
        last = message;
    return last;
  }

  /** {@return messages above `seq` that somebody else wrote} */
  othersAfter(seq: number, me: string): Message[] {
    return [...this.#messages.values()].filter(
      (message) => message.seq > seq && message.from !== me && !message.deleted,
    );
  }

  #applyEarly(): void {
    for (
      let next = this.#early.get((this.cursor ?? 0) + 1);
      next;
      next = this.#early.get((this.cursor ?? 0) + 1)
    ) {
      this.#early.delete(next.seq);
      this.#apply(next);
    }
  }

  #apply(entry: Entry): void {
    const low = this.cursor !== undefined ? Math.min(this.cursor + 1, entry.seq) : entry.seq;
    this.#noteHoles((this.cursor ?? 0) + 1, entry.seq);
    this.cursor = entry.seq;
    this.#coverage.add(low, entry.seq);
    this.#put(entry);
  }

  #noteHoles(low: number, seq: number): void {
    const oldest = seq - HOLES_WITHIN;
    for (const hole of this.#holes) if (hole < oldest) this.#holes.delete(hole);
    for (let hole = Math.max(low, oldest); hole < seq; hole++) this.#holes.add(hole);
  }

  #put(entry: Entry): void {
    if (entry.type === 'message') this.#putMessage(fromEntry(entry));
    else if (entry.type === 'member' || entry.type === 'mute') this.#people.set(entry.seq, entry);
    else if (entry.type === 'encryption') this.#switches.set(entry.seq, entry);
    else this.#change(entry);
    this.onApplied(entry);
  }

  #change(change: ChangeEntry): void {
    const changes = this.#changes.get(change.target) ?? [];
    this.#changes.set(change.target, [...changes, change]);
    const message = this.#messages.get(change.target);
    if (message) this.#messages.set(change.target, applyChange(message, change));
  }

  /** A page may have been read before a change whose event came first: such changes are applied again. */
  #putMessage(message: Message): void {
    const known = this.#messages.get(message.seq);
    if (known && known.changed >= message.changed) return;
    const changes = this.#changes.get(message.seq) ?? [];
    this.#messages.set(message.seq, changes.reduce(applyChange, message));
  }
}
