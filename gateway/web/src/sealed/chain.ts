import { activeDevices } from './active';
import {
  ascii,
  type Bytes,
  block,
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
import { sha256, sign, verify } from './keys';
import { type Device, readStatement } from './statement';

const LABEL = ascii('parley-link-1');
const SIGNATURE = 64;
const ADD = 1;
const REVOKE = 2;
const NOTHING: Bytes = new Uint8Array(32);

/** What a list may have at most; a longer one is not read. Links in base64url characters. */
export const MOST_LINKS = 1_000;
export const LONGEST_LINK = 1_400;
export const MOST_DEVICES = 8;

export interface KnownDevice extends Device {
  /** When it was revoked, as its revoker says; undefined while it is good. */
  revokedAt: number | undefined;
  /** Number of the link that added it. */
  link: number;
}

/** An account's list of devices, every link of it checked. */
export interface Chain {
  account: string;
  /** Key with which the list began: who the account is, as long as the list goes on. */
  identity: Bytes;
  devices: KnownDevice[];
  /** The links as they travel. */
  links: readonly string[];
}

/** Why a list of devices is not believed. */
export class BadChain extends Error {
  override readonly name = 'BadChain';
}

/** Follows a list from its first link; throws {@link BadChain} at the first that does not hold. */
export async function readChain(account: string, links: readonly string[]): Promise<Chain> {
  // Before anything is computed: the server may send what it likes.
  if (links.length > MOST_LINKS) throw new BadChain(`the list has more than ${MOST_LINKS} links`);
  let chain: Chain | undefined;
  for (const link of links) chain = await follow(chain, account, link);
  if (!chain) throw new BadChain('the list is empty');
  return chain;
}

async function follow(before: Chain | undefined, account: string, link: string): Promise<Chain> {
  try {
    return await append(before, account, link);
  } catch (error) {
    if (error instanceof BadChain) throw error;
    throw new BadChain(`link ${(before?.links.length ?? 0) + 1} cannot be read`);
  }
}

async function append(before: Chain | undefined, account: string, link: string): Promise<Chain> {
  const number = (before?.links.length ?? 0) + 1;
  const check = (holds: boolean, what: string) => {
    if (!holds) throw new BadChain(`link ${number}: ${what}`);
  };
  check(link.length <= LONGEST_LINK, `is longer than ${LONGEST_LINK} characters`);
  const bytes = fromBase64Url(link);
  const reader = new Reader(bytes);
  check(equal(reader.take(LABEL.length), LABEL), 'is of another kind');
  check(reader.u32() === number, 'has another number');
  check(equal(reader.take(32), await hashOf(before)), 'follows another list');
  check(reader.str() === account, 'belongs to another account');
  const at = reader.u64();
  const signer = toHex(reader.take(16));
  const action = reader.u8();
  const body = reader.block();
  const signed = bytes.slice(0, reader.position);
  const signature = reader.take(SIGNATURE);
  reader.end();

  const added = action === ADD ? await readStatement(body, account) : undefined;
  check(action === REVOKE || added !== undefined, 'adds no device');
  const by = before
    ? activeDevices(before).find((device) => device.id === signer)
    : added?.id === signer
      ? added
      : undefined;
  if (!by) throw new BadChain(`link ${number}: is signed by a device that may not`);
  check(await verify(by.signing, signature, signed), 'has a wrong signature');

  if (added) {
    check(!before?.devices.some((device) => device.id === added.id), 'adds a device again');
    const good = before ? activeDevices(before).length : 0;
    check(good < MOST_DEVICES, `adds a device to ${MOST_DEVICES} others`);
    return {
      account,
      identity: before?.identity ?? added.signing,
      devices: [...(before?.devices ?? []), { ...added, revokedAt: undefined, link: number }],
      links: [...(before?.links ?? []), link],
    };
  }
  const revoked = toHex(body);
  if (!before || !activeDevices(before).some((device) => device.id === revoked))
    throw new BadChain(`link ${number}: revokes no device of the list`);
  return {
    ...before,
    devices: before.devices.map((device) =>
      device.id === revoked ? { ...device, revokedAt: at } : device,
    ),
    links: [...before.links, link],
  };
}

async function hashOf(chain: Chain | undefined): Promise<Bytes> {
  const last = chain?.links.at(-1);
  return last === undefined ? NOTHING : sha256(fromBase64Url(last));
}

interface Signer {
  id: string;
  key: CryptoKey;
}

/** {@return a link that adds a device; behind no list it is the device's own first one} */
export function addLink(
  before: Chain | undefined,
  account: string,
  at: number,
  statement: Bytes,
  by: Signer,
): Promise<string> {
  return makeLink(before, account, at, ADD, statement, by);
}

export function revokeLink(before: Chain, at: number, device: string, by: Signer): Promise<string> {
  return makeLink(before, before.account, at, REVOKE, fromHex(device), by);
}

async function makeLink(
  before: Chain | undefined,
  account: string,
  at: number,
  action: number,
  body: Bytes,
  by: Signer,
): Promise<string> {
  const signed = concat(
    LABEL,
    u32((before?.links.length ?? 0) + 1),
    await hashOf(before),
    str(account),
    u64(at),
    fromHex(by.id),
    u8(action),
    block(body),
  );
  return toBase64Url(concat(signed, await sign(by.key, signed)));
}

/** {@return whether `later` is `earlier`, perhaps with more links behind} */
export function goesOn(earlier: readonly string[], later: readonly string[]): boolean {
  return earlier.every((link, i) => later[i] === link);
}
