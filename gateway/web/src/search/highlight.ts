export interface Piece {
  text: string;
  hit: boolean;
}

const OPERATOR = /^-|^(?:from|in|before|after|has|mentions):/i;

/** {@return the words and "phrases" of a query that are to be seen in what was found} */
export function wordsOf(query: string): string[] {
  const parts = query.match(/-?"[^"]*"|\S+/g) ?? [];
  return parts
    .filter((part) => !OPERATOR.test(part))
    .map((part) => part.replace(/"/g, '').trim())
    .filter(Boolean);
}

/** Cuts a text into pieces, those that a query's words found marked. */
export function highlightHits(text: string, query: string): Piece[] {
  const words = wordsOf(query).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text, hit: false }];
  const parts = text.split(new RegExp(`(${words.join('|')})`, 'giu'));
  return parts
    .map((part, index) => ({ text: part, hit: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}

/** The part of a long text around its first hit. */
export function excerpt(text: string, query: string, length = 220): string {
  if (text.length <= length) return text;
  const first = highlightHits(text, query).findIndex((piece) => piece.hit);
  const at = first < 0 ? 0 : text.toLowerCase().indexOf((wordsOf(query)[0] ?? '').toLowerCase());
  const from = Math.max(0, at - 60);
  return `${from > 0 ? '…' : ''}${text.slice(from, from + length)}…`;
}
