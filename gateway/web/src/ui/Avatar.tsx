import type { PresenceState } from '../protocol/frames';

const HUES = 10;

/** {@return one of ten colours, the same for a name everywhere} */
export function hueOf(name: string): number {
  let hash = 2_166_136_261;
  for (const sign of name) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 16_777_619);
  return (hash >>> 8) % HUES;
}

interface Props {
  name: string;
  state?: PresenceState | undefined;
  small?: boolean;
}

export function Avatar({ name, state, small }: Props) {
  const letters = name.replace(/[^\p{L}\p{N}]/gu, '').slice(0, 2) || '?';
  return (
    <span class={`avatar hue-${hueOf(name)} ${small ? 'small' : ''}`} aria-hidden="true">
      {letters}
      {state && <span class={`presence ${state}`} />}
    </span>
  );
}
