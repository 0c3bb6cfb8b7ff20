// @vitest-environment node
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url, toHex } from '../../src/sealed/bytes';
import { addLink, BadChain, type Chain, readChain, revokeLink } from '../../src/sealed/chain';
import { open, type Place, PREFIX, type Problem, readers, seal } from '../../src/sealed/envelope';
import { openFile, sealBytes } from '../../src/sealed/file';
import { sha256 } from '../../src/sealed/keys';
import { deviceCode, safetyNumber } from '../../src/sealed/numbers';
import { makeStatement, readStatementText } from '../../src/sealed/statement';
import { AT, context, type Held, signerOf } from './make';
import { type DeviceVector, hexKeys, keysOf, type Vectors } from './vectors';

// Java reads the same file: cli-client, `VectorsTest`.
const FILE_KEY = 'Xg8ZOxx7fxWE-m1ImynJb-HNlBx-HSSHoEJmpw2qS3A';
const FILE = new URL('../../../../docs/encryption-vectors.json', import.meta.url);

/** `PARLEY_VECTORS=write` makes them anew; those that Java sealed are then to be made by Java. */
if (process.env.PARLEY_VECTORS === 'write') {
  const { files } = JSON.parse(readFileSync(FILE, 'utf8')) as Vectors;
  writeFileSync(FILE, `${JSON.stringify({ ...(await make()), files }, null, 1)}\n`);
}

const vectors = JSON.parse(readFileSync(FILE, 'utf8')) as Vectors;

describe('the test vectors', () => {
  it.each(Object.entries(vectors.devices))('tell the device %s', async (_, vector) => {
    const device = await readStatementText(vector.statement, vector.account);
    expect(device).toMatchObject({ id: vector.id, name: vector.name });
    expect(device && (await deviceCode(device))).toBe(vector.code);
  });

  it('tell the lists and the safety number', async () => {
    const [alice, bob] = [await list('alice'), await list('bob')];
    expect(await safetyNumber(alice, bob)).toBe(vectors.safetyNumber);
    expect(await safetyNumber(bob, alice)).toBe(vectors.safetyNumber);
  });

  it.each(vectors.badLists)('refuse a list: $why', async ({ account, links }) => {
    await expect(readChain(account, links)).rejects.toThrow(BadChain);
  });

  it.each(vectors.sealed)('open what $by sealed for $reader', async (each) => {
    const { text, file } = await opened(each);
    expect({ text, file }).toEqual({ text: each.text, file: each.file });
  });

  it.each(vectors.refused)('refuse a text: $problem', async (each) => {
    await expect(opened(each)).rejects.toMatchObject({ problem: each.problem });
  });
});

describe('the test vectors of files', () => {
  it.each(vectors.files)('seal $size bytes', async ({ key, size, sealedSize, sha256: hash }) => {
    const clear = Uint8Array.from({ length: size }, (_, i) => i % 251);
    const sealed = await sealBytes(new Blob([clear]), fromBase64Url(key));
    expect(sealed.size).toBe(sealedSize);
    expect(toHex(await sha256(new Uint8Array(await sealed.arrayBuffer())))).toBe(hash);
    const opened = await openFile(sealed, {
      name: 'a',
      size,
      sha256: toHex(await sha256(clear)),
      key,
    });
    expect(new Uint8Array(await opened.arrayBuffer())).toEqual(clear);
  });
});

function list(account: string): Promise<Chain> {
  return readChain(account, vectors.lists[account] ?? []);
}

async function opened(each: { sealed: string; place: Place; reader: string }) {
  const vector = vectors.devices[each.reader] as DeviceVector;
  // Whoever claims to be the sender, the list is that of the device that sealed it: alice's.
  const reader = { id: vector.id, keys: await keysOf(vector) };
  return open(each.sealed, each.place, await list('alice'), [reader]);
}

