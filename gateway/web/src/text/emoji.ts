import { signal } from '@preact/signals';

/** Emoji by name, loaded on first use. Names are those of GitHub and Slack: `:tada:`. */
export interface Emoji {
  signOf(name: string): string | undefined;
  /** {@return at most `limit` names that begin with `start`, then those that contain it} */
  complete(start: string, limit: number): { name: string; sign: string }[];
}

/** Offered without loading anything. */
export const FREQUENT: readonly [sign: string, name: string][] = [
  ['👍', '+1'],
  ['❤️', 'heart'],
  ['😂', 'joy'],
  ['🎉', 'tada'],
  ['👀', 'eyes'],
  ['✅', 'white_check_mark'],
  ['😄', 'smile'],
  ['🙏', 'pray'],
  ['🚀', 'rocket'],
  ['🤔', 'thinking'],
  ['👎', '-1'],
  ['😢', 'cry'],
  ['😮', 'open_mouth'],
  ['🔥', 'fire'],
  ['👏', 'clap'],
  ['💯', '100'],
  ['😅', 'sweat_smile'],
  ['🙂', 'slightly_smiling_face'],
  ['😉', 'wink'],
  ['😊', 'blush'],
  ['😎', 'sunglasses'],
  ['🤷', 'shrug'],
  ['👋', 'wave'],
  ['💪', 'muscle'],
  ['☕', 'coffee'],
  ['🍕', 'pizza'],
  ['🐛', 'bug'],
  ['⚠️', 'warning'],
  ['❓', 'question'],
  ['💡', 'bulb'],
];

const OFTEN = new Set(FREQUENT.map(([, name]) => name));

/** What can be found by name now: those that are used most, and all once they are loaded. */
export const known = signal<Emoji>(byName(new Map(FREQUENT.map(([sign, name]) => [name, sign]))));

let loading: Promise<Emoji> | undefined;

/** Rejects where they cannot be fetched; the next call tries again. */
export function loadEmoji(): Promise<Emoji> {
  loading ??= fetchAll().catch((failure) => {
    loading = undefined;
    throw failure;
  });
  return loading;
}

async function fetchAll(): Promise<Emoji> {
  const data = await import('emojibase-data/en/shortcodes/github.json');
  const signs = new Map<string, string>();
  for (const [code, names] of Object.entries<string | string[]>(data.default))
    for (const name of Array.isArray(names) ? names : [names]) signs.set(name, signOfCode(code));
  for (const [sign, name] of FREQUENT) signs.set(name, sign);
  known.value = byName(signs);
  return known.value;
}

function byName(signs: ReadonlyMap<string, string>): Emoji {
  // Those used most come first: with all of them loaded the first stays the first.
  const names = [...signs.keys()].sort(
    (a, b) =>
      Number(OFTEN.has(b)) - Number(OFTEN.has(a)) || a.length - b.length || a.localeCompare(b),
  );
  return {
    signOf: (name) => signs.get(name),
    complete: (start, limit) => {
      const wanted = start.toLowerCase();
      const first = names.filter((name) => name.startsWith(wanted));
      const then = names.filter((name) => !name.startsWith(wanted) && name.includes(wanted));
      return [...first, ...then]
        .slice(0, limit)
        .map((name) => ({ name, sign: signs.get(name) ?? '' }));
    },
  };
}

function signOfCode(code: string): string {
  return String.fromCodePoint(...code.split('-').map((part) => Number.parseInt(part, 16)));
}
