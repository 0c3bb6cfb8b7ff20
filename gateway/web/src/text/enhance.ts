import { loadEmoji } from './emoji';

/**
 * What makes a rendered message better once it is on the page and is loaded on first use only:
 * highlighted code, math, emoji names.
 */
export async function enhance(root: HTMLElement): Promise<void> {
  await Promise.all([highlightCode(root), typesetMath(root), showEmoji(root)]);
}

async function highlightCode(root: HTMLElement): Promise<void> {
  const blocks = undone(root, 'pre > code[data-language]:not([data-language=""])');
  if (blocks.length === 0) return;
  const { highlight } = await import('./highlight');
  for (const block of blocks) highlight(block);
}

async function typesetMath(root: HTMLElement): Promise<void> {
  const places = undone(root, '.math');
  if (places.length === 0) return;
  const { typeset } = await import('./math');
  for (const place of places) typeset(place);
}

async function showEmoji(root: HTMLElement): Promise<void> {
  const names = undone(root, '[data-emoji]');
  if (names.length === 0) return;
  const emoji = await loadEmoji();
  for (const place of names) {
    const sign = emoji.signOf(place.dataset.emoji ?? '');
    if (!sign) continue;
    place.title = `:${place.dataset.emoji}:`;
    place.textContent = sign;
  }
}

/** Elements not yet worked on: a message is enhanced once, however often it is shown. */
function undone(root: HTMLElement, selector: string): HTMLElement[] {
  const found = [...root.querySelectorAll<HTMLElement>(selector)];
  return found.filter((element) => {
    if (element.dataset.done) return false;
    element.dataset.done = 'yes';
    return true;
  });
}