async function make(): Promise<Omit<Vectors, 'files'>> {
  const devices: Record<string, DeviceVector> = {};
  const held: Record<string, Held> = {};
  for (const [key, account, name] of [
    ['alice', 'alice', 'laptop'],
    ['alice2', 'alice', 'phone'],
    ['bob', 'bob', 'Büro 🔒'],
    ['eve', 'eve', 'tower'],
  ] as const) {
    const signing = await hexKeys('Ed25519');
    const sealing = await hexKeys('X25519');
    const vector = { account, name, signing, sealing, statement: '', id: '', code: '' };
    const keys = await keysOf(vector);
    const statement = await makeStatement(account, name, AT, keys);
    const device = await readStatementText(toBase64Url(statement), account);
    if (!device) throw new Error('no statement');
    devices[key] = {
      ...vector,
      statement: toBase64Url(statement),
      id: device.id,
      code: await deviceCode(device),
    };
    held[key] = { id: device.id, keys, statement };
  }
  const { alice, alice2, bob, eve } = held as Record<'alice' | 'alice2' | 'bob' | 'eve', Held>;
  const first = await addLink(undefined, 'alice', AT, alice.statement, signerOf(alice));
  const one = await readChain('alice', [first]);
  const second = await addLink(one, 'alice', AT + 1, alice2.statement, signerOf(alice));
  const two = await readChain('alice', [first, second]);
  const third = await revokeLink(two, AT + 1_000, alice2.id, signerOf(alice));
  const aliceList = await readChain('alice', [first, second, third]);
  const bobFirst = await addLink(undefined, 'bob', AT, bob.statement, signerOf(bob));
  const bobList = await readChain('bob', [bobFirst]);
  const stranger = await addLink(one, 'alice', AT + 1, alice2.statement, signerOf(eve));

  const to = readers(two, bobList);
  const place: Place = {
    conversation: '@alice+bob',
    sender: 'alice',
    kind: 'message',
    target: 0,
  };
  const text = 'Grüße 😀\nsecond line';
  const message = await seal(text, context(alice, { clientId: 'v-1' }), alice.keys, to);
  const edit = await seal(
    'edited',
    context(alice, { kind: 'edit', target: 7, clientId: 'v-2', time: AT + 20 }),
    alice.keys,
    to,
  );
  const file = { name: 'Katze 😺.png', size: 5, sha256: '0f'.repeat(32), key: FILE_KEY };
  const withFile = await seal(file.name, context(alice, { clientId: 'v-4' }), alice.keys, to, file);
  const late = await seal(
    'late',
    context(alice2, { clientId: 'v-3', time: AT + 2_000 }),
    alice2.keys,
    to,
  );
  const foreign = await seal('hi', context(eve), eve.keys, to);
  const forged = await seal('hi', context(alice), eve.keys, to);
  const bytes = fromBase64Url(message.slice(PREFIX.length));
  const altered = bytes.slice();
  altered[120] = (altered[120] as number) ^ 1;
  const refused = (
    problem: Problem,
    sealed: string,
    changes: Partial<Place> = {},
    reader = 'bob',
  ) => ({ problem, sealed, place: { ...place, ...changes }, reader }) as const;
  return {
    devices,
    lists: { alice: aliceList.links, bob: bobList.links },
    badLists: [
      { why: 'empty', account: 'alice', links: [] },
      { why: 'of another account', account: 'bob', links: [first] },
      { why: 'a link left out', account: 'alice', links: [first, third] },
      { why: 'in another order', account: 'alice', links: [second, first] },
      { why: 'signed by a stranger', account: 'alice', links: [first, stranger] },
    ],
    safetyNumber: await safetyNumber(aliceList, bobList),
    sealed: [
      { by: 'javascript', text, sealed: message, place, reader: 'bob' },
      { by: 'javascript', text, sealed: message, place, reader: 'alice' },
      { by: 'javascript', text, sealed: message, place, reader: 'alice2' },
      {
        by: 'javascript',
        text: 'edited',
        sealed: edit,
        place: { ...place, kind: 'edit', target: 7 },
        reader: 'bob',
      },
      { by: 'javascript', text: file.name, sealed: withFile, place, reader: 'bob', file },
    ],
    refused: [
      refused('truncated', PREFIX + toBase64Url(bytes.slice(0, -1))),
      refused('truncated', PREFIX + toBase64Url(bytes.slice(0, 40))),
      refused('altered', PREFIX + toBase64Url(altered)),
      refused('altered', forged),
      refused('unknown_device', foreign, { sender: 'eve' }),
      refused('wrong_conversation', message, { conversation: '@alice+carol' }),
      refused('wrong_sender', message, { sender: 'bob' }),
      refused('wrong_place', message, { target: 3 }),
      refused('wrong_place', edit),
      refused('revoked_device', late),
      refused('not_for_this_device', message, {}, 'eve'),
    ],
  };
}
