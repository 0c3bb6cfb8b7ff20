import { computed, signal } from '@preact/signals';
import type { Parcel } from '../files/upload';
import type { Attachment, Cursors, Entry, Event, MessageEntry } from '../protocol/frames';
import { isEntry } from '../protocol/frames';
import type { Link } from '../protocol/link';
import { Changes } from './changes';
import { Conversation } from './conversation';
import type { Keep } from './database';
import { Drafts } from './drafts';
import { History } from './history';
import { newId } from './ids';
import { Keyring } from './keyring';
import { bare, canonical } from './names';
import { Opening } from './opening';
import { Outbox } from './outbox';
import { People } from './people';
import { Posting } from './posting';
import { Receipts } from './receipts';
import { Reopening } from './reopening';
import { Sealing } from './sealing';

/** Conversations whose newest messages are asked for at once; after them one each pause, in milliseconds. */
const PREVIEWS_AT_ONCE = 40;
const PREVIEW_PAUSE = 200;

/** Milliseconds after which a refused question for the conversations is asked again. */
const REFRESH_AGAIN = 3_000;

export interface WorkspaceListener {
  /** Somebody else's message has just arrived, and is no repetition of what was there before. */
  onMessage(conversation: Conversation, message: MessageEntry): void;
  onNotice(text: string, code: string | undefined): void;
  /** One was taken out of a conversation that may be open. */
  onRemoved(conversation: string): void;
}

/** All that one account sees: conversations, people, what it has to send. */
export class Workspace {
  readonly conversations = signal<ReadonlyMap<string, Conversation>>(new Map());
  readonly loaded = signal(false);
  readonly people = new People();
  readonly outbox: Outbox;
  readonly drafts: Drafts;
  readonly changes: Changes;
  readonly keyring: Keyring;
  readonly sealing: Sealing;
  readonly opening: Opening;
  /** Conversations, the one with the newest message first. */
  readonly list = computed(() =>
    [...this.conversations.value.values()].sort(
      (a, b) => b.lastAt.value.localeCompare(a.lastAt.value) || a.id.localeCompare(b.id),
    ),
  );
  readonly #histories = new Map<string, History>();
  readonly #heads = new Map<string, number>();

  /** The heads when the page began: what is above them happened while it was open. */
  readonly #atSignIn = new Map<string, number>();
  readonly #receipts: Receipts;
  readonly #reopening: Reopening;
  /** Resolves once it is known which conversations are encrypted; anew for each connection. */
  #known: Promise<void>;
  #isKnown = false;
  #onKnown: () => void = () => {};

