import type { FakeServer } from './fakeServer';

const LINES = [
  'Good morning! The night build is green again.',
  'Nice. I saw the fix for the *jitter* in `retryDelay`, well spotted.',
  'Thanks :tada: It was one line in the end:\n\n```java\nvar delay = random.nextLong(ceiling + 1);\n```',
  'Who takes the release notes? @alice maybe?',
  'The probability that two clients collide is $$p = 1 - e^{-n^2/2m}$$ by the way.',
  'See https://example.org/notes for the draft.',
  '> who takes the release notes\n\nI can do that.',
  '- first the upgrade note\n- then the new door\n- the figures last',
  '👍',
  'Lunch at twelve?',
];

/** People and talk to look at: sign in as alice, bob or carol with `password`. */
export function addDemoData(server: FakeServer): void {
  const people = ['alice', 'bob', 'carol', 'dave', 'erin'];
  for (const user of people) server.register(user);
  server.makeGroup('design', ['alice', 'bob', 'carol']);
  server.makeGroup('release', ['bob', 'alice', 'dave'], true);
  server.makeGroup('coffee', ['erin', 'carol'], true);
  const start = Date.now() - 3 * 86_400_000;
  for (let i = 0; i < 400; i++) {
    const from = people[(i * 7 + Math.floor(i / 3)) % 3] ?? 'bob';
    const at = new Date(start + i * 600_000);
    const line = LINES[i % LINES.length] ?? '';
    server.post(from, '#design', i % 10 === 9 ? `${line} (${i})` : line, at);
  }
  server.allRead();
  server.post('dave', '#release', 'The candidate is up. @alice could you look at the door?');
  server.post('bob', '@alice', 'Hi Alice, do you have a minute?');
  server.post('bob', '#lobby', 'Welcome to Parley, everyone!');
}
