/**
 * The frame protocol of docs/protocol.md as types: what is asked, what is answered, what is told.
 * Field names are the wire's. A conversation is `@bob`, `#name` or `#lobby`.
 */

import type { Problem } from '../sealed/envelope';

export type ErrorCode =
  | 'bad_command'
  | 'too_long'
  | 'bad_name'
  | 'not_logged_in'
  | 'already_logged_in'
  | 'name_taken'
  | 'registration_closed'
  | 'bad_credentials'
  | 'locked'
  | 'weak_password'
  | 'disabled'
  | 'bad_key'
  | 'bad_device'
  | 'no_such_user'
  | 'no_such_group'
  | 'group_exists'
  | 'not_member'
  | 'no_such_message'
  | 'no_such_file'
  | 'no_room'
  | 'not_author'
  | 'too_late'
  | 'not_allowed'
  | 'muted'
  | 'blocked'
  | 'encrypted'
  | 'not_encrypted'
  | 'rate_limited'
  | 'unavailable'
  | 'internal'
  // The page's own: it does not send what it cannot encrypt.
  | 'no_keys'
  | 'peer_without_keys'
  | 'key_changed'
  | 'encryption_off'
  | 'file_altered'
  | 'not_open';

/** What an account may do. */
export type Role = 'member' | 'moderator' | 'admin';
export type PresenceState = 'online' | 'away' | 'offline';
export type MembershipChange = 'added' | 'joined' | 'removed' | 'left';
export type Cursors = Record<string, number>;
/** `open`, or a reason; see docs/encryption.md. */
export type Sealed = 'open' | 'no_keys' | 'unreachable' | Problem;

/** A sealed text that may open later, and where it was met. */
export interface Shut {
  text: string;
  attachment?: Attachment;
  sender: string;
  kind: 'message' | 'edit';
  target: number;
  /** Absent where its order is not judged. */
  seq: number | undefined;
  /** When it came, as the server says. */
  at: string;
  /** The message was edited since: only its file is still wanted. */
  edited?: boolean;
}

export type Reactions = Record<string, string[]>;

/** A place of a message's way, in the order of the way; what is not known is left out. */
export interface Hop {
  hop: 'received' | 'published' | 'stored' | 'gateway' | 'delivered';
  at: string;
}

/** The file of a message; its bytes are at `/api/files/ID`. */
export interface Attachment {
  id: string;
  name: string;
  size: number;
  mediaType: string;
  sha256: string;
  /** The page's own: what opens the bytes, where its sender sealed them. */
  key?: string;
}

/** A message as `history`, `pinned` and `search` show it: as it is now. */
export interface WireMessage {
  seq: number;
  at: string;
  from: string;
  text: string;
  /** The page's own: `open` where the text was sealed and could be opened, or why it could not. */
  sealed?: Sealed;
  shut?: Shut;
  replyTo?: number;
  attachment?: Attachment;
  edited?: string;
  deleted?: boolean;
  reactions?: Reactions;
  pinned?: boolean;
  /** Seq of the last change to this message; absent where nothing changed. */
  changed?: number;
}

export interface FoundMessage extends WireMessage {
  conversation: string;
}

export interface ConversationSummary {
  id: string;
  kind: 'direct' | 'group' | 'lobby';
  open?: boolean;
  members?: number;
  head: number;
  given: number;
  read: number;
  unread: number;
  mentions: number;
  /** Absent where nobody ever said. */
  encrypted?: boolean;
}

export interface Stored {
  conversation: string;
  seq: number;
  at: string;
  attachment?: Attachment;
}

interface SessionOpened {
  token: string;
  expiresAt: string;
  user: string;
  role: Role;
}

/** Who may not write in a group; without `until` the mute lasts until somebody ends it. */
export interface MutedMember {
  user: string;
  until?: string;
}

export interface SshKey {
  fingerprint: string;
  keyType: string;
  name: string;
  addedAt: string;
}

export interface Version {
  seq: number;
  at: string;
  text: string;
  sealed?: Sealed;
  shut?: Shut;
}