  constructor(
    readonly me: string,
    readonly link: Link,
    keep: Keep,
    private readonly isLive: () => boolean,
    private readonly listener: WorkspaceListener,
  ) {
    this.drafts = new Drafts(keep, me);
    this.keyring = new Keyring(me, link, keep, (text) => listener.onNotice(text, undefined));
    this.sealing = new Sealing(me, this.keyring, (conversation) =>
      this.changes.encrypt(conversation, true),
    );
    this.opening = new Opening(this.keyring, () => this.#reopening.onShut());
    this.#reopening = new Reopening(
      this.opening,
      () => this.conversations.peek().values(),
      this.keyring,
    );
    this.changes = new Changes(link, me, this.sealing);
    this.#known = this.#notKnown();
    this.#receipts = new Receipts((cursors) => link.tell({ type: 'received', cursors }));
    const posting = new Posting(link, me, this.sealing, () => this.#known);
    this.outbox = new Outbox(keep, {
      isReady: isLive,
      send: (message) => posting.post(this.conversation(message.to), message),
      onStored: () => {},
    });
  }

  async open(): Promise<void> {
    await Promise.all([this.outbox.open(this.me), this.drafts.open(), this.keyring.start()]);
  }

  /** Its account leaves the page. */
  close(): void {
    this.#reopening.close();
    this.keyring.close();
  }

  /** {@return how far each conversation has arrived, for a resume} */
  cursors(): Cursors {
    const cursors: Cursors = {};
    for (const [id, { log }] of this.conversations.value)
      if (log.arrived !== undefined) cursors[id] = log.arrived;
    return cursors;
  }

  onLive(): void {
    // Somebody may have switched encryption on meanwhile: what waits is asked about again.
    if (this.#isKnown) this.#known = this.#notKnown();
    void this.refresh();
    void this.refreshPeople();
    this.outbox.flush();
    void this.#lookAtKeys();
  }

  onEvent(event: Event): void {
    if (isEntry(event)) {
      const id = canonical(event.conversation, this.me);
      this.opening.arrive(this.conversation(id), { ...event, conversation: id });
      return;
    }
    switch (event.type) {
      case 'added':
        void this.refresh();
        break;
      case 'removed':
        this.forget(canonical(event.conversation, this.me));
        break;
      case 'presence':
        this.people.onPresence(event.user, event.state);
        break;
      case 'typing':
        this.conversations.value.get(canonical(event.conversation, this.me))?.onTyping(event.user);
        break;
      case 'notice':
        this.listener.onNotice(event.text, event.code);
        break;
    }
  }

  /** {@return the conversation, made where it is not known yet} */
  conversation(id: string): Conversation {
    const known = this.conversations.peek().get(id);
    if (known) return known;
    const conversation = new Conversation(
      id,
      this.me,
      (of, entry) => this.#onApplied(of, entry),
      () => !this.people.away.peek(),
    );
    this.conversations.value = new Map(this.conversations.peek()).set(id, conversation);
    return conversation;
  }

  history(conversation: Conversation): History {
    const { id, log } = conversation;
    let history = this.#histories.get(id);
    if (!history) {
      history = new History(
        id,
        log,
        async (fields) => {
          const page = await this.link.ask('history', fields);
          return { ...page, messages: await this.opening.messages(id, page.messages) };
        },
        () => this.#heads.get(id) ?? 0,
      );
      this.#histories.set(id, history);
    }
    return history;
  }

  forget(id: string): void {
    const conversations = new Map(this.conversations.value);
    if (!conversations.delete(id)) return;
    this.conversations.value = conversations;
    this.#histories.delete(id);
    this.listener.onRemoved(id);
  }

  send(to: string, text: string, replyTo?: number): void {
    const message = { clientId: newId(), to, text, at: new Date().toISOString() };
    this.conversation(to).newLine.value = undefined;
    this.outbox.add(replyTo === undefined ? message : { ...message, replyTo });
  }

  /** Makes a file ready for a conversation: sealed where its texts are. */
  async pack(file: File, to: string): Promise<Parcel> {
    const conversation = this.conversation(to);
    if (conversation.kind !== 'direct') return { name: file.name, bytes: file };
    await this.#known;
    return this.sealing.pack(conversation, file);
  }

  /** Posts a file that was uploaded; without words its name stands for them. */
  sendFile(to: string, attachment: Attachment): void {
    this.conversation(to).newLine.value = undefined;
    const at = new Date().toISOString();
    this.outbox.add({ clientId: newId(), to, text: '', at, attachment });
  }

  markRead(conversation: Conversation, seq: number): void {
    if (seq <= conversation.read.value || !this.isLive()) return;
    conversation.onRead(seq);
    this.link.ask('read', { conversation: conversation.id, seq }).catch(() => {});
  }

  async refresh(): Promise<void> {
    try {
      const answer = await this.link.ask('conversations', {});
      for (const summary of answer.conversations) {
        const id = canonical(summary.id, this.me);
        this.#heads.set(id, summary.head);
        if (!this.loaded.value) this.#atSignIn.set(id, summary.head);
        this.conversation(id).onSummary(summary);
      }
      if (answer.blocked) this.people.blocked.value = new Set(answer.blocked);
      this.loaded.value = true;
      this.#onKnown();
      void this.#preview();
    } catch {
      // Where the connection was lost meanwhile, the next one asks again.
      if (this.isLive()) setTimeout(() => void this.refresh(), REFRESH_AGAIN);
    }
  }

  /** Asks who is in a group, for its settings and for completion. */
  async loadMembers(conversation: Conversation): Promise<void> {
    if (conversation.kind !== 'group') return;
    const answer = await this.#askMembers(conversation);
    conversation.members.value = answer.members;
    conversation.memberCount.value = answer.members.length;
  }

  /** Asks who may not write in a group or in the lobby. */
  async loadMuted(conversation: Conversation): Promise<void> {
    if (conversation.kind !== 'direct') await this.#askMembers(conversation);
  }

  async refreshPeople(): Promise<void> {
    const [here, hour] = await Promise.allSettled([
      this.link.ask('whoElse', {}),
      this.link.ask('whoLastHour', {}),
    ]);
    if (here.status === 'fulfilled') this.people.onOnline(here.value.users);
    if (hour.status === 'fulfilled') this.people.lastHour.value = hour.value.users;
  }

  async #askMembers(conversation: Conversation) {
    const answer = await this.link.ask('members', { group: bare(conversation.id) });
    conversation.onMuted(answer.muted);
    return answer;
  }

  /** Loads the newest message of each conversation, which gives the list its order and previews. */
  async #preview(): Promise<void> {
    let asked = 0;
    for (const conversation of this.conversations.value.values()) {
      if (conversation.log.newest || !this.#heads.get(conversation.id)) continue;
      // The server limits what one asks for: something must be left for what is clicked meanwhile.
      if (++asked > PREVIEWS_AT_ONCE)
        await new Promise((resolve) => setTimeout(resolve, PREVIEW_PAUSE));
      if (!this.isLive()) return;
      await this.history(conversation).latest();
      conversation.onNewest();
    }
  }

  #notKnown(): Promise<void> {
    this.#isKnown = false;
    return new Promise((resolve) => {
      this.#onKnown = () => {
        this.#isKnown = true;
        resolve();
      };
    });
  }

  /** Of a failure the next connection hears. */
  async #lookAtKeys(): Promise<void> {
    await this.keyring.onLive().catch(() => {});
    await this.#reopening.now();
  }

  #onApplied(conversation: Conversation, entry: Entry): void {
    this.#receipts.onArrived(conversation.id, entry.seq);
    if (entry.type !== 'message') return;
    this.outbox.onSeen(entry.clientId);
    const old = entry.seq <= (this.#atSignIn.get(conversation.id) ?? 0);
    if (this.loaded.value && !old && entry.from !== this.me)
      this.listener.onMessage(conversation, entry);
  }
}
