import { describe, expect, it } from 'vitest';
import { excerpt, highlightHits, wordsOf } from '../src/search/highlight';

describe('highlightHits', () => {
  it('marks each word of a query wherever it stands', () => {
    const pieces = highlightHits('The release notes of the Release', 'release');
    expect(pieces.filter((piece) => piece.hit).map((piece) => piece.text)).toEqual([
      'release',
      'Release',
    ]);
    expect(pieces.map((piece) => piece.text).join('')).toBe('The release notes of the Release');
  });

  it('takes phrases whole and leaves operators out', () => {
    expect(wordsOf('from:me "big fish" -small in:#sea has:link x')).toEqual(['big fish', 'x']);
  });

  it('reads signs as they are', () => {
    const [, hit] = highlightHits('is a.b(c) here', 'a.b(c)');
    expect(hit).toEqual({ text: 'a.b(c)', hit: true });
  });

  it('cuts a long text around its hit', () => {
    const cut = excerpt(`${'x '.repeat(400)}needle${' y'.repeat(400)}`, 'needle');
    expect(cut).toContain('needle');
    expect(cut.length).toBeLessThan(240);
  });
});
