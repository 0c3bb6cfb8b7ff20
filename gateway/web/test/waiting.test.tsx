import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { App } from '../src/app/app';
import { language, lastConversation } from '../src/settings/preferences';
import { FakeNetwork, settle } from './fakeSocket';
import { box, openPage, press, show, type } from './onPage';

/** What is shown, and acted upon, while answers are still on their way. */
describe('while answers are on their way, the page', () => {
  let network: FakeNetwork;

  beforeEach(() => {
    network = new FakeNetwork();
    for (const user of ['alice', 'bob', 'bert', 'carol']) network.server.register(user);
    network.server.makeGroup('team', ['alice', 'bob', 'bert', 'carol']);
    language.value = 'en';
    lastConversation.value = '#team';
  });

  afterEach(() => network.close());

  const open = () => openPage(network);

  const hold = (type: string) => {
    const held: (() => void)[] = [];
    network.server.held.set(type, held);
    return async (index: number) => {
      held[index]?.();
      await settle();
    };
  };
  const asked = (type: string) => network.server.received.filter((each) => each.type === type);
  const fill = (element: Element, value: string) => fireEvent.input(element, { target: { value } });
  const log = (app: App) => app.workspace.peek()?.conversation('#team').log;

  describe('completes', () => {
    it('with what stays chosen when more comes to choose from', async () => {
      network.server.post('bob', '#team', 'hello');
      network.server.post('carol', '#team', 'hello');
      const answer = hold('members');
      await open();
      await type('hi @');
      await screen.findByRole('option', { name: '@carol' });
      await press(box(), 'ArrowDown');
      expect(screen.getByRole('option', { selected: true }).textContent).toContain('@carol');
      await answer(0);
      expect(await screen.findByRole('option', { name: '@bert' })).toBeTruthy();
      await press(box(), 'Tab');
      expect(box().value).toBe('hi @carol ');
    });

    it('nothing where the caret is no more', async () => {
      network.server.post('bob', '#team', 'hello');
      await open();
      await type('hi @bo');
      await screen.findByRole('option', { name: '@bob' });
      box().setSelectionRange(0, 0);
      await press(box(), 'Tab');
      expect(box().value).toBe('hi @bo');
      await fireEvent.keyUp(box(), { key: 'Home' });
      expect(screen.queryByRole('option')).toBeNull();
    });

    it('emoji at once, and leads with the same one when all have come', async () => {
      await open();
      await type('well done :ta');
      expect(screen.getByRole('option', { selected: true }).textContent).toBe('🎉 :tada:');
      await screen.findByRole('option', { name: '🌮 :taco:' });
      expect(screen.getByRole('option', { selected: true }).textContent).toBe('🎉 :tada:');
    });
  });

  describe('searches', () => {
    const search = async (text: string) => {
      const field = await screen.findByRole('searchbox');
      await fill(field, text);
      await fireEvent.submit(field.closest('form') as Element);
    };

    it('and shows only what was asked for last', async () => {
      network.server.post('bob', '#team', 'an apple');
      network.server.post('bob', '#team', 'a pear');
      const app = await open();
      const answer = hold('search');
      app.ui.panel.value = { kind: 'search', query: '' };
      await search('apple');
      await search('pear');
      const panel = within(screen.getByRole('complementary', { name: 'Search' }));
      await answer(1);
      expect(await panel.findByRole('button', { name: /a pear/ })).toBeTruthy();
      await answer(0);
      expect(panel.queryByRole('button', { name: /an apple/ })).toBeNull();
      expect(panel.getByRole('button', { name: /a pear/ })).toBeTruthy();
    });

    it('and leaves nothing of the former search beside the new one', async () => {
      network.server.post('bob', '#team', 'an apple');
      const app = await open();
      app.ui.panel.value = { kind: 'search', query: 'apple' };
      const panel = within(await screen.findByRole('complementary', { name: 'Search' }));
      expect(await panel.findByRole('button', { name: /an apple/ })).toBeTruthy();
      hold('search');
      await search('pear');
      await waitFor(() => expect(panel.queryByRole('button', { name: /an apple/ })).toBeNull());
    });
  });

  it('shows no versions of another message', async () => {
    const one = network.server.post('bob', '#team', 'one');
    const two = network.server.post('bob', '#team', 'two');
    const app = await open();
    app.ui.panel.value = { kind: 'versions', seq: one.seq };
    const panel = () => within(screen.getByRole('complementary', { name: 'Edit history' }));
    await screen.findByRole('complementary', { name: 'Edit history' });
    expect(await panel().findByText('one')).toBeTruthy();
    const answer = hold('edits');
    app.ui.panel.value = { kind: 'versions', seq: two.seq };
    await settle();
    await waitFor(() => expect(asked('edits')).toHaveLength(2));
    expect(panel().queryByText('one')).toBeNull();
    await answer(0);
    expect(await panel().findByText('two')).toBeTruthy();
  });

  it('asks for what a panel shows again when the connection is back', async () => {
    network.server.post('bob', '#team', 'keep this');
    const app = await open();
    const workspace = app.workspace.peek();
    const team = workspace?.conversation('#team');
    if (team) await workspace?.changes.pin(team, log(app)?.newest?.seq ?? 0, true);
    network.cut();
    app.ui.panel.value = { kind: 'pinned' };
    const panel = within(await screen.findByRole('complementary', { name: 'Pinned messages' }));
    expect(await panel.findByText(/does not answer/)).toBeTruthy();
    network.mend();
    app.link.connect();
    expect(await panel.findByText('keep this')).toBeTruthy();
    expect(panel.queryByText(/does not answer/)).toBeNull();
  });

  it('jumps to no conversation but the one that is marked', async () => {
    network.server.makeGroup('ops', ['alice', 'bob']);
    const app = await open();
    app.ui.dialog.value = { kind: 'switcher' };
    const jump = await screen.findByRole('combobox', { name: 'Jump to …' });
    const marked = () => screen.getByRole('option', { selected: true }).textContent;
    const before = marked();
    const other = before === '#ops' ? '#team' : '#ops';
    network.server.post('bob', other, 'this one is newest now');
    await settle();
    expect(marked()).toBe(before);
    await press(jump, 'Enter');
    expect(app.ui.current.value).toBe(before);
  });

  it('takes no group for a person before the conversations are known', async () => {
    network.server.makeGroup('ops', ['alice', 'bob']);
    const answer = hold('conversations');
    const app = await open();
    app.ui.dialog.value = { kind: 'switcher' };
    const jump = await screen.findByRole('combobox', { name: 'Jump to …' });
    await fill(jump, 'ops');
    expect(screen.queryByRole('option')).toBeNull();
    await answer(0);
    expect(await screen.findByRole('option', { name: '#ops' })).toBeTruthy();
    await press(jump, 'Enter');
    expect(app.ui.current.value).toBe('#ops');
  });

  it('opens no conversation after its dialog was closed', async () => {
    const app = await open();
    const answer = hold('ping');
    app.ui.dialog.value = { kind: 'newDirect' };
    const name = await screen.findByLabelText('Name');
    await fill(name, 'bob');
    await fireEvent.submit(name.closest('form') as Element);
    app.ui.dialog.value = undefined;
    await answer(0);
    expect(app.ui.current.value).toBe('#team');
  });

  it('stays where one went while a group was being made', async () => {
    const app = await open();
    const answer = hold('createGroup');
    const made = app.createGroup('cake', [], false);
    app.ui.open('#lobby');
    await settle();
    await answer(0);
    await made;
    expect(app.ui.current.value).toBe('#lobby');
  });

  it('asks once for what was sent twice', async () => {
    const app = await open();
    const answer = hold('changePassword');
    app.ui.dialog.value = { kind: 'settings' };
    await fill(await screen.findByLabelText('Old password'), 'password');
    await fill(screen.getByLabelText('New password'), 'better-password');
    const form = screen.getByLabelText('New password').closest('form') as Element;
    await fireEvent.submit(form);
    await fireEvent.submit(form);
    await settle();
    expect(asked('changePassword')).toHaveLength(1);
    await answer(0);
    expect(await screen.findByText('Your password is changed.')).toBeTruthy();
  });

  it('ends the other session of no name but the one it asked about', async () => {
    await network.signedIn('alice');
    const app = network.app();
    await app.session.start();
    show(app);
    await fill(screen.getByLabelText('Name'), 'alice');
    await fill(screen.getByLabelText('Password'), 'password');
    await fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await screen.findByRole('button', { name: 'End it and sign in' });
    await fill(screen.getByLabelText('Name'), 'bob');
    expect(screen.queryByRole('button', { name: 'End it and sign in' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeTruthy();
  });

  it('keeps what was written on while an edit was being stored', async () => {
    const app = await open();
    await type('first');
    await press(box(), 'Enter');
    await within(screen.getByRole('log')).findByText('first');
    await settle();
    await press(box(), 'ArrowUp');
    await waitFor(() => expect(box().value).toBe('first'));
    const answer = hold('edit');
    await type('first again');
    await press(box(), 'Enter');
    await type('first again and more');
    await settle();
    await answer(0);
    await waitFor(() => expect(log(app)?.newest?.text).toBe('first again'));
    expect(box().value).toBe('first again and more');
  });

  it('stays where it was sent from a place that was still loading', async () => {
    const { seq } = network.server.post('bob', '#team', 'over here');
    network.server.post('bob', '#team', 'not here');
    network.server.allRead();
    const answer = hold('history');
    const app = await open();
    app.ui.jumpTo('#team', seq);
    await settle();
    app.ui.jump.value = undefined;
    for (const [index] of asked('history').entries()) await answer(index);
    await within(screen.getByRole('log')).findByText('over here');
    expect(document.querySelector('article.marked')).toBeNull();
  });

  it('is not brought back to a place by a connection that comes back', async () => {
    const { seq } = network.server.post('bob', '#team', 'over here');
    network.server.post('bob', '#team', 'not here');
    network.server.allRead();
    const app = await open();
    app.ui.jumpTo('#team', seq);
    const isMarked = () => document.querySelector('article.marked') !== null;
    await waitFor(() => expect(isMarked()).toBe(true));
    expect(app.ui.jump.value).toBeUndefined();
  });

  it('offers to load what it could not load', async () => {
    const app = await open();
    const { keyring } = app.workspace.peek() ?? {};
    if (!keyring) throw new Error('no keyring');
    vi.spyOn(keyring, 'encryption')
      .mockRejectedValueOnce(new TypeError('no such chunk'))
      .mockReturnValue(new Promise(() => {}));
    app.ui.dialog.value = { kind: 'encryption', user: 'bob' };
    expect(await screen.findByText(/could not be loaded/)).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('One moment …')).toBeTruthy();
    expect(screen.queryByText(/could not be loaded/)).toBeNull();
  });
});
