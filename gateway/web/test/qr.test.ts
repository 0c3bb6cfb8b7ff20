import { describe, expect, it } from 'vitest';
import { codeOf, textIn } from '../src/encryption/qr';

const DIGITS = '0123456789'.repeat(6);
const SCALE = 4;

/** What a photo of the code would be, if photos were perfect. */
function photo(text: string) {
  const { size, path } = codeOf(text);
  const side = size * SCALE;
  const data = new Uint8ClampedArray(side * side * 4).fill(255);
  for (const [, x, y] of path.matchAll(/M(\d+) (\d+)/g))
    for (let dy = 0; dy < SCALE; dy++)
      for (let dx = 0; dx < SCALE; dx++) {
        const at = ((Number(y) * SCALE + dy) * side + Number(x) * SCALE + dx) * 4;
        data.fill(0, at, at + 3);
      }
  return { width: side, height: side, data };
}

describe('the QR code of a safety number', () => {
  it('is read back', () => {
    expect(textIn(photo(DIGITS))).toBe(DIGITS);
  });

  it('has a white border', () => {
    const { size, path } = codeOf(DIGITS);
    const places = [...path.matchAll(/M(\d+) (\d+)/g)].flatMap(([, x, y]) => [
      Number(x),
      Number(y),
    ]);
    expect(Math.min(...places)).toBe(4);
    expect(Math.max(...places)).toBe(size - 5);
  });
});
