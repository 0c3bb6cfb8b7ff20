import { ascii, type Bytes, concat, fromBase64Url, toBase64Url, toHex, u8, u32 } from './bytes';
import { typeOf } from './type';

const PIECE = 65_536;
const TAG = 16;
const KEY = 32;
const LABEL = ascii('parley-file-1');
/** What a sealed text says of the file that comes with it. */
export interface SealedFile {
  name: string;
  /** Bytes, before they were sealed. */
  size: number;
  /** Of the bytes before they were sealed, in hexadecimal. */
  sha256: string;
  /** Opens the bytes and nothing else; base64url. */
  key: string;
}

/** The bytes of a file are not those that its sender sealed. */
export class BadFile extends Error {
  override readonly name = 'BadFile';
}

/** Seals the bytes of a file under a key of its own; {@return them, and what its message is to say} */
export async function sealFile(file: File): Promise<{ bytes: Blob; sealed: SealedFile }> {
  const raw = crypto.getRandomValues(new Uint8Array(KEY));
  const bytes = await sealBytes(file, raw);
  const { name, size } = file;
  return { bytes, sealed: { name, size, sha256: await hashOf(file), key: toBase64Url(raw) } };
}

/** With a key that is given: for test vectors. Never seal two files under one key. */
export async function sealBytes(file: Blob, raw: Bytes): Promise<Blob> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  const pieces: ArrayBuffer[] = [];
  const count = piecesOf(file.size);
  for (let i = 0; i < count; i++) {
    const clear = await bytesOf(file, i * PIECE, (i + 1) * PIECE);
    pieces.push(await crypto.subtle.encrypt(parameters(i, i + 1 === count), key, clear));
  }
  return new Blob(pieces);
}

/** Opens the bytes of a file; rejects with {@link BadFile} where they are not whole and in order. */
export async function openFile(sealed: Blob, file: SealedFile): Promise<Blob> {
  const { name, size, sha256, key: text } = file;
  const count = piecesOf(size);
  if (sealed.size !== size + count * TAG) throw new BadFile('another size');
  try {
    const raw = fromBase64Url(text);
    const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
    const pieces: ArrayBuffer[] = [];
    for (let i = 0; i < count; i++) {
      const piece = await bytesOf(sealed, i * (PIECE + TAG), (i + 1) * (PIECE + TAG));
      pieces.push(await crypto.subtle.decrypt(parameters(i, i + 1 === count), key, piece));
    }
    const opened = new Blob(pieces, { type: typeOf(name) });
    if ((await hashOf(opened)) !== sha256) throw new BadFile('another hash');
    return opened;
  } catch {
    throw new BadFile('altered');
  }
}

/** {@return what a sealed text says of a file, or undefined where it says nothing of use} */
export function readSealedFile(value: unknown): SealedFile | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, size, sha256, key } = value as Record<string, unknown>;
  const fits =
    typeof name === 'string' &&
    name.length >= 1 &&
    name.length <= 255 &&
    typeof size === 'number' &&
    Number.isSafeInteger(size) &&
    size >= 0 &&
    typeof sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(sha256) &&
    typeof key === 'string' &&
    /^[A-Za-z0-9_-]{43}$/.test(key);
  return fits ? { name, size, sha256, key } : undefined;
}

function piecesOf(size: number): number {
  return Math.max(1, Math.ceil(size / PIECE));
}

async function hashOf(blob: Blob): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())));
}

async function bytesOf(blob: Blob, from: number, to: number): Promise<Bytes> {
  return new Uint8Array(await blob.slice(from, to).arrayBuffer());
}

/** The number of the piece, and whether it is the last: none can be left out, moved or added. */
function parameters(number: number, isLast: boolean): AesGcmParams {
  const iv = concat(new Uint8Array(7), u32(number), u8(isLast ? 1 : 0));
  return { name: 'AES-GCM', iv, additionalData: LABEL };
}
