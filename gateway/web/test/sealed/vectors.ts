import { fromHex, toBase64Url, toHex } from '../../src/sealed/bytes';
import type { Place, Problem } from '../../src/sealed/envelope';
import type { SealedFile } from '../../src/sealed/file';
import { type DeviceKeys, rawPublic } from '../../src/sealed/keys';

/** What docs/encryption-vectors.json holds. */
export interface Vectors {
  devices: Record<string, DeviceVector>;
  lists: Record<string, readonly string[]>;
  badLists: { why: string; account: string; links: readonly string[] }[];
  safetyNumber: string;
  sealed: (Case & { by: string; text: string; file?: SealedFile })[];
  refused: (Case & { problem: Problem })[];
  /** Clear bytes are `i` modulo 251; `sha256` is that of the sealed ones, in hexadecimal. */
  files: { key: string; size: number; sealedSize: number; sha256: string }[];
}

export interface DeviceVector {
  account: string;
  name: string;
  signing: { private: string; public: string };
  sealing: { private: string; public: string };
  statement: string;
  id: string;
  code: string;
}

export interface Case {
  sealed: string;
  place: Place;
  reader: string;
}

/** {@return a device's keys out of their 32 bytes in hexadecimal} */
export async function keysOf({ signing, sealing }: DeviceVector): Promise<DeviceKeys> {
  return {
    signing: await pair('Ed25519', signing, ['sign'], ['verify']),
    sealing: await pair('X25519', sealing, ['deriveBits'], []),
  };
}

async function pair(
  name: string,
  keys: { private: string; public: string },
  privateUses: KeyUsage[],
  publicUses: KeyUsage[],
): Promise<CryptoKeyPair> {
  const x = toBase64Url(fromHex(keys.public));
  const jwk = { kty: 'OKP', crv: name, x };
  const d = toBase64Url(fromHex(keys.private));
  return {
    publicKey: await crypto.subtle.importKey('jwk', jwk, { name }, true, publicUses),
    privateKey: await crypto.subtle.importKey('jwk', { ...jwk, d }, { name }, false, privateUses),
  };
}

/** {@return new keys, in hexadecimal} */
export async function hexKeys(name: 'Ed25519' | 'X25519') {
  const uses: KeyUsage[] = name === 'Ed25519' ? ['sign', 'verify'] : ['deriveBits'];
  const made = (await crypto.subtle.generateKey({ name }, true, uses)) as CryptoKeyPair;
  const { d } = await crypto.subtle.exportKey('jwk', made.privateKey);
  const bytes = Uint8Array.from(atob(urlToPlain(d ?? '')), (char) => char.charCodeAt(0));
  return { private: toHex(bytes), public: toHex(await rawPublic(made.publicKey)) };
}

function urlToPlain(text: string): string {
  return text.replace(/-/g, '+').replace(/_/g, '/');
}
