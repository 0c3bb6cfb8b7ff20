// @vitest-environment node
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBase64Url, toBase64Url } from '../../src/sealed/bytes';
import { type Chain, readChain, revokeLink } from '../../src/sealed/chain';
import { open, type Place, PREFIX, type Problem, readers, seal } from '../../src/sealed/envelope';
import type { Mark } from '../../src/sealed/marks';
import { Order } from '../../src/sealed/order';
import { AT, chainOf, context, device, type Held, signerOf } from './make';

const PLACE: Place = { conversation: '@alice+bob', sender: 'alice', kind: 'message', target: 0 };

describe('a sealed text', () => {
  let alice: Held;
  let bob: Held;
  let eve: Held;
  let aliceChain: Chain;
  let bobChain: Chain;
  let sealed: string;

  beforeAll(async () => {
    [alice, bob, eve] = [
      await device('alice', 'laptop'),
      await device('bob', 'phone'),
      await device('eve', 'tower'),
    ];
    aliceChain = await chainOf('alice', alice);
    bobChain = await chainOf('bob', bob);
    sealed = await seal('hi 😀', context(alice), alice.keys, readers(aliceChain, bobChain));
  });

  const problem = (text: string, place = PLACE, chain = aliceChain, reader = bob) =>
    open(text, place, chain, [reader]).then(
      () => 'opened',
      (error: { problem: Problem }) => error.problem,
    );

  it('opens for both, and for nobody else', async () => {
    expect((await open(sealed, PLACE, aliceChain, [bob])).text).toBe('hi 😀');
    expect((await open(sealed, PLACE, aliceChain, [alice])).text).toBe('hi 😀');
    expect(await problem(sealed, PLACE, aliceChain, eve)).toBe('not_for_this_device');
    expect(sealed).toMatch(/^parley-sealed-1:[A-Za-z0-9_-]+$/);
  });

  it('does not open elsewhere than where it was written for', async () => {
    expect(await problem(sealed, { ...PLACE, conversation: '@alice+carol' })).toBe(
      'wrong_conversation',
    );
    expect(await problem(sealed, { ...PLACE, sender: 'bob' })).toBe('wrong_sender');
    expect(await problem(sealed, { ...PLACE, kind: 'edit', target: 4 })).toBe('wrong_place');
    expect(await problem(sealed, { ...PLACE, target: 4 })).toBe('wrong_place');
  });

  it('does not open wherever it is cut', async () => {
    const bytes = fromBase64Url(sealed.slice(PREFIX.length));
    for (let length = 0; length < bytes.length; length += 7)
      expect(await problem(PREFIX + toBase64Url(bytes.slice(0, length)))).toBe('truncated');
    expect(await problem(`${sealed}AAAA`)).toBe('truncated');
  });

  it('does not open with any byte altered', async () => {
    const bytes = fromBase64Url(sealed.slice(PREFIX.length));
    for (let i = 0; i < bytes.length; i += 3) {
      const altered = bytes.slice();
      altered[i] = (altered[i] as number) ^ 4;
      expect(await problem(PREFIX + toBase64Url(altered))).not.toBe('opened');
    }
  });

  it('does not open when somebody else signs under the name of the sender', async () => {
    const forged = await seal('hi', context(alice), eve.keys, readers(bobChain));
    expect(await problem(forged)).toBe('altered');
    const foreign = await seal('hi', context(eve), eve.keys, readers(bobChain));
    expect(await problem(foreign)).toBe('unknown_device');
  });

  it('does not open when its device had been revoked', async () => {
    const second = await device('alice', 'phone');
    const both = await chainOf('alice', alice, second);
    const link = await revokeLink(both, AT + 100, second.id, signerOf(alice));
    const revoked = await readChain('alice', [...both.links, link]);
    const to = readers(bobChain);
    const before = await seal('hi', context(second, { time: AT + 50 }), second.keys, to);
    const after = await seal('hi', context(second, { time: AT + 150 }), second.keys, to);
    expect(await problem(before, PLACE, revoked)).toBe('opened');
    expect(await problem(after, PLACE, revoked)).toBe('revoked_device');
  });

  it('opens where the clock of its device was ahead of its revocation', async () => {
    const second = await device('alice', 'phone');
    const both = await chainOf('alice', alice, second);
    const link = await revokeLink(both, AT + 100, second.id, signerOf(alice));
    const revoked = await readChain('alice', [...both.links, link]);
    const ahead = context(second, { time: AT + 9_999 });
    const text = await seal('hi', ahead, second.keys, readers(bobChain));
    const came = (at: number) => problem(text, { ...PLACE, at }, revoked);
    expect(await came(AT + 100)).toBe('opened');
    expect(await came(AT + 101)).toBe('revoked_device');
    const behind = context(second, { time: AT + 50 });
    const early = await seal('hi', behind, second.keys, readers(bobChain));
    expect(await problem(early, { ...PLACE, at: AT + 999 }, revoked)).toBe('opened');
  });

  it('hides how long a short text is', async () => {
    const one = await seal('a', context(alice), alice.keys, readers(bobChain));
    const other = await seal('abcdefghijklmnop', context(alice), alice.keys, readers(bobChain));
    expect(one.length).toBe(other.length);
  });
});

describe('the order of sealed texts', () => {
  const at = (seq: number, time: number, clientId = `c-${seq}`) =>
    [context({ id: '00' } as Held, { time: AT + time, clientId }), seq] as const;
  const outcome = (order: Order, ...texts: ReturnType<typeof at>[]) =>
    texts.map(([text, seq]) => {
      try {
        order.check(text, seq);
        return 'ok';
      } catch (error) {
        return (error as { problem: Problem }).problem;
      }
    });
  const fresh = (marks = new Map<string, Mark>()) =>
    new Order({ of: (key) => marks.get(key), move: (key, mark) => marks.set(key, mark) });

  it('takes texts in any order of loading, each at its place', () => {
    expect(outcome(fresh(), at(5, 50), at(3, 30), at(4, 40), at(5, 50))).toEqual(
      Array(4).fill('ok'),
    );
  });

  it('refuses a text that comes a second time', () => {
    expect(outcome(fresh(), at(1, 10, 'c'), at(2, 10, 'c'))).toEqual(['ok', 'replayed']);
  });

  it('refuses texts that were exchanged', () => {
    expect(outcome(fresh(), at(1, 20), at(2, 10))).toEqual(['ok', 'reordered']);
  });

  it('remembers the latest one beyond the page', () => {
    const marks = new Map<string, Mark>();
    outcome(fresh(marks), at(7, 70));
    expect(outcome(fresh(marks), at(8, 60, 'other'), at(9, 70, 'c-7'))).toEqual([
      'reordered',
      'replayed',
    ]);
  });
});
