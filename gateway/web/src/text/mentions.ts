/** Words that call somebody: `@bob`, `@all`, `@here`; not inside a word or an address. */
export const MENTION = /(?<![\w.@/-])@([a-z][a-z0-9_.-]*[a-z0-9_])/gi;

const CODE = /```[\s\S]*?(?:```|$)|`[^`\n]*`/g;

/**
 * @param isHere whether `me` is there when it comes: `@here` calls nobody else
 * @returns whether `text` calls `me`, outside of code
 */
export function mentionsIn(text: string, me: string, isHere = true): boolean {
  for (const [, name] of text.replace(CODE, ' ').matchAll(MENTION))
    if (isCallTo(name ?? '', me) && (isHere || name?.toLowerCase() !== 'here')) return true;
  return false;
}

export function isCallTo(name: string, me: string): boolean {
  const lower = name.toLowerCase();
  return lower === me || lower === 'all' || lower === 'here';
}
