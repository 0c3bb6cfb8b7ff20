export type CompletionKind = 'mention' | 'group' | 'emoji' | 'command';

export interface Wanted {
  kind: CompletionKind;
  /** Where the sign stands that began it. */
  start: number;
  query: string;
}

const SIGNS: Record<string, CompletionKind> = { '@': 'mention', '#': 'group', ':': 'emoji' };

/** {@return what is being typed at the caret that could be completed} */
export function wantedAt(text: string, caret: number): Wanted | undefined {
  const before = text.slice(0, caret);
  const command = /^\/(\w*)$/.exec(before);
  if (command) return { kind: 'command', start: 0, query: command[1] ?? '' };
  const word = /(?:^|[\s(])([@#:])([\w.+-]*)$/.exec(before);
  const kind = word && SIGNS[word[1] ?? ''];
  if (!word || !kind) return undefined;
  const query = word[2] ?? '';
  // A lone colon is punctuation; two letters say that a name is meant.
  if (kind === 'emoji' && query.length < 2) return undefined;
  return { kind, start: caret - query.length - 1, query };
}

export interface Candidate {
  /** What is put in the place of what was typed, sign included. */
  text: string;
  label: string;
  hint?: string;
}

/** {@return the text with the candidate in it, and where the caret goes} */
export function complete(text: string, caret: number, wanted: Wanted, candidate: Candidate) {
  const space = text[caret] === ' ' ? '' : ' ';
  const before = text.slice(0, wanted.start) + candidate.text + space;
  return { text: before + text.slice(caret), caret: before.length + (space ? 0 : 1) };
}

/** Those that begin with the query, then those that contain it. */
export function matching(names: Iterable<string>, query: string, limit = 8): string[] {
  const wanted = query.toLowerCase();
  const all = [...new Set(names)];
  const first = all.filter((name) => name.toLowerCase().startsWith(wanted));
  const then = all.filter((name) => !first.includes(name) && name.toLowerCase().includes(wanted));
  return [...first, ...then].slice(0, limit);
}
