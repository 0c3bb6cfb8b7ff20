/** Bytes that crypto.subtle takes: never shared memory. */
export type Bytes = Uint8Array<ArrayBuffer>;

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** {@return the parts one after another} */
export function concat(...parts: Uint8Array[]): Bytes {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

export function ascii(text: string): Bytes {
  return concat(encoder.encode(text));
}

export function u8(value: number): Bytes {
  return new Uint8Array([value]);
}

export function u16(value: number): Bytes {
  return new Uint8Array([value >>> 8, value & 0xff]);
}

export function u32(value: number): Bytes {
  return concat(u16(value >>> 16), u16(value & 0xffff));
}

/** Eight bytes, big endian; `value` is a whole number up to 2^53. */
export function u64(value: number): Bytes {
  return concat(u32(Math.floor(value / 2 ** 32)), u32(value % 2 ** 32));
}

/** Two bytes of length, and the bytes. */
export function block(bytes: Uint8Array): Bytes {
  return concat(u16(bytes.length), bytes);
}

/** Two bytes of length, and the text in UTF-8. */
export function str(text: string): Bytes {
  return block(encoder.encode(text));
}

export function equal(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, i) => byte === other[i]);
}

export function toBase64Url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** @throws RangeError if it is none */
export function fromBase64Url(text: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) throw new RangeError('not base64url');
  try {
    const binary = atob(text.replace(/-/g, '+').replace(/_/g, '/'));
    return Uint8Array.from(binary, (char) => char.charCodeAt(0));
  } catch {
    throw new RangeError('not base64url');
  }
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

/** Reads bytes from the front; every method throws `RangeError` where there are not enough. */
export class Reader {
  #at = 0;

  constructor(private readonly bytes: Bytes) {}

  get position(): number {
    return this.#at;
  }

  get left(): number {
    return this.bytes.length - this.#at;
  }

  take(length: number): Bytes {
    if (length > this.left) throw new RangeError('the bytes end too early');
    this.#at += length;
    return this.bytes.slice(this.#at - length, this.#at);
  }

  u8(): number {
    return this.take(1)[0] as number;
  }

  u16(): number {
    return this.u8() * 256 + this.u8();
  }

  u32(): number {
    return this.u16() * 65_536 + this.u16();
  }

  /** Throws as well where the number is above 2^53. */
  u64(): number {
    const value = this.u32() * 2 ** 32 + this.u32();
    if (!Number.isSafeInteger(value)) throw new RangeError('the number is too large');
    return value;
  }

  block(): Bytes {
    return this.take(this.u16());
  }

  str(): string {
    try {
      return decoder.decode(this.block());
    } catch {
      throw new RangeError('not UTF-8');
    }
  }

  /** What was read must be all there is. */
  end(): void {
    if (this.left > 0) throw new RangeError('the bytes go on');
  }
}
