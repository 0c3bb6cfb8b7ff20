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

let loading: Promise<Emoji> | undefined;

export function loadEmoji(): Promise<Emoji> {
  loading ??= import('emojibase-data/en/shortcodes/github.json').then((data) =>
    index(data.default as Record<string, string | string[]>),
  );
  return loading;
}

function index(data: Record<string, string | string[]>): Emoji {
  const signs = new Map<string, string>();
  for (const [code, names] of Object.entries(data))
    for (const name of Array.isArray(names) ? names : [names]) signs.set(name, signOfCode(code));
  for (const [sign, name] of FREQUENT) signs.set(name, sign);
  const names = [...signs.keys()].sort((a, b) => a.length - b.length || a.localeCompare(b));
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