export interface PersonOnline {
  user: string;
  door: string;
  since: string;
  state: 'online' | 'away';
}

export interface PersonSeen {
  user: string;
  lastLogin: string;
  online: boolean;
}

export interface GroupRow {
  group: string;
  members: number;
}

type Nothing = Record<never, never>;

/** Each request with the fields it carries and those of its answer. */
export interface Requests {
  register: { fields: { user: string; password: string }; answer: SessionOpened };
  login: { fields: { user: string; password: string; takeover?: boolean }; answer: SessionOpened };
  resume: { fields: { token: string; cursors?: Cursors }; answer: { user: string; role: Role } };
  changePassword: { fields: { oldPassword: string; newPassword: string }; answer: Nothing };
  keys: { fields: Nothing; answer: { keys: SshKey[] } };
  addKey: { fields: { key: string; name?: string }; answer: Nothing };
  removeKey: { fields: { fingerprint: string }; answer: Nothing };
  devices: {
    fields: { user?: string };
    answer: { user: string; links: string[]; waiting: string[] };
  };
  linkDevice: { fields: { link: string; restart?: boolean }; answer: Nothing };
  requestDevice: { fields: { statement: string }; answer: Nothing };
  encrypt: {
    fields: { conversation: string; encrypted: boolean; clientId: string };
    /** `seq` is 0 where it was so already: no entry was made. */
    answer: Stored;
  };
  send: {
    fields: { to: string; text: string; clientId: string; replyTo?: number; attachment?: string };
    answer: Stored;
  };
  edit: {
    fields: { conversation: string; seq: number; text: string; clientId: string };
    answer: Stored;
  };
  delete: { fields: { conversation: string; seq: number; clientId: string }; answer: Stored };
  react: {
    fields: {
      conversation: string;
      seq: number;
      reaction: string;
      remove?: boolean;
      clientId: string;
    };
    answer: Stored;
  };
  pin: {
    fields: { conversation: string; seq: number; remove?: boolean; clientId: string };
    answer: Stored;
  };
  history: {
    fields: {
      conversation: string;
      before?: number;
      after?: number;
      around?: number;
      limit?: number;
    };
    answer: { messages: WireMessage[]; more: boolean };
  };
  edits: { fields: { conversation: string; seq: number }; answer: { edits: Version[] } };
  trace: { fields: { conversation: string; seq: number }; answer: { hops: Hop[] } };
  pinned: { fields: { conversation: string }; answer: { messages: WireMessage[] } };
  search: {
    fields: { query: string; limit?: number; before?: number | string };
    answer: { results: FoundMessage[]; next?: number | string };
  };
  conversations: {
    fields: Nothing;
    answer: { conversations: ConversationSummary[]; blocked?: string[] };
  };
  read: { fields: { conversation: string; seq: number }; answer: Nothing };
  createGroup: {
    fields: { group: string; users: string[]; open?: boolean };
    answer: { conversation: string };
  };
  joinGroup: { fields: { group: string }; answer: { conversation: string } };
  leave: { fields: { group: string }; answer: { conversation: string } };
  addMembers: { fields: { group: string; users: string[] }; answer: { conversation: string } };
  removeMember: { fields: { group: string; users: string[] }; answer: { conversation: string } };
  muteMember: {
    fields: { group: string; user: string; minutes?: number };
    answer: { conversation: string };
  };
  unmuteMember: { fields: { group: string; user: string }; answer: { conversation: string } };
  members: { fields: { group: string }; answer: { members: string[]; muted: MutedMember[] } };
  groups: { fields: Nothing; answer: { groups: GroupRow[] } };
  whoElse: { fields: Nothing; answer: { users: PersonOnline[] } };
  whoLastHour: { fields: Nothing; answer: { users: PersonSeen[] } };
  ping: {
    fields: { user: string };
    answer: { user: string; state: PresenceState | 'blocked'; lastSeen?: string };
  };
  block: { fields: { user: string }; answer: { user: string } };
  unblock: { fields: { user: string }; answer: { user: string } };
  logout: { fields: Nothing; answer: Nothing };
}

