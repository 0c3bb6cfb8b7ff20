import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Bytes, concat } from './bytes';

/** Suite 1; see docs/encryption.md. */
export const hpke = new CipherSuite({
  kem: new DhkemX25519HkdfSha256(),
  kdf: new HkdfSha256(),
  aead: new Aes256Gcm(),
});

/** What a device holds: nobody can take the private halves out of the browser. */
export interface DeviceKeys {
  signing: CryptoKeyPair;
  sealing: CryptoKeyPair;
}

export async function makeDeviceKeys(): Promise<DeviceKeys> {
  const signing = await crypto.subtle.generateKey({ name: 'Ed25519' }, false, ['sign', 'verify']);
  const sealing = await crypto.subtle.generateKey({ name: 'X25519' }, false, ['deriveBits']);
  return { signing: signing as CryptoKeyPair, sealing: sealing as CryptoKeyPair };
}

/** {@return whether this browser can do all that is needed, and may here} */
export async function canSeal(): Promise<boolean> {
  try {
    await makeDeviceKeys();
    return true;
  } catch {
    return false;
  }
}

export async function rawPublic(key: CryptoKey): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.exportKey('raw', key));
}

export async function sha256(...parts: Uint8Array[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts)));
}

export async function sign(key: CryptoKey, bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign({ name: 'Ed25519' }, key, bytes));
}

/** {@return whether the signature is right; a key that is none makes it wrong} */
export async function verify(key: Bytes, signature: Bytes, bytes: Bytes): Promise<boolean> {
  try {
    const imported = await crypto.subtle.importKey('raw', key, { name: 'Ed25519' }, false, [
      'verify',
    ]);
    return await crypto.subtle.verify({ name: 'Ed25519' }, imported, signature, bytes);
  } catch {
    return false;
  }
}
