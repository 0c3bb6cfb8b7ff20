import { activeDevices } from './active';
import {
  ascii,
  type Bytes,
  concat,
  equal,
  fromBase64Url,
  fromHex,
  Reader,
  str,
  toBase64Url,
  toHex,
  u8,
  u32,
  u64,
} from './bytes';
import type { Chain, KnownDevice } from './chain';
import { readSealedFile, type SealedFile } from './file';
import { type DeviceKeys, hpke, sha256, sign, verify } from './keys';

/** What every sealed text begins with, and no clear one. */
export const PREFIX = 'parley-sealed-1:';

const SUITE = 1;
const MESSAGE = 1;
const EDIT = 2;
const SIGNATURE = 64;
const ENCAPSULATED = 32;
const SEALED_KEY = 48;
const PADDED_TO = 64;
const KEY_LABEL = ascii('parley-key-1');
const CONTENT_LABEL = ascii('parley-content-1');
const SIGNED_LABEL = ascii('parley-message-1');
/** Each content key is used once, so its nonce may always be the same. */
const NONCE: Bytes = new Uint8Array(12);

export function isSealed(text: string): boolean {
  return text.startsWith(PREFIX);
}

/** Where a text belongs; signed with it, so that it opens nowhere else. */
export interface Context {
  kind: 'message' | 'edit';
  /** As the server spells it: `@alice+bob`. */
  conversation: string;
  sender: string;
  /** Id of the sender's device, in hexadecimal. */
  device: string;
  clientId: string;
  /** The message that is edited or answered; 0 where there is none. */
  target: number;
  /** Goes up with each text of a device, in milliseconds; so the order is known, and no text comes twice. */
  time: number;
}

/** Why a sealed text is not shown. */
export type Problem =
  | 'truncated'
  | 'altered'
  | 'wrong_conversation'
  | 'wrong_sender'
  | 'wrong_place'
  | 'unknown_device'
  | 'revoked_device'
  | 'replayed'
  | 'reordered'
  | 'not_for_this_device';

export class Unopened extends Error {
  override readonly name = 'Unopened';

  constructor(readonly problem: Problem) {
    super(problem);
  }
}

interface Parts {
  context: Context;
  contextBytes: Bytes;
  content: Bytes;
  recipients: Map<string, { encapsulated: Bytes; key: Bytes }>;
  signed: Bytes;
  signature: Bytes;
}

function contextBytes(context: Context): Bytes {
  return concat(
    u8(SUITE),
    u8(context.kind === 'edit' ? EDIT : MESSAGE),
    str(context.conversation),
    str(context.sender),
    fromHex(context.device),
    str(context.clientId),
    u64(context.target),
    u64(context.time),
  );
}

/** {@return the text for the log, which the given devices can open} A file is named with its key. */
export async function seal(
  text: string,
  context: Context,
  keys: DeviceKeys,
  to: KnownDevice[],
  file?: SealedFile,
): Promise<string> {
  const head = contextBytes(context);
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const content = await encrypt(raw, head, pad(ascii(JSON.stringify({ text, file }))));
  const aad = concat(head, await sha256(content));
  const sealed = await Promise.all(to.map((device) => sealKey(raw, aad, keys, device)));
  raw.fill(0);
  const whole = concat(head, u32(content.length), content, u8(sealed.length), ...sealed);
  const signature = await sign(keys.signing.privateKey, concat(SIGNED_LABEL, whole));
  return PREFIX + toBase64Url(concat(whole, signature));
}

async function sealKey(raw: Bytes, aad: Bytes, keys: DeviceKeys, device: KnownDevice) {
  const { enc, ct } = await hpke.seal(
    {
      recipientPublicKey: await hpke.kem.deserializePublicKey(device.sealing),
      senderKey: keys.sealing,
      info: KEY_LABEL,
    },
    raw,
    aad,
  );
  return concat(fromHex(device.id), new Uint8Array(enc), new Uint8Array(ct));
}

/** Where the text was met: what it claims must agree with it. */
export interface Place {
  conversation: string;
  sender: string;
  kind: 'message' | 'edit';
  target: number;
  /** When it came there, as the server says, in milliseconds. */
  at?: number;
}

export interface Opened {
  text: string;
  file?: SealedFile;
  context: Context;
}

