import { signal } from '@preact/signals';
import type { PersonOnline, PersonSeen, PresenceState } from '../protocol/frames';

/** Who is here, who was, and whom one blocks. Unknown people count as offline. */
export class People {
  readonly states = signal<ReadonlyMap<string, PresenceState>>(new Map());
  readonly lastHour = signal<readonly PersonSeen[]>([]);
  /** Whether one has touched nothing for a while oneself. */
  readonly away = signal(false);
  readonly blocked = signal<ReadonlySet<string>>(new Set());

  state(user: string): PresenceState {
    return this.states.value.get(user) ?? 'offline';
  }

  onOnline(users: PersonOnline[]): void {
    this.states.value = new Map(users.map((person) => [person.user, person.state]));
  }

  onPresence(user: string, state: PresenceState): void {
    const states = new Map(this.states.value);
    if (state === 'offline') states.delete(user);
    else states.set(user, state);
    this.states.value = states;
  }

  onBlocked(user: string, blocked: boolean): void {
    const users = new Set(this.blocked.value);
    if (blocked) users.add(user);
    else users.delete(user);
    this.blocked.value = users;
  }

  get online(): string[] {
    return [...this.states.value.keys()].sort();
  }
}
