import { ascii, type Bytes, concat, fromBase64Url, Reader, str, toHex, u64 } from './bytes';
import { type DeviceKeys, rawPublic, sha256, sign, verify } from './keys';

const LABEL = ascii('parley-device-1');
const SIGNATURE = 64;
export const LONGEST_NAME = 64;

/** A device as it states itself: its keys, signed with its own. */
export interface Device {
  /** Hexadecimal of the first 16 bytes of the hash of both keys. */
  id: string;
  account: string;
  name: string;
  at: number;
  signing: Bytes;
  sealing: Bytes;
  /** The whole statement. */
  bytes: Bytes;
}

/** {@return the statement of a new device} */
export async function makeStatement(
  account: string,
  name: string,
  at: number,
  keys: DeviceKeys,
): Promise<Bytes> {
  const body = concat(
    LABEL,
    str(account),
    await rawPublic(keys.signing.publicKey),
    await rawPublic(keys.sealing.publicKey),
    str([...name].slice(0, LONGEST_NAME).join('')),
    u64(at),
  );
  return concat(body, await sign(keys.signing.privateKey, body));
}

/** {@return the device, or undefined where the statement is not one of the account, or not signed} */
export async function readStatement(bytes: Bytes, account: string): Promise<Device | undefined> {
  try {
    const reader = new Reader(bytes);
    if (toHex(reader.take(LABEL.length)) !== toHex(LABEL)) return undefined;
    const owner = reader.str();
    const signing = reader.take(32);
    const sealing = reader.take(32);
    const name = reader.str();
    const at = reader.u64();
    const signed = bytes.slice(0, reader.position);
    const signature = reader.take(SIGNATURE);
    reader.end();
    if (owner !== account || !(await verify(signing, signature, signed))) return undefined;
    const id = toHex((await sha256(signing, sealing)).slice(0, 16));
    return { id, account, name, at, signing, sealing, bytes };
  } catch {
    return undefined;
  }
}

export async function readStatementText(
  text: string,
  account: string,
): Promise<Device | undefined> {
  try {
    return await readStatement(fromBase64Url(text), account);
  } catch {
    return undefined;
  }
}
