import type { Entry, MembershipChange, Role, SshKey, WireMessage } from '../src/protocol/frames';
import { applyChange, fromEntry, type Message } from '../src/store/message';
import { FakeFiles } from './fakeFiles';

/**
 * An in-memory server that speaks the frames of docs/protocol.md, for tests and for `npm run dev`. It
 * keeps nothing, checks no password strength, and has one gateway's view of the world.
 */

type Frame = Record<string, unknown> & { type: string; id?: string };
interface SendFields {
  to: string;
  text: string;
  clientId: string;
  replyTo?: number;
  attachment?: string;
}

type Handler = (connection: FakeConnection, frame: never) => object | undefined;

interface Room {
  id: string;
  open: boolean;
  members: Set<string>;
  muted: Map<string, string | undefined>;
  entries: Entry[];
  clientIds: Map<string, Entry>;
  given: Map<string, number>;
  read: Map<string, number>;
}

interface Account {
  password: string;
  wrong: number;
  role: Role;
  keys: SshKey[];
  blocks: Set<string>;
  lastLogin: string;
}

class Refusal {
  constructor(
    readonly code: string,
    readonly detail?: number,
  ) {}
}

/** One connection to the fake server; `deliver` and `close` reach the client. */
export class FakeConnection {
  user: string | undefined;
  token: string | undefined;
  away = false;
  readonly since = new Date().toISOString();

  constructor(
    readonly server: FakeServer,
    readonly deliver: (text: string) => void,
    readonly close: (code: number) => void,
  ) {}

  tell(frame: object): void {
    this.deliver(JSON.stringify(frame));
  }

  onText(text: string): void {
    this.server.onFrame(this, JSON.parse(text) as Frame);
  }

  onClosed(): void {
    this.server.onClosed(this);
  }
}

export class FakeServer {
  readonly files = new FakeFiles();
  readonly accounts = new Map<string, Account>();
  readonly rooms = new Map<string, Room>();
  readonly connections = new Set<FakeConnection>();
  readonly tokens = new Map<string, string>();
  readonly devices = new Map<string, { links: string[]; waiting: string[] }>();
  readonly encrypted = new Map<string, boolean>();
  /** Requests received, in order; tests look at them. */
  readonly received: Frame[] = [];
  /** While set, requests of these types are neither done nor answered. */
  readonly silent = new Set<string>();
  /** Requests of these types wait until a test calls what stands for them, in whatever order. */
  readonly held = new Map<string, (() => void)[]>();
  #next = 1;

  constructor() {
    this.#room('#lobby', true);
  }

  connect(deliver: (text: string) => void, close: (code: number) => void): FakeConnection {
    return new FakeConnection(this, deliver, close);
  }

  onFrame(connection: FakeConnection, frame: Frame): void {
    this.received.push(frame);
    if (this.silent.has(frame.type)) return;
    const held = this.held.get(frame.type);
    if (held) held.push(() => this.#do(connection, frame));
    else this.#do(connection, frame);
  }

  #do(connection: FakeConnection, frame: Frame): void {
    const handler = this.#handlers[frame.type];
    try {
      if (!handler) throw new Refusal('bad_command');
      if (!connection.user && !['login', 'register', 'resume'].includes(frame.type))
        throw new Refusal('not_logged_in');
      const answer = handler(connection, frame as never);
      if (answer) connection.tell({ type: 'ok', id: frame.id, ...answer });
      if (['login', 'register', 'resume'].includes(frame.type))
        this.#catchUp(connection, (frame.cursors as Record<string, number>) ?? {});
      if (frame.type === 'logout') {
        this.onClosed(connection);
        connection.close(1000);
      }
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const { code, detail } = refusal;
      connection.tell({ type: 'error', id: frame.id, code, message: code, detail });
    }
  }

  onClosed(connection: FakeConnection): void {
    if (!this.connections.delete(connection) || !connection.user) return;
    this.#presence(connection.user, 'offline');
  }

  /** Writes as somebody who has no connection; for tests and for demo data. */
  post(from: string, to: string, text: string, at = new Date()): Entry {
    return this.#append(this.#roomFor(from, to), from, { type: 'message', from, text }, at);
  }

