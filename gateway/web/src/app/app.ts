import { computed, signal } from '@preact/signals';
import { Previews } from '../files/previews';
import { FileServer } from '../files/server';
import { Unfinished } from '../files/unfinished';
import type { Parcel } from '../files/upload';
import { Uploads } from '../files/uploads';
import { t } from '../i18n';
import { Notifier } from '../notify/notifier';
import { Refused } from '../protocol/frames';
import { Link, type LinkOptions } from '../protocol/link';
import { Session } from '../session/session';
import { lastConversation } from '../settings/preferences';
import type { Conversation } from '../store/conversation';
import { type Keep, openKeep } from '../store/database';
import { bare, LOBBY } from '../store/names';
import { ofSealed } from '../store/sealing';
import { Workspace } from '../store/workspace';
import { Ui } from './ui';

/** Wires the parts together; components reach it through `useApp()`. */
export class App {
  readonly ui = new Ui();
  readonly workspace = signal<Workspace | undefined>(undefined);
  readonly link: Link;
  readonly session: Session;
  readonly notifier: Notifier;
  readonly keep: Keep;
  readonly files = new FileServer(() => this.#token());
  readonly previews = new Previews(this.files);
  readonly unfinished = new Unfinished(() => this.keep);
  readonly uploads = new Uploads(
    this.files,
    this.unfinished,
    ({ to, name, file, sealed }, id) =>
      this.workspace.value?.sendFile(to, {
        id,
        name,
        size: file.size,
        mediaType: file.type,
        sha256: '',
        ...(sealed && ofSealed(sealed)),
      }),
    (file, to) => this.#pack(file, to),
  );
  readonly current = computed(() => {
    const id = this.ui.current.value;
    return id === undefined ? undefined : this.workspace.value?.conversations.value.get(id);
  });

  constructor(options: LinkOptions, keep: Keep = openKeep()) {
    this.keep = keep;
    this.notifier = new Notifier((conversation) => this.ui.open(conversation));
    this.link = new Link(options, {
      onOpen: () => this.session.onOpen(),
      onEvent: (event) => this.workspace.value?.onEvent(event),
      onEnded: (reason) => this.session.onEnded(reason),
    });
    this.session = new Session(this.link, keep, {
      onSignedIn: (user) => this.#enter(user),
      onLive: () => this.workspace.value?.onLive(),
      onSigningOut: () => this.uploads.end(),
      onSignedOut: () => this.#leave(),
      cursors: () => this.workspace.value?.cursors() ?? {},
    });
  }

  /** Says of a refusal what it means; for actions whose failure is shown nowhere else. */
  async attempt(action: Promise<unknown>): Promise<boolean> {
    try {
      await action;
      return true;
    } catch (error) {
      this.ui.say(refusalText(error), 'error');
      return false;
    }
  }

  async createGroup(group: string, users: string[], open: boolean): Promise<void> {
    const from = this.ui.current.peek();
    if (open) await this.#makeOpen(group, users);
    else await this.link.ask('createGroup', { group, users });
    await this.#openNew(`#${group}`, from);
  }

  async joinGroup(group: string): Promise<void> {
    const from = this.ui.current.peek();
    await this.link.ask('joinGroup', { group });
    await this.#openNew(`#${group}`, from);
  }

  async leaveGroup(group: string): Promise<void> {
    await this.link.ask('leave', { group });
    this.workspace.value?.forget(`#${group}`);
  }

  async setBlocked(user: string, blocked: boolean): Promise<void> {
    await this.link.ask(blocked ? 'block' : 'unblock', { user });
    this.workspace.value?.people.onBlocked(user, blocked);
    this.ui.say(t(blocked ? 'blocked_done' : 'unblocked_done', { user }));
  }

  /** {@return whether one may act on what others write there} The server decides; this is what is offered. */
  moderates(conversation: Conversation): boolean {
    return conversation.kind !== 'direct' && this.session.role.value !== 'member';
  }

  async mute(conversation: Conversation, user: string, minutes?: number): Promise<void> {
    const fields = { group: bare(conversation.id), user };
    await this.link.ask('muteMember', minutes === undefined ? fields : { ...fields, minutes });
    await this.workspace.value?.loadMuted(conversation);
  }

  async unmute(conversation: Conversation, user: string): Promise<void> {
    await this.link.ask('unmuteMember', { group: bare(conversation.id), user });
    await this.workspace.value?.loadMuted(conversation);
  }

  openDirect(user: string): void {
    this.workspace.value?.conversation(`@${user}`);
    this.ui.open(`@${user}`);
  }

  /** Opens the conversation `step` places further in the list as it is shown. */
  openNeighbour(step: number): void {
    const list = this.shownOrder();
    const at = list.indexOf(this.ui.current.value ?? '');
    const next = list[(at + step + list.length) % list.length];
    if (next) this.ui.open(next);
  }

  openNextUnread(step: number): void {
    const list = this.shownOrder();
    const at = list.indexOf(this.ui.current.value ?? '');
    for (let i = 1; i <= list.length; i++) {
      const id = list[(at + step * i + list.length * i) % list.length];
      if (id && this.workspace.value?.conversations.value.get(id)?.hasUnread.value) {
        this.ui.open(id);
        return;
      }
    }
  }

  /** {@return conversations as the sidebar has them: groups, then direct ones} */
  shownOrder(): string[] {
    const { groups, direct } = sidebarOrder(this.workspace.value);
    return [...groups, ...direct].map((conversation) => conversation.id);
  }

  /** An open group is made by joining it; one that is there already is not meant. */
  async #makeOpen(group: string, users: string[]): Promise<void> {
    const { groups } = await this.link.ask('groups', {});
    if (groups.some((row) => row.group.replace(/^#/, '') === group))
      throw new Refused('group_exists', 'there is a group of this name');
    await this.link.ask('joinGroup', { group });
    if (users.length > 0) await this.link.ask('addMembers', { group, users });
  }

  /** Opens it for those who have not gone elsewhere meanwhile. */
  async #openNew(id: string, from: string | undefined): Promise<void> {
    this.workspace.value?.conversation(id);
    await this.workspace.value?.refresh();
    if (this.ui.current.peek() === from) this.ui.open(id);
  }

  async #enter(user: string): Promise<void> {
    if (this.workspace.value?.me === user) return;
    const workspace = new Workspace(user, this.link, this.keep, () => this.session.live.peek(), {
      onMessage: (conversation, message) => this.notifier.onMessage(conversation, message, this),
      onNotice: (text) => this.ui.say(text),
      onRemoved: (id) => {
        if (this.ui.current.value === id) this.ui.open(LOBBY);
      },
    });
    // Before the first frame of the session, so that no event is lost.
    this.workspace.value = workspace;
    workspace.conversation(LOBBY);
    this.ui.current.value = lastConversation.peek() || LOBBY;
    workspace.conversation(this.ui.current.value);
    void this.unfinished.open(user);
    await workspace.open();
  }

  #pack(file: File, to: string): Promise<Parcel> {
    const workspace = this.workspace.value;
    if (!workspace) throw new Refused('not_logged_in', 'log in first');
    return workspace.pack(file, to);
  }

  #token(): string {
    const state = this.session.state.peek();
    return state.kind === 'signed-in' ? state.token : '';
  }

  #leave(): void {
    this.uploads.clear();
    this.previews.clear();
    this.workspace.value?.close();
    this.workspace.value = undefined;
    this.ui.reset();
  }
}

export function sidebarOrder(workspace: Workspace | undefined) {
  const list = workspace?.list.value ?? [];
  const groups = list.filter((each) => each.kind !== 'direct');
  groups.sort(
    (a, b) => Number(b.id === LOBBY) - Number(a.id === LOBBY) || a.id.localeCompare(b.id),
  );
  return { groups, direct: list.filter((each) => each.kind === 'direct') };
}

/** {@return what a refusal means, in the reader's language} */
export function refusalText(error: unknown): string {
  if (!(error instanceof Refused)) return t('err_internal');
  if (error.code === 'locked') return t('err_locked', { seconds: error.detail ?? 60 });
  if (error.code === 'muted' && error.detail)
    return t('err_muted_for', { minutes: Math.ceil(error.detail / 60) });
  return t(`err_${error.code}`);
}
