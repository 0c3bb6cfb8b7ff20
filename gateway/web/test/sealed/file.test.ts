// @vitest-environment node
import { describe, expect, it } from 'vitest';
import { BadFile, openFile, readSealedFile, sealFile } from '../../src/sealed/file';

const PIECE = 65_536;
const SEALED_PIECE = PIECE + 16;

function bytes(size: number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: size }, (_, i) => i % 251);
}

async function sealed(size: number) {
  const { bytes: blob, sealed: file } = await sealFile(new File([bytes(size)], 'a.PNG'));
  return { blob, file };
}

async function content(blob: Blob): Promise<Uint8Array> {
  return new Uint8Array(await blob.arrayBuffer());
}

describe('a sealed file', () => {
  it.each([0, 1, PIECE - 1, PIECE, PIECE + 1, 3 * PIECE])('of %i bytes opens', async (size) => {
    const { blob, file } = await sealed(size);
    const opened = await openFile(blob, file);
    expect(await content(opened)).toEqual(bytes(size));
    expect(opened.type).toBe('image/png');
  });

  it('shows nothing of what is in it', async () => {
    const { blob } = await sealed(PIECE);
    const hidden = await content(blob);
    expect(Buffer.from(hidden).includes(Buffer.from(bytes(251)))).toBe(false);
  });

  it('is believed to be an image, and nothing else that a page would run', async () => {
    const { blob, file } = await sealed(5);
    const opened = await openFile(blob, { ...file, name: 'a.html' });
    expect(opened.type).toBe('application/octet-stream');
  });

  it('is refused altered', async () => {
    const { blob, file } = await sealed(PIECE + 5);
    const altered = await content(blob);
    altered[SEALED_PIECE + 2] = (altered[SEALED_PIECE + 2] as number) ^ 1;
    await expect(openFile(new Blob([altered.slice()]), file)).rejects.toThrow(BadFile);
  });

  it('is refused with its end cut off, even where the size was changed with it', async () => {
    const { blob, file } = await sealed(2 * PIECE);
    const cut = blob.slice(0, SEALED_PIECE);
    await expect(openFile(cut, file)).rejects.toThrow(BadFile);
    await expect(openFile(cut, { ...file, size: PIECE })).rejects.toThrow(BadFile);
  });

  it('is refused where its hash is another one', async () => {
    const { blob, file } = await sealed(5);
    const sha256 = '0'.repeat(64);
    await expect(openFile(blob, { ...file, sha256 })).rejects.toThrow(BadFile);
  });

  it('is refused in another order', async () => {
    const { blob, file } = await sealed(3 * PIECE);
    const [one, two, three] = [0, 1, 2].map((i) =>
      blob.slice(i * SEALED_PIECE, (i + 1) * SEALED_PIECE),
    ) as [Blob, Blob, Blob];
    await expect(openFile(new Blob([two, one, three]), file)).rejects.toThrow(BadFile);
  });

  it('is refused with more behind it, and as another file', async () => {
    const { blob, file } = await sealed(5);
    await expect(openFile(new Blob([blob, 'x']), file)).rejects.toThrow(BadFile);
    const other = await sealed(5);
    await expect(openFile(other.blob, file)).rejects.toThrow(BadFile);
  });
});

describe('what a text says of its file', () => {
  const key = 'A'.repeat(43);
  const file = { name: 'cat.png', size: 5, sha256: '0f'.repeat(32), key };

  it('is read', () => {
    expect(readSealedFile({ ...file, more: 1 })).toEqual(file);
  });

  it.each([
    ['no name', { ...file, name: '' }],
    ['a long name', { ...file, name: 'x'.repeat(256) }],
    ['a size below zero', { ...file, size: -1 }],
    ['half a byte', { ...file, size: 0.5 }],
    ['a short key', { ...file, key: 'AAAA' }],
    ['no hash', { ...file, sha256: 'AA' }],
    ['nothing', undefined],
    ['a text', 'cat.png'],
  ])('is ignored with %s', (_, value) => {
    expect(readSealedFile(value)).toBeUndefined();
  });
});
