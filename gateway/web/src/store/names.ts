/** How the server may spell a direct conversation (`@alice+bob`), as its reader addresses it: `@bob`. */
export function canonical(conversation: string, me: string): string {
  if (!conversation.startsWith('@')) return conversation;
  const handles = conversation.slice(1).split('+');
  const other = handles.find((handle) => handle !== me) ?? handles[0];
  return `@${other}`;
}

export const LOBBY = '#lobby';

export function isDirect(conversation: string): boolean {
  return conversation.startsWith('@');
}

/** The handle or group name without its sign. */
export function bare(conversation: string): string {
  return conversation.slice(1);
}

const HANDLE = /^[a-z][a-z0-9_.-]{2,31}$/;
const GROUP = /^[a-z0-9_.-]{1,64}$/;

export function isHandle(text: string): boolean {
  return HANDLE.test(text);
}

export function isGroupName(text: string): boolean {
  return GROUP.test(text);
}

/** Handles out of free text: `@bob, carol dave`. */
export function handlesIn(text: string): string[] {
  const words = text.toLowerCase().split(/[\s,;]+/);
  return [...new Set(words.map((word) => word.replace(/^@/, '')).filter(Boolean))];
}
