import { toBase64Url } from '../../src/sealed/bytes';
import { addLink, type Chain, readChain } from '../../src/sealed/chain';
import { type Context, seal } from '../../src/sealed/envelope';
import { type DeviceKeys, makeDeviceKeys } from '../../src/sealed/keys';
import { makeStatement, readStatement } from '../../src/sealed/statement';

export const AT = 1_790_000_000_000;

/** A device of somebody, with its keys at hand. */
export interface Held {
  id: string;
  keys: DeviceKeys;
  statement: Uint8Array<ArrayBuffer>;
}

export async function device(account: string, name: string, keys?: DeviceKeys): Promise<Held> {
  const held = keys ?? (await makeDeviceKeys());
  const statement = await makeStatement(account, name, AT, held);
  const read = await readStatement(statement, account);
  if (!read) throw new Error('no statement');
  return { id: read.id, keys: held, statement };
}

export function signerOf(held: Held) {
  return { id: held.id, key: held.keys.signing.privateKey };
}

export async function chainOf(account: string, first: Held, ...others: Held[]): Promise<Chain> {
  let links = [await addLink(undefined, account, AT, first.statement, signerOf(first))];
  for (const other of others) {
    const chain = await readChain(account, links);
    links = [...links, await addLink(chain, account, AT + 1, other.statement, signerOf(first))];
  }
  return readChain(account, links);
}

export function context(held: Held, changes: Partial<Context> = {}): Context {
  return {
    kind: 'message',
    conversation: '@alice+bob',
    sender: 'alice',
    device: held.id,
    clientId: 'c-1',
    target: 0,
    time: AT + 10,
    ...changes,
  };
}

export { seal, toBase64Url };