export type RequestType = keyof Requests;
export type FieldsOf<T extends RequestType> = Requests[T]['fields'];
export type AnswerOf<T extends RequestType> = Requests[T]['answer'];

/** Requests that are not answered. */
export type Signal =
  | { type: 'received'; cursors: Cursors }
  | { type: 'away'; away: boolean }
  | { type: 'typing'; conversation: string };

interface EntryFields {
  conversation: string;
  seq: number;
  at: string;
}

/** Events with a number: together they are the log of a conversation. */
export type Entry =
  | (EntryFields & {
      type: 'message';
      from: string;
      text: string;
      sealed?: Sealed;
      shut?: Shut;
      replyTo?: number;
      attachment?: Attachment;
      clientId?: string;
    })
  | (EntryFields & {
      type: 'edit';
      from: string;
      target: number;
      text: string;
      sealed?: Sealed;
      shut?: Shut;
    })
  | (EntryFields & { type: 'delete'; from: string; target: number })
  | (EntryFields & {
      type: 'react';
      from: string;
      target: number;
      reaction: string;
      removed?: boolean;
    })
  | (EntryFields & { type: 'pin'; from: string; target: number; removed?: boolean })
  | (EntryFields & { type: 'encryption'; from: string; encrypted: boolean })
  | (EntryFields & { type: 'member'; user: string; change: MembershipChange; by: string })
  | (EntryFields & {
      type: 'mute';
      user: string;
      by: string;
      removed: boolean;
      until?: string;
    });

export type ChangeEntry = Extract<Entry, { type: 'edit' | 'delete' | 'react' | 'pin' }>;
export type EditEntry = Extract<Entry, { type: 'edit' }>;
export type MessageEntry = Extract<Entry, { type: 'message' }>;
export type EncryptionEntry = Extract<Entry, { type: 'encryption' }>;
export type MemberEntry = Extract<Entry, { type: 'member' }>;
export type MuteEntry = Extract<Entry, { type: 'mute' }>;

/** Entries about people instead of messages. */
export type PeopleEntry = MemberEntry | MuteEntry;

export type Event =
  | Entry
  | { type: 'added' | 'removed'; conversation: string; by: string }
  | { type: 'presence'; user: string; state: PresenceState }
  | { type: 'typing'; conversation: string; user: string }
  | { type: 'notice'; text: string; code?: string };

export type Answer =
  | { type: 'ok'; id: string }
  | { type: 'error'; id?: string; code: ErrorCode; message: string; detail?: number };

export type ServerFrame = Event | Answer;

const ENTRY_TYPES: ReadonlySet<string> = new Set([
  'message',
  'edit',
  'delete',
  'react',
  'pin',
  'encryption',
  'member',
  'mute',
]);

export function isEntry(frame: ServerFrame): frame is Entry {
  return ENTRY_TYPES.has(frame.type);
}

export function isAnswer(frame: ServerFrame): frame is Answer {
  return frame.type === 'ok' || frame.type === 'error';
}

/** Reads what one WebSocket frame holds: one object, or an array of them. Unreadable text is nothing. */
export function parseFrames(data: unknown): ServerFrame[] {
  if (typeof data !== 'string') return [];
  let value: unknown;
  try {
    value = JSON.parse(data, dropInvented);
  } catch {
    return [];
  }
  return (Array.isArray(value) ? value : [value]).filter(isFrame);
}

/** What a server says of sealing is its own invention: only the page knows what it could open. */
function dropInvented(name: string, value: unknown): unknown {
  if (name === 'sealed' || name === 'shut') return undefined;
  if (name !== 'attachment' || typeof value !== 'object' || value === null) return value;
  const { key: _, ...attachment } = value as Attachment;
  return attachment;
}

function isFrame(value: unknown): value is ServerFrame {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** A refusal of the server, or `unavailable` where no answer came: then it may or may not be done. */
export class Refused extends Error {
  override readonly name = 'Refused';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly detail?: number,
  ) {
    super(message);
  }
}
