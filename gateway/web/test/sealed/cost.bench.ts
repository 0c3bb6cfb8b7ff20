// @vitest-environment node
import { bench, describe } from 'vitest';
import { open, readers, seal } from '../../src/sealed/envelope';
import { chainOf, context, device } from './make';

// What a message costs: `npm run bench`. The sizes stand beside the names.
const [alice, bob] = [await device('alice', 'laptop'), await device('bob', 'phone')];
const aliceList = await chainOf('alice', alice);
const two = readers(aliceList, await chainOf('bob', bob));
const others = await Promise.all(Array.from({ length: 7 }, () => device('bob', 'more')));
const eight = readers(aliceList, await chainOf('bob', bob, ...others.slice(0, 6)));
const text = 'a message of a usual length, as people write them';
const place = {
  conversation: '@alice+bob',
  sender: 'alice',
  kind: 'message',
  target: 0,
} as const;
const sealed = await seal(text, context(alice), alice.keys, two);
const sealedToEight = await seal(text, context(alice), alice.keys, eight);

describe(`${text.length} characters`, () => {
  bench(`seal to 2 devices (${sealed.length} characters)`, async () => {
    await seal(text, context(alice), alice.keys, two);
  });
  bench(`seal to 8 devices (${sealedToEight.length} characters)`, async () => {
    await seal(text, context(alice), alice.keys, eight);
  });
  bench('open', async () => {
    await open(sealed, place, aliceList, [bob]);
  });
});