  register(user: string, password = 'password', role: Role = 'member'): void {
    const account = {
      password,
      role,
      wrong: 0,
      keys: [],
      blocks: new Set<string>(),
      lastLogin: '',
    };
    this.accounts.set(user, account);
    this.#lobby.members.add(user);
  }

  makeGroup(name: string, members: string[], open = false): void {
    const room = this.#room(`#${name}`, open);
    for (const user of members) this.#member(room, user, 'added', members[0] ?? user);
  }

  /** Takes all that was written so far as given to everybody, and read. */
  allRead(): void {
    for (const room of this.rooms.values())
      for (const user of room.members) {
        room.given.set(user, room.entries.length);
        room.read.set(user, room.entries.length);
      }
  }

  /** Drops every connection as a network does. */
  dropAll(code = 1006): void {
    for (const connection of [...this.connections]) {
      this.onClosed(connection);
      connection.close(code);
    }
  }

  readonly #handlers: Record<string, Handler> = {
    register: (connection, { user, password }: { user: string; password: string }) => {
      if (this.accounts.has(user)) throw new Refusal('name_taken');
      if (!/^[a-z][a-z0-9_.-]{2,31}$/.test(user)) throw new Refusal('bad_name');
      if (password.length < 8) throw new Refusal('weak_password');
      this.register(user, password);
      return this.#open(connection, user);
    },
    login: (connection, frame: { user: string; password: string; takeover?: boolean }) => {
      const account = this.accounts.get(frame.user);
      if (account && account.wrong >= 3) throw new Refusal('locked', 60);
      if (account?.password !== frame.password) {
        if (account) account.wrong++;
        throw new Refusal('bad_credentials');
      }
      const others = this.#of(frame.user);
      if (others.length > 0 && !frame.takeover) throw new Refusal('already_logged_in');
      this.#end(others);
      account.wrong = 0;
      return this.#open(connection, frame.user);
    },
    resume: (connection, { token }: { token: string }) => {
      const user = this.tokens.get(token);
      if (!user) throw new Refusal('bad_credentials');
      this.#end(this.#of(user), false);
      this.#enter(connection, user, token);
      return { user, role: this.#known(user).role };
    },
    changePassword: (connection, frame: { oldPassword: string; newPassword: string }) => {
      const account = this.#account(connection);
      if (account.password !== frame.oldPassword) throw new Refusal('bad_credentials');
      account.password = frame.newPassword;
      return {};
    },
    keys: (connection) => ({ keys: this.#account(connection).keys }),
    addKey: (connection, { key, name = '' }: { key: string; name?: string }) => {
      const [keyType = '', base64 = ''] = key.split(' ');
      if (!keyType.startsWith('ssh-') || base64.length < 8) throw new Refusal('bad_key');
      const fingerprint = `SHA256:${base64.slice(-8)}`;
      const addedAt = new Date().toISOString();
      this.#account(connection).keys.push({ fingerprint, keyType, name, addedAt });
      return {};
    },
    removeKey: (connection, { fingerprint }: { fingerprint: string }) => {
      const account = this.#account(connection);
      account.keys = account.keys.filter((key) => key.fingerprint !== fingerprint);
      return {};
    },
    devices: (connection, { user }: { user?: string }) => {
      const account = user ?? this.#user(connection);
      const { links, waiting } = this.devices.get(account) ?? { links: [], waiting: [] };
      return { user: account, links, waiting: user ? [] : waiting };
    },
    linkDevice: (connection, { link, restart }: { link: string; restart?: boolean }) => {
      const user = this.#user(connection);
      const known = this.devices.get(user) ?? { links: [], waiting: [] };
      // Which of those that wait it links, the real server reads in it; here none waits any more.
      this.devices.set(user, { links: restart ? [link] : [...known.links, link], waiting: [] });
      return {};
    },
    requestDevice: (connection, { statement }: { statement: string }) => {
      const user = this.#user(connection);
      const known = this.devices.get(user) ?? { links: [], waiting: [] };
      this.devices.set(user, { ...known, waiting: [...known.waiting, statement] });
      return {};
    },
    encrypt: (
      connection,
      frame: { conversation: string; encrypted: boolean; clientId: string },
    ) => {
      const from = this.#user(connection);
      const room = this.#roomFor(from, frame.conversation);
      const isRepeated = room.clientIds.has(`${from} ${frame.clientId}`);
      if (!isRepeated && this.encrypted.get(room.id) === frame.encrypted)
        return { conversation: this.#seenBy(room, from), seq: 0, at: new Date().toISOString() };
      this.encrypted.set(room.id, frame.encrypted);
      return this.#once(connection, room, frame.clientId, () => ({
        type: 'encryption',
        from,
        encrypted: frame.encrypted,
      }));
    },
    send: (connection, frame: SendFields) => {
      const from = this.#user(connection);
      const room = this.#roomFor(from, frame.to);
      if (this.#isBlocked(room, from)) throw new Refusal('blocked');
      if (room.muted.has(from)) throw new Refusal('muted');
      const sealed = frame.text.startsWith('parley-sealed-1:');
      if (sealed !== (this.encrypted.get(room.id) ?? false))
        throw new Refusal(sealed ? 'not_encrypted' : 'encrypted');
      const attachment = frame.attachment && this.files.attachment(frame.attachment);
      if (frame.attachment && !attachment) throw new Refusal('no_such_file');
      const stored = this.#once(connection, room, frame.clientId, () => ({
        type: 'message',
        from,
        text: frame.text || (attachment ? attachment.name : ''),
        ...(frame.replyTo === undefined ? {} : { replyTo: frame.replyTo }),
        ...(attachment && { attachment }),
      }));
      return attachment ? { ...stored, attachment } : stored;
    },
    edit: (connection, frame: { seq: number; text: string } & Target) =>
      this.#change(connection, frame, true, { type: 'edit', text: frame.text }),
    delete: (connection, frame: { seq: number } & Target) =>
      this.#change(connection, frame, true, { type: 'delete' }),
    react: (connection, frame: { seq: number; reaction: string; remove?: boolean } & Target) =>
      this.#change(connection, frame, false, {
        type: 'react',
        reaction: frame.reaction,
        removed: frame.remove ?? false,
      }),
    pin: (connection, frame: { seq: number; remove?: boolean } & Target) =>
      this.#change(connection, frame, false, { type: 'pin', removed: frame.remove ?? false }),
    history: (connection, frame: HistoryFields) => this.#history(connection, frame),
    edits: (connection, { conversation, seq }: { conversation: string; seq: number }) => {
      const room = this.#memberOf(connection, conversation);
      const versions = room.entries.filter(
        (entry) => entry.seq === seq || (entry.type === 'edit' && entry.target === seq),
      );
      return {
        edits: versions.map((entry) => ({
          seq: entry.seq,
          at: entry.at,
          text: 'text' in entry ? entry.text : '',
        })),
      };
    },
    pinned: (connection, { conversation }: { conversation: string }) => ({
      messages: this.#messages(this.#memberOf(connection, conversation)).filter(
        (message) => message.pinned,
      ),
    }),
    search: (connection, { query, limit = 20 }: { query: string; limit?: number }) =>
      this.#search(connection, query, limit),
    conversations: (connection) => {
      const user = this.#user(connection);
      return {
        conversations: this.#roomsOf(user).map((room) => this.#summary(room, user)),
        blocked: [...this.#account(connection).blocks],
      };
    },
    received: (connection, { cursors }: { cursors: Record<string, number> }) => {
      for (const [id, seq] of Object.entries(cursors))
        this.#memberOf(connection, id).given.set(this.#user(connection), seq);
      return undefined;
    },
    read: (connection, { conversation, seq }: { conversation: string; seq: number }) => {
      this.#memberOf(connection, conversation).read.set(this.#user(connection), seq);
      return {};
    },
    createGroup: (connection, frame: { group: string; users: string[]; open?: boolean }) => {
      const user = this.#user(connection);
      if (this.rooms.has(`#${frame.group}`)) throw new Refusal('group_exists');
      for (const other of frame.users) this.#known(other);
      const room = this.#room(`#${frame.group}`, frame.open ?? false);
      for (const each of [user, ...frame.users])
        this.#member(room, each, 'added', user, connection);
      return { conversation: room.id };
    },
    joinGroup: (connection, { group }: { group: string }) => {
      const user = this.#user(connection);
      const room = this.rooms.get(`#${group}`) ?? this.#room(`#${group}`, true);
      if (!room.open) throw new Refusal('no_such_group');
      if (!room.members.has(user)) this.#member(room, user, 'joined', user, connection);
      return { conversation: room.id };
    },
    leave: (connection, { group }: { group: string }) => {
      const user = this.#user(connection);
      const room = this.#memberOf(connection, `#${group}`);
      this.#member(room, user, 'left', user, connection);
      return { conversation: room.id };
    },
    addMembers: (connection, { group, users }: { group: string; users: string[] }) => {
      const room = this.#memberOf(connection, `#${group}`);
      for (const user of users) this.#known(user);
      for (const user of users)
        this.#member(room, user, 'added', this.#user(connection), connection);
      return { conversation: room.id };
    },
    removeMember: (connection, { group, users }: { group: string; users: string[] }) => {
      const room = this.#memberOf(connection, `#${group}`);
      for (const user of users)
        this.#member(room, user, 'removed', this.#user(connection), connection);
      return { conversation: room.id };
    },
    muteMember: (connection, frame: { group: string; user: string; minutes?: number }) => {
      const room = this.#moderated(connection, frame.group);
      const until =
        frame.minutes === undefined
          ? undefined
          : new Date(Date.now() + frame.minutes * 60_000).toISOString();
      this.#mute(room, frame.user, until, connection);
      return { conversation: room.id };
    },
    unmuteMember: (connection, { group, user }: { group: string; user: string }) => {
      const room = this.#moderated(connection, group);
      room.muted.delete(user);
      const by = this.#user(connection);
      this.#append(room, by, { type: 'mute', user, by, removed: true }, new Date(), connection);
      return { conversation: room.id };
    },
    members: (connection, { group }: { group: string }) => {
      const { members, muted } = this.#memberOf(connection, `#${group}`);
      const rows = [...muted].map(([user, until]) => (until ? { user, until } : { user }));
      return { members: [...members], muted: rows };
    },
    groups: (connection) => ({
      groups: [...this.rooms.values()]
        .filter((room) => room.id.startsWith('#'))
        .filter((room) => room.open || room.members.has(this.#user(connection)))
        .map((room) => ({ group: room.id, members: room.members.size })),
    }),
    whoElse: (connection) => ({
      users: [...this.connections]
        .filter((other) => other.user && other.user !== connection.user)
        .map((other) => ({
          user: other.user,
          door: 'ws',
          since: other.since,
          state: other.away ? 'away' : 'online',
        })),
    }),
    whoLastHour: () => ({
      users: [...this.accounts]
        .filter(([, account]) => account.lastLogin)
        .map(([user, { lastLogin }]) => ({
          user,
          lastLogin,
          online: this.#of(user).length > 0,
        })),
    }),
    ping: (_connection, { user }: { user: string }) => {
      this.#known(user);
      return { user, state: this.#of(user).length > 0 ? 'online' : 'offline' };
    },
    block: (connection, { user }: { user: string }) => {
      this.#known(user);
      this.#account(connection).blocks.add(user);
      return { user };
    },
    unblock: (connection, { user }: { user: string }) => {
      this.#account(connection).blocks.delete(user);
      return { user };
    },
    away: (connection, { away }: { away: boolean }) => {
      connection.away = away;
      this.#presence(this.#user(connection), away ? 'away' : 'online');
      return undefined;
    },
    typing: (connection, { conversation }: { conversation: string }) => {
      const room = this.#memberOf(connection, conversation);
      for (const other of this.connections)
        if (other !== connection && other.user && room.members.has(other.user))
          other.tell({
            type: 'typing',
            conversation: this.#seenBy(room, other.user),
            user: connection.user,
          });
      return undefined;
    },
    logout: (connection) => {
      if (connection.token) this.tokens.delete(connection.token);
      return {};
    },
  };

  #open(connection: FakeConnection, user: string): object {
    const token = `token-${this.#next++}`;
    this.tokens.set(token, user);
    this.#enter(connection, user, token);
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    return { token, expiresAt, user, role: this.#known(user).role };
  }

  #enter(connection: FakeConnection, user: string, token: string): void {
    connection.user = user;
    connection.token = token;
    this.#known(user).lastLogin = new Date().toISOString();
    this.connections.add(connection);
    this.#presence(user, 'online');
  }

  #end(connections: FakeConnection[], forget = true): void {
    for (const connection of connections) {
      this.connections.delete(connection);
      if (forget && connection.token) this.tokens.delete(connection.token);
      connection.close(4001);
    }
  }

  #catchUp(connection: FakeConnection, cursors: Record<string, number>): void {
    const user = this.#user(connection);
    for (const room of this.#roomsOf(user)) {
      const from = cursors[this.#seenBy(room, user)] ?? room.given.get(user) ?? 0;
      const entries = room.entries.filter((entry) => entry.seq > from);
      if (entries.length > 0)
        connection.tell(
          entries.map((entry) => ({ ...entry, conversation: this.#seenBy(room, user) })),
        );
    }
  }

  #history(connection: FakeConnection, frame: HistoryFields): object {
    const all = this.#messages(this.#memberOf(connection, frame.conversation));
    const limit = frame.limit ?? 50;
    if (frame.after !== undefined) {
      const newer = all.filter((message) => message.seq > (frame.after ?? 0));
      return { messages: newer.slice(0, limit), more: newer.length > limit };
    }
    if (frame.around !== undefined) {
      const at = all.findIndex((message) => message.seq >= (frame.around ?? 0));
      const from = Math.max(0, at - Math.floor(limit / 2));
      return { messages: all.slice(from, from + limit), more: from > 0 };
    }
    const older = all.filter((message) => message.seq < (frame.before ?? Number.MAX_SAFE_INTEGER));
    return { messages: older.slice(-limit), more: older.length > limit };
  }

  #search(connection: FakeConnection, query: string, limit: number): object {
    const user = this.#user(connection);
    const from = /from:(\S+)/.exec(query)?.[1]?.replace('me', user);
    const place = /in:(\S+)/.exec(query)?.[1];
    const words = query
      .replace(/\w+:\S+/g, '')
      .toLowerCase()
      .split(/\s+/)
      .filter(Boolean);
    const results = this.#roomsOf(user)
      .filter((room) => !place || this.#seenBy(room, user) === place)
      .flatMap((room) =>
        this.#messages(room).map((message) => ({
          ...message,
          conversation: this.#seenBy(room, user),
        })),
      )
      .filter((message) => !message.deleted && (!from || message.from === from))
      .filter((message) => words.every((word) => message.text.toLowerCase().includes(word)))
      .sort((a, b) => b.at.localeCompare(a.at));
    return { results: results.slice(0, limit) };
  }

  #summary(room: Room, user: string): object {
    const read = room.read.get(user) ?? 0;
    const waiting = this.#messages(room).filter(
      (message) => message.seq > read && message.from !== user,
    );
    return {
      id: this.#seenBy(room, user),
      kind: room.id === '#lobby' ? 'lobby' : room.id.startsWith('#') ? 'group' : 'direct',
      open: room.open,
      members: room.members.size,
      head: room.entries.length,
      given: room.given.get(user) ?? 0,
      read,
      unread: waiting.length,
      mentions: waiting.filter((message) => message.text.includes(`@${user}`)).length,
      ...(this.encrypted.has(room.id) ? { encrypted: this.encrypted.get(room.id) } : {}),
    };
  }

  #messages(room: Room): WireMessage[] {
    const messages = new Map<number, Message>();
    for (const entry of room.entries) {
      if (entry.type === 'message') messages.set(entry.seq, fromEntry(entry));
      else if (entry.type !== 'member' && entry.type !== 'mute' && entry.type !== 'encryption') {
        const message = messages.get(entry.target);
        if (message) messages.set(entry.target, applyChange(message, entry));
      }
    }
    return [...messages.values()];
  }

  #change(
    connection: FakeConnection,
    frame: { seq: number } & Target,
    ownOnly: boolean,
    change: object,
  ): object {
    const room = this.#memberOf(connection, frame.conversation);
    const from = this.#user(connection);
    const message = this.#messages(room).find(({ seq }) => seq === frame.seq);
    if (!message || message.deleted) throw new Refusal('no_such_message');
    const moderates =
      (change as { type: string }).type === 'delete' &&
      room.id.startsWith('#') &&
      this.#account(connection).role !== 'member';
    if (ownOnly && message.from !== from && !moderates) throw new Refusal('not_author');
    return this.#once(connection, room, frame.clientId, () => ({
      ...change,
      from,
      target: frame.seq,
    }));
  }

  /** Appends once for each clientId, and answers instead of telling the one who asked. */
  #once(connection: FakeConnection, room: Room, clientId: string, make: () => object): object {
    const user = this.#user(connection);
    const key = `${user} ${clientId}`;
    const known = room.clientIds.get(key);
    const entry =
      known ?? this.#append(room, user, { ...make(), clientId }, new Date(), connection);
    room.clientIds.set(key, entry);
    return { conversation: this.#seenBy(room, user), seq: entry.seq, at: entry.at };
  }

  #append(room: Room, author: string, fields: object, at: Date, cause?: FakeConnection): Entry {
    const entry = {
      ...fields,
      conversation: room.id,
      seq: room.entries.length + 1,
      at: at.toISOString(),
    } as Entry;
    room.entries.push(entry);
    for (const other of this.connections) {
      if (other === cause || !other.user || !room.members.has(other.user)) continue;
      if (this.accounts.get(other.user)?.blocks.has(author)) continue;
      other.tell({ ...entry, conversation: this.#seenBy(room, other.user) });
    }
    return entry;
  }

  #moderated(connection: FakeConnection, group: string): Room {
    const room = this.#memberOf(connection, `#${group}`);
    if (this.#account(connection).role === 'member') throw new Refusal('not_allowed');
    return room;
  }

  #mute(room: Room, user: string, until: string | undefined, cause: FakeConnection): void {
    room.muted.set(user, until);
    const by = this.#user(cause);
    const mute = { type: 'mute', user, by, removed: false };
    this.#append(room, by, until ? { ...mute, until } : mute, new Date(), cause);
  }

  #member(room: Room, user: string, change: MembershipChange, by: string, cause?: FakeConnection) {
    const comes = change === 'added' || change === 'joined';
    if (comes) room.members.add(user);
    this.#append(room, by, { type: 'member', user, change, by }, new Date(), cause);
    if (!comes) room.members.delete(user);
    if (change === 'joined' || change === 'left') return;
    for (const other of this.#of(user))
      if (other !== cause) other.tell({ type: change, conversation: room.id, by });
  }

  #presence(user: string, state: string): void {
    for (const other of this.connections)
      if (other.user !== user) other.tell({ type: 'presence', user, state });
  }

  #room(id: string, open: boolean, members: string[] = []): Room {
    const room: Room = {
      id,
      open,
      members: new Set(members),
      muted: new Map(),
      entries: [],
      clientIds: new Map(),
      given: new Map(),
      read: new Map(),
    };
    this.rooms.set(id, room);
    return room;
  }

  #roomFor(from: string, to: string): Room {
    if (to.startsWith('#')) {
      const room = this.rooms.get(to);
      if (!room?.members.has(from)) throw new Refusal('no_such_group');
      return room;
    }
    const other = to.slice(1);
    this.#known(other);
    const id = `@${[from, other].sort().join('+')}`;
    return this.rooms.get(id) ?? this.#room(id, false, [from, other]);
  }

  #memberOf(connection: FakeConnection, conversation: string): Room {
    return this.#roomFor(this.#user(connection), conversation);
  }

  #roomsOf(user: string): Room[] {
    return [...this.rooms.values()].filter((room) => room.members.has(user));
  }

  #seenBy(room: Room, user: string): string {
    if (room.id.startsWith('#')) return room.id;
    return `@${[...room.members].find((member) => member !== user) ?? user}`;
  }

  #isBlocked(room: Room, from: string): boolean {
    if (room.id.startsWith('#')) return false;
    return [...room.members].some((member) => this.accounts.get(member)?.blocks.has(from));
  }

  #known(user: string): Account {
    const account = this.accounts.get(user);
    if (!account) throw new Refusal('no_such_user');
    return account;
  }

  #account(connection: FakeConnection): Account {
    return this.#known(this.#user(connection));
  }

  #user(connection: FakeConnection): string {
    if (!connection.user) throw new Refusal('not_logged_in');
    return connection.user;
  }

  #of(user: string): FakeConnection[] {
    return [...this.connections].filter((connection) => connection.user === user);
  }

  get #lobby(): Room {
    return this.rooms.get('#lobby') as Room;
  }
}

interface Target {
  conversation: string;
  clientId: string;
}

interface HistoryFields {
  conversation: string;
  before?: number;
  after?: number;
  around?: number;
  limit?: number;
}