/** Opens a sealed text; throws {@link Unopened}. Its order among others is for the caller to judge. */
export async function open(
  sealed: string,
  place: Place,
  sender: Chain,
  own: { id: string; keys: DeviceKeys }[],
): Promise<Opened> {
  const parts = parse(sealed);
  const { context } = parts;
  const device = sender.devices.find((each) => each.id === context.device);
  // The signature comes first: of what nobody signed, nothing else is worth telling.
  if (!device) throw new Unopened('unknown_device');
  if (!(await verify(device.signing, parts.signature, concat(SIGNED_LABEL, parts.signed))))
    throw new Unopened('altered');
  if (context.conversation !== place.conversation) throw new Unopened('wrong_conversation');
  if (context.sender !== place.sender || device.account !== place.sender)
    throw new Unopened('wrong_sender');
  if (context.kind !== place.kind || context.target !== place.target)
    throw new Unopened('wrong_place');
  if (device.revokedAt !== undefined && writtenAt(context, place) > device.revokedAt)
    throw new Unopened('revoked_device');
  const reader = own.find((each) => parts.recipients.has(each.id));
  const recipient = reader && parts.recipients.get(reader.id);
  if (!recipient) throw new Unopened('not_for_this_device');
  try {
    const aad = concat(parts.contextBytes, await sha256(parts.content));
    const raw = await hpke.open(
      {
        recipientKey: reader.keys.sealing,
        senderPublicKey: await hpke.kem.deserializePublicKey(device.sealing),
        enc: recipient.encapsulated,
        info: KEY_LABEL,
      },
      recipient.key,
      aad,
    );
    const bytes = unpad(await decrypt(new Uint8Array(raw), parts.contextBytes, parts.content));
    const said = JSON.parse(new TextDecoder().decode(bytes)) as { text: unknown; file?: unknown };
    if (typeof said.text !== 'string') throw new Unopened('altered');
    const file = readSealedFile(said.file);
    return { text: said.text, context, ...(file && { file }) };
  } catch {
    throw new Unopened('altered');
  }
}

/**
 * The earlier of what the device says and what the server does: a device whose clock was ahead wrote
 * before its revocation all the same. Who has its key may put an earlier time on a text anyway, so a
 * server that lies about the time allows nothing that was not possible without.
 */
function writtenAt({ time }: Context, { at = Number.POSITIVE_INFINITY }: Place): number {
  return Math.min(time, at);
}

function parse(sealed: string): Parts {
  try {
    const bytes = fromBase64Url(sealed.slice(PREFIX.length));
    const reader = new Reader(bytes);
    const suite = reader.u8();
    const kind = reader.u8();
    if (suite !== SUITE || (kind !== MESSAGE && kind !== EDIT)) throw new Unopened('altered');
    const context: Context = {
      kind: kind === EDIT ? 'edit' : 'message',
      conversation: reader.str(),
      sender: reader.str(),
      device: toHex(reader.take(16)),
      clientId: reader.str(),
      target: reader.u64(),
      time: reader.u64(),
    };
    const head = bytes.slice(0, reader.position);
    const content = reader.take(reader.u32());
    const recipients = new Map<string, { encapsulated: Bytes; key: Bytes }>();
    for (let left = reader.u8(); left > 0; left--) {
      const id = toHex(reader.take(16));
      recipients.set(id, {
        encapsulated: reader.take(ENCAPSULATED),
        key: reader.take(SEALED_KEY),
      });
    }
    const signed = bytes.slice(0, reader.position);
    const signature = reader.take(SIGNATURE);
    reader.end();
    return { context, contextBytes: head, content, recipients, signed, signature };
  } catch (error) {
    if (error instanceof Unopened) throw error;
    throw new Unopened('truncated');
  }
}

/** {@return the device that a sealed text names, unchecked; undefined where it cannot be read} */
export function claimedDevice(sealed: string): string | undefined {
  try {
    return parse(sealed).context.device;
  } catch {
    return undefined;
  }
}

/** {@return all devices that are to read what these two write} */
export function readers(...chains: (Chain | undefined)[]): KnownDevice[] {
  return chains.flatMap((chain) => (chain ? activeDevices(chain) : []));
}

function pad(bytes: Bytes): Bytes {
  const length = Math.ceil((bytes.length + 4) / PADDED_TO) * PADDED_TO;
  return concat(u32(bytes.length), bytes, new Uint8Array(length - bytes.length - 4));
}

function unpad(padded: Bytes): Bytes {
  const reader = new Reader(padded);
  const bytes = reader.take(reader.u32());
  if (!equal(pad(bytes), padded)) throw new RangeError('the padding is another one');
  return bytes;
}

async function encrypt(raw: Bytes, context: Bytes, plain: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']);
  return new Uint8Array(await crypto.subtle.encrypt(parameters(context), key, plain));
}

async function decrypt(raw: Bytes, context: Bytes, content: Bytes): Promise<Bytes> {
  const key = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['decrypt']);
  return new Uint8Array(await crypto.subtle.decrypt(parameters(context), key, content));
}

function parameters(context: Bytes): AesGcmParams {
  return { name: 'AES-GCM', iv: NONCE, additionalData: concat(CONTENT_LABEL, context) };
}
