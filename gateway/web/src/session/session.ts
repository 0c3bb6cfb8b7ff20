import { signal } from '@preact/signals';
import { type Cursors, Refused, type Role } from '../protocol/frames';
import type { Link } from '../protocol/link';
import type { Keep } from '../store/database';

export type SessionState =
  | { kind: 'starting' }
  | { kind: 'signed-out'; because?: 'expired' }
  | { kind: 'signed-in'; user: string; token: string }
  | { kind: 'taken-over'; user: string; token: string };

export interface Credentials {
  user: string;
  password: string;
  register: boolean;
  takeover: boolean;
  /** Whether the token outlives the page. */
  keep: boolean;
}

export interface SessionListener {
  onSignedIn(user: string): Promise<void>;
  /** The session is served by the open connection. */
  onLive(): void;
  /** One is about to sign out: what is to be ended with the session's token is ended now. */
  onSigningOut(): Promise<void>;
  onSignedOut(): void;
  cursors(): Cursors;
}

interface Kept {
  user: string;
  token: string;
}

const KEY = 'session';

/** Who is signed in, and that a new connection goes on with the same session. */
export class Session {
  readonly state = signal<SessionState>({ kind: 'starting' });
  readonly live = signal(false);
  /** What the account may do, as the server said when the session was opened. */
  readonly role = signal<Role>('member');
  #awaiting: { resolve: () => void; reject: (refusal: Refused) => void } | undefined;

  constructor(
    private readonly link: Link,
    private readonly keep: Keep,
    private readonly listener: SessionListener,
  ) {
    link.state.subscribe((state) => {
      if (state.kind === 'open' || state.kind === 'connecting') return;
      this.live.value = false;
      this.#awaiting?.reject(new Refused('unavailable', 'no connection'));
      this.#awaiting = undefined;
    });
  }

  /** Goes on with a session that was kept, if there is one. */
  async start(): Promise<void> {
    const kept = await this.keep.get<Kept>(KEY);
    if (kept) await this.#enter(kept);
    else this.state.value = { kind: 'signed-out' };
  }

  /** Registers or logs in; rejects with {@link Refused}. */
  async signIn(credentials: Credentials): Promise<void> {
    const { user, password, register, takeover, keep } = credentials;
    await this.#opened();
    const opened = register
      ? await this.link.ask('register', { user, password })
      : await this.link.ask('login', takeover ? { user, password, takeover } : { user, password });
    this.role.value = opened.role;
    const kept = { user: opened.user, token: opened.token };
    if (keep) await this.keep.set(KEY, kept);
    this.state.value = { kind: 'signed-in', ...kept };
    await this.listener.onSignedIn(kept.user);
    this.#goLive();
  }

  async logOut(): Promise<void> {
    await this.listener.onSigningOut();
    this.link.keepOpen(false);
    await this.link.ask('logout', {}).catch(() => {});
    await this.#leave({ kind: 'signed-out' });
  }

  /** Takes the session back from where else it was opened. */
  async useHere(): Promise<void> {
    const state = this.state.value;
    if (state.kind === 'taken-over') await this.#enter(state);
  }

  async signInAgain(): Promise<void> {
    await this.#leave({ kind: 'signed-out' });
  }

  onOpen(): void {
    this.#awaiting?.resolve();
    this.#awaiting = undefined;
    if (this.state.value.kind === 'signed-in') void this.#resume(this.state.value.token);
  }

  onEnded(reason: 'logged-out' | 'taken-over'): void {
    const state = this.state.value;
    if (state.kind !== 'signed-in') return;
    if (reason === 'taken-over') this.state.value = { ...state, kind: 'taken-over' };
    else void this.#leave({ kind: 'signed-out' });
  }

  async #enter({ user, token }: Kept): Promise<void> {
    this.state.value = { kind: 'signed-in', user, token };
    await this.listener.onSignedIn(user);
    this.link.keepOpen(true);
    this.link.connect();
  }

  async #resume(token: string): Promise<void> {
    try {
      const cursors = this.listener.cursors();
      this.role.value = (await this.link.ask('resume', { token, cursors })).role;
      this.#goLive();
    } catch (error) {
      const passing =
        error instanceof Refused &&
        ['unavailable', 'rate_limited', 'internal'].includes(error.code);
      if (!passing) await this.#leave({ kind: 'signed-out', because: 'expired' });
      else if (this.link.state.value.kind === 'open') this.link.renewLater();
    }
  }

  #goLive(): void {
    this.link.keepOpen(true);
    this.live.value = true;
    this.listener.onLive();
  }

  async #leave(state: SessionState): Promise<void> {
    await this.keep.remove(KEY);
    this.link.close();
    this.state.value = state;
    this.listener.onSignedOut();
  }

  #opened(): Promise<void> {
    if (this.link.state.value.kind === 'open') return Promise.resolve();
    const opened = new Promise<void>((resolve, reject) => {
      this.#awaiting = { resolve, reject };
    });
    this.link.connect();
    return opened;
  }
}
