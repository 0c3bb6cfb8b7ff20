import { File as NodeFile } from 'node:buffer';
import { fireEvent, screen, waitFor, within } from '@testing-library/preact';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listenForKeys } from '../src/keys/keymap';
import { watchTitle } from '../src/notify/notifier';
import { defaultLevel, language, lastConversation, levels } from '../src/settings/preferences';
import { FakeNetwork, memoryKeep, settle } from './fakeSocket';
import { box, openPage, press, show, type } from './onPage';

describe('the page', () => {
  let network: FakeNetwork;

  beforeEach(() => {
    network = new FakeNetwork();
    for (const user of ['alice', 'bob', 'carol']) network.server.register(user);
    network.server.makeGroup('team', ['alice', 'bob']);
    language.value = 'en';
    lastConversation.value = '#team';
    levels.value = {};
    defaultLevel.value = 'mentions';
  });

  afterEach(() => network.close());

  const open = () => openPage(network);

  const inLog = () => within(screen.getByRole('log'));
  const say = async (text: string) => {
    await type(text);
    await press(box(), 'Enter');
    await settle();
  };

  it('sends a file that was chosen, shows a picture of it, and saves it', async () => {
    vi.stubGlobal('fetch', network.server.files.fetch);
    const createUrl = vi.fn(() => 'blob:picture');
    vi.stubGlobal(
      'URL',
      Object.assign(URL, { createObjectURL: createUrl, revokeObjectURL: vi.fn() }),
    );
    await open();
    const input = document.querySelector<HTMLInputElement>('input[type=file]');
    const picture = new NodeFile([new Uint8Array([1, 2, 3])], 'cat.png', { type: 'image/png' });
    Object.defineProperty(input, 'files', { value: [picture] });
    if (input) await fireEvent.input(input);
    const save = await screen.findByRole('button', { name: 'Save cat.png' });
    expect(save.textContent).toContain('3 B');
    expect(await screen.findByRole('img', { name: 'cat.png' })).toBeTruthy();
    expect(screen.queryByText('cat.png', { selector: '.body *' })).toBeNull();
  });

  it('shows an upload with its progress, and pauses it', async () => {
    vi.stubGlobal('fetch', () => new Promise(() => {}));
    await open();
    const form = screen.getByRole('form');
    const file = new NodeFile(['abc'], 'notes.txt');
    await fireEvent.paste(box(), { clipboardData: { files: [file] } });
    expect(within(form).getByText('notes.txt')).toBeTruthy();
    expect(within(form).getByText('0 %')).toBeTruthy();
    await fireEvent.click(within(form).getByRole('button', { name: /^Pause/ }));
    expect(within(form).getByText('0 %, paused')).toBeTruthy();
    await fireEvent.click(within(form).getByRole('button', { name: /^Cancel/ }));
    expect(within(form).queryByText('notes.txt')).toBeNull();
  });

  it('signs in, and says what went wrong before', async () => {
    const app = network.app();
    await app.session.start();
    show(app);
    await fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'alice' } });
    await fireEvent.input(screen.getByLabelText('Password'), { target: { value: 'wrong' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText('Wrong name or password.')).toBeTruthy();
    await fireEvent.input(screen.getByLabelText('Password'), { target: { value: 'password' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByRole('log')).toBeTruthy();
  });

  it('says how long an account is locked', async () => {
    const app = network.app();
    await app.session.start();
    show(app);
    const account = network.server.accounts.get('alice');
    if (account) account.wrong = 3;
    await fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'alice' } });
    await fireEvent.input(screen.getByLabelText('Password'), { target: { value: 'password' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    expect(await screen.findByText(/Try again in \d+ s/)).toBeTruthy();
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(true);
  });

  it('offers to end another session', async () => {
    await network.signedIn('alice');
    const app = network.app();
    await app.session.start();
    show(app);
    await fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'alice' } });
    await fireEvent.input(screen.getByLabelText('Password'), { target: { value: 'password' } });
    await fireEvent.click(screen.getByRole('button', { name: 'Sign in' }));
    await fireEvent.click(await screen.findByRole('button', { name: 'End it and sign in' }));
    expect(await screen.findByRole('log')).toBeTruthy();
  });

  it('shows a message at once as not stored, then as stored', async () => {
    await open();
    network.server.silent.add('send');
    await say('on its way');
    expect((await screen.findByText('on its way')).closest('article')?.className).toContain(
      'pending',
    );
    expect(screen.getByText('Not stored yet')).toBeTruthy();
  });

  it('keeps the text of a refused message and sends it again', async () => {
    await open();
    network.server.rooms.get('#team')?.members.delete('alice');
    await say('refused once');
    expect(await screen.findByText(/Not sent/)).toBeTruthy();
    network.server.rooms.get('#team')?.members.add('alice');
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/Not sent/)).toBeNull());
    expect(screen.getAllByText('refused once').length).toBeGreaterThan(0);
  });

  it('speaks a new message once, and nothing of the history', async () => {
    network.server.post('bob', '#team', 'from the past');
    await open();
    expect(screen.getByTestId('spoken').textContent).toBe('');
    network.server.post('bob', '#team', 'hello now');
    await waitFor(() => expect(screen.getByTestId('spoken').textContent).toBe('bob: hello now'));
    expect(screen.getByRole('log').getAttribute('aria-live')).toBe('off');
  });

  it('edits the last message with the arrow key, and shows that it did', async () => {
    await open();
    await say('with a mistkae');
    await screen.findByText('with a mistkae');
    await press(box(), 'ArrowUp');
    await waitFor(() => expect(box().value).toBe('with a mistkae'));
    await say('without a mistake');
    expect(await screen.findByRole('button', { name: 'edited' })).toBeTruthy();
    expect(box().value).toBe('');
  });

  it('keeps the words of an edit that was refused', async () => {
    await open();
    await say('draft one');
    await screen.findByText('draft one');
    await press(box(), 'ArrowUp');
    await waitFor(() => expect(box().value).toBe('draft one'));
    network.server.rooms.get('#team')?.members.delete('alice');
    await say('words that took long');
    expect(await screen.findByText(/not a member|no such group/)).toBeTruthy();
    expect(box().value).toBe('words that took long');
    network.server.rooms.get('#team')?.members.add('alice');
    await press(box(), 'Enter');
    expect(await inLog().findByText('words that took long')).toBeTruthy();
    await waitFor(() => expect(box().value).toBe(''));
  });

  it('reacts with the first of what is shown for the name, also before all emoji have come', async () => {
    network.server.post('bob', '#team', 'well done');
    await open();
    await press(inLog().getByText('well done').closest('[data-seq]') as Element, '+');
    const search = await screen.findByRole('searchbox');
    await fireEvent.input(search, { target: { value: 'tada' } });
    await press(search, 'Enter');
    await settle();
    expect(inLog().getByRole('button', { name: '🎉 by alice' })).toBeTruthy();
  });

  it('shows tombstones, reactions and answers', async () => {
    const app = await open();
    const asked = network.server.post('bob', '#team', 'who brings cake?');
    const gone = network.server.post('bob', '#team', 'never mind');
    await settle();
    const workspace = app.workspace.peek();
    const team = workspace?.conversation('#team');
    if (!workspace || !team) throw new Error('no team');
    await workspace.changes.react(team, asked.seq, '🍰', false);
    workspace.send('#team', 'I do', asked.seq);
    team.log.offer({
      type: 'delete',
      conversation: '#team',
      seq: (team.log.cursor ?? 0) + 2,
      at: asked.at,
      from: 'bob',
      target: gone.seq,
    });
    await settle();
    expect(await screen.findByRole('button', { name: '🍰 by alice' })).toBeTruthy();
    const log = within(screen.getByRole('log'));
    expect(await log.findByText('This message was deleted.')).toBeTruthy();
    expect(log.getAllByText('who brings cake?')).toHaveLength(2);
  });

  describe('marks what is not encrypted', () => {
    const marked = async (text: string) => {
      const found = await within(screen.getByRole('log')).findByText(text);
      const article = within(found.closest('article') as HTMLElement);
      expect(await article.findByText('Not encrypted')).toBeTruthy();
    };
    const forge = (text: string) =>
      Object.assign(network.server.post('bob', '@alice', text), { sealed: 'open' });

    beforeEach(() => {
      lastConversation.value = '@bob';
    });

    it('whatever the server says of it', async () => {
      network.server.encrypted.set('@alice+bob', true);
      forge('from the past');
      await open();
      await marked('from the past');
    });

    it('among search results, pinned messages and versions, and where it is answered', async () => {
      network.server.encrypted.set('@alice+bob', true);
      const { seq } = network.server.post('bob', '@alice', 'clear cake');
      Object.assign(network.server.post('bob', '@alice', 'an answer'), { replyTo: seq });
      const app = await open();
      const inPanel = async (name: string) => {
        const panel = within(await screen.findByRole('complementary', { name }));
        expect(await panel.findByText('clear cake')).toBeTruthy();
        expect(await panel.findByText('Not encrypted')).toBeTruthy();
      };
      const bob = app.workspace.peek()?.conversation('@bob');
      if (!bob) throw new Error('no bob');
      await app.workspace.peek()?.changes.pin(bob, seq, true);
      app.ui.panel.value = { kind: 'pinned' };
      await inPanel('Pinned messages');
      app.ui.panel.value = { kind: 'search', query: 'cake' };
      const search = within(await screen.findByRole('complementary', { name: 'Search' }));
      expect(await search.findByText('Not encrypted')).toBeTruthy();
      app.ui.panel.value = { kind: 'versions', seq };
      await inPanel('Edit history');
      const answer = (await inLog().findByText('an answer')).closest('article') as HTMLElement;
      expect(await within(answer).findAllByText('Not encrypted')).toHaveLength(2);
    });

    it('also where the server denies the encryption', async () => {
      const keep = memoryKeep();
      await keep.set('device:alice', { id: 'd1' });
      await keep.set('pin:alice:bob', { links: [], past: [], encrypted: true });
      network.server.post('bob', '@alice', 'trust me');
      show(await network.signedIn('alice', keep));
      await marked('trust me');
    });
  });

  it('says that the account encrypts for another device until its owner has seen it', async () => {
    const keep = memoryKeep();
    await keep.set('device:alice', { id: 'd1' });
    await keep.set('pin:alice:alice', { links: [], past: [], encrypted: false, added: ['<b>pad'] });
    show(await network.signedIn('alice', keep));
    const banner = within(await screen.findByRole('alert'));
    expect(banner.getByText(/encrypts for another device now: “<b>pad”/)).toBeTruthy();
    await fireEvent.click(banner.getByRole('button', { name: 'It is mine' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
    expect(keep.values.get('pin:alice:alice')).toMatchObject({ added: [] });
  });

  it('completes names with Tab', async () => {
    await open();
    await type('hi @bo');
    await screen.findByRole('option', { name: '@bob' });
    await press(box(), 'Tab');
    expect(box().value).toBe('hi @bob ');
  });

  it('runs commands and explains those it does not know', async () => {
    await open();
    await say('/dance');
    expect(await screen.findByText(/no command \/dance/)).toBeTruthy();
    await say('/msg carol psst');
    expect(await screen.findByRole('main', { name: '@carol' })).toBeTruthy();
    expect(network.server.rooms.get('@alice+carol')?.entries).toHaveLength(1);
  });

  it('counts what is new, marks mentions, and tells the title', async () => {
    const app = await open();
    const stop = watchTitle(app);
    network.server.post('bob', '#lobby', 'hello everyone');
    network.server.post('bob', '#lobby', 'and you, @alice');
    const lobby = await screen.findByRole('button', { name: /lobby.*2 unread messages/ });
    expect(lobby.textContent).toContain('1 mention');
    expect(document.title).toBe('(1) #team – Parley');
    stop();
  });

  it('lets stand what is typed into a search as soon as it opens', async () => {
    const app = await open();
    app.ui.panel.value = { kind: 'search', query: 'in:#team ' };
    const search = await screen.findByRole<HTMLInputElement>('searchbox');
    // No act: what the panel does after it was painted is still to come.
    search.value = 'cake from:bob';
    search.dispatchEvent(new Event('input', { bubbles: true }));
    await settle();
    expect(search.value).toBe('cake from:bob');
  });

  it('moves between conversations by keyboard', async () => {
    const app = await open();
    const stop = listenForKeys(app);
    network.server.post('carol', '@alice', 'over here');
    await settle();
    await press(document.body, 'ArrowDown', { altKey: true, shiftKey: true });
    expect(app.ui.current.value).toBe('@carol');
    await press(document.body, 'ArrowUp', { altKey: true });
    expect(app.ui.current.value).toBe('#team');
    await press(document.body, 'k', { ctrlKey: true });
    const jump = await screen.findByRole('combobox', { name: 'Jump to …' });
    await fireEvent.input(jump, { target: { value: 'lob' } });
    await press(jump, 'Enter');
    expect(app.ui.current.value).toBe('#lobby');
    await press(document.body, '/', { ctrlKey: true });
    expect(await screen.findByRole('dialog', { name: 'Keys and commands' })).toBeTruthy();
    await press(document.body, 'Escape');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    stop();
  });

  it('keeps working without a connection, and says so after five seconds', async () => {
    vi.useFakeTimers();
    const app = await network.signedIn('alice');
    show(app);
    await vi.advanceTimersByTimeAsync(100);
    network.cut();
    await vi.advanceTimersByTimeAsync(100);
    await say('written meanwhile');
    await vi.advanceTimersByTimeAsync(4_000);
    expect(screen.queryByText(/No connection/)).toBeNull();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(screen.getByText(/No connection/).textContent).toContain('1 message waits.');
    network.mend();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(screen.queryByText(/No connection/)).toBeNull();
    const stored = network.server.rooms.get('#team')?.entries.at(-1);
    expect(stored).toMatchObject({ text: 'written meanwhile' });
    vi.useRealTimers();
  });

  it.each([
    ['closed', false],
    ['open', true],
  ])('makes a %s group', async (_kind, isOpen) => {
    const app = await open();
    await fireEvent.click(screen.getByRole('button', { name: 'New group' }));
    const dialog = within(screen.getByRole('dialog', { name: 'New group' }));
    await fireEvent.input(dialog.getByLabelText('Name of the group'), {
      target: { value: '#Cake' },
    });
    await fireEvent.input(dialog.getByLabelText('People'), { target: { value: '@bob carol' } });
    if (isOpen) await fireEvent.click(dialog.getByRole('checkbox'));
    await fireEvent.click(dialog.getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(app.ui.current.value).toBe('#cake'));
    const room = network.server.rooms.get('#cake');
    expect(room?.open).toBe(isOpen);
    expect([...(room?.members ?? [])].sort()).toEqual(['alice', 'bob', 'carol']);
  });

  it('finds messages and leads to their place', async () => {
    network.server.post('bob', '#lobby', 'the needle is here');
    const app = await open();
    await say('/search needle');
    const hit = await screen.findByRole('button', { name: /bob#lobby.*needle is here/ });
    expect(hit.querySelector('mark')?.textContent).toBe('needle');
    await fireEvent.click(hit);
    expect(app.ui.current.value).toBe('#lobby');
  });

  it('does not show whom one blocks', async () => {
    const app = await open();
    network.server.post('bob', '#team', 'something rude');
    expect(await within(screen.getByRole('log')).findByText('something rude')).toBeTruthy();
    await app.setBlocked('bob', true);
    await waitFor(() =>
      expect(within(screen.getByRole('log')).queryByText('something rude')).toBeNull(),
    );
    expect(screen.getByRole('navigation').textContent).not.toContain('something rude');
  });

  describe('draws the line of what is new', () => {
    const line = () => inLog().queryByText('New messages');
    const watched = (isWatched: boolean) =>
      vi.spyOn(document, 'hasFocus').mockReturnValue(isWatched);

    it('above what comes while nobody looks, and not above what comes in sight', async () => {
      network.server.post('bob', '#team', 'of before');
      network.server.allRead();
      watched(true);
      await open();
      await inLog().findByText('of before');
      network.server.post('bob', '#team', 'in sight');
      await inLog().findByText('in sight');
      expect(line()).toBeNull();
    });

    it('where the unread begins', async () => {
      network.server.post('bob', '#team', 'of before');
      network.server.allRead();
      watched(false);
      await open();
      await inLog().findByText('of before');
      network.server.post('bob', '#team', 'while away');
      network.server.post('bob', '#team', 'and more');
      await inLog().findByText('and more');
      const shown = screen.getByRole('log').textContent ?? '';
      expect(line()).toBeTruthy();
      expect(shown.indexOf('New messages')).toBeGreaterThan(shown.indexOf('of before'));
      expect(shown.indexOf('New messages')).toBeLessThan(shown.indexOf('while away'));
    });
  });

  it('marks what is pinned also within a group of messages', async () => {
    const app = await open();
    await say('one');
    await say('two');
    await inLog().findByText('two');
    const team = app.workspace.peek()?.conversation('#team');
    const second = team?.log.newest;
    if (!team || !second) throw new Error('no message');
    await app.workspace.peek()?.changes.pin(team, second.seq, true);
    const article = (await inLog().findByText('two')).closest('article') as HTMLElement;
    expect(article.className).toContain('grouped');
    expect(await within(article).findByText('Pinned')).toBeTruthy();
  });

  it('says that older messages could not be loaded, and tries again', async () => {
    network.server.silent.add('history');
    vi.useFakeTimers();
    const app = await network.signedIn('alice');
    show(app);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(screen.getByText('Messages could not be loaded.')).toBeTruthy();
    network.server.silent.clear();
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(screen.queryByText('Messages could not be loaded.')).toBeNull();
    vi.useRealTimers();
  });

  it('lists where one was mentioned', async () => {
    await open();
    await fireEvent.click(screen.getByRole('button', { name: 'Where you were mentioned' }));
    expect((await screen.findByRole<HTMLInputElement>('searchbox')).value).toBe('mentions:me');
  });

  it('shows one thing at a time on a phone', async () => {
    const app = await open();
    vi.stubGlobal('matchMedia', (media: string) => ({ matches: media.includes('max-width') }));
    app.ui.toggle({ kind: 'people' });
    app.openDirect('bob');
    expect(app.ui.panel.value).toBeUndefined();
    app.ui.panel.value = { kind: 'pinned' };
    app.ui.jumpTo('@bob', 1);
    expect(app.ui.panel.value).toBeUndefined();
  });

  it('speaks German', async () => {
    await open();
    language.value = 'de';
    expect(await screen.findByText('Direktnachrichten')).toBeTruthy();
  });

  describe('for a moderator', () => {
    const openAs = async (role: 'member' | 'moderator') => {
      network.server.register('alice', 'password', role);
      network.server.post('bob', '#team', 'not for here');
      network.server.post('bob', '@alice', 'between us');
      return open();
    };
    const focus = async (text: string) =>
      fireEvent.mouseEnter(
        (await within(screen.getByRole('log')).findByText(text)).closest('article') as Element,
      );

    it('offers to delete what others wrote in groups, and asks before', async () => {
      const app = await openAs('moderator');
      await focus('not for here');
      const remove = await screen.findByRole('button', { name: 'Delete' });
      expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
      await fireEvent.click(remove);
      const dialog = await screen.findByRole('dialog', { name: 'Delete this message?' });
      expect(within(dialog).getByText('bob wrote it.')).toBeTruthy();
      await fireEvent.click(within(dialog).getByRole('button', { name: 'Delete' }));
      expect(await screen.findByText('This message was deleted.')).toBeTruthy();
      app.ui.open('@bob');
      await settle();
      await focus('between us');
      await screen.findByRole('button', { name: 'Reply' });
      expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
    });

    it('offers members nothing of it', async () => {
      const app = await openAs('member');
      await focus('not for here');
      expect(await screen.findByRole('button', { name: 'Reply' })).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
      app.ui.panel.value = { kind: 'group' };
      await settle();
      expect(await screen.findByRole('button', { name: 'Remove bob' })).toBeTruthy();
      expect(screen.queryByRole('button', { name: 'Mute bob in #team' })).toBeNull();
    });

    it('mutes for a chosen time and unmutes', async () => {
      const app = await openAs('moderator');
      app.ui.panel.value = { kind: 'group' };
      await settle();
      await fireEvent.click(await screen.findByRole('button', { name: 'Mute bob in #team' }));
      const dialog = await screen.findByRole('dialog', { name: 'Mute bob in #team?' });
      const span = within(dialog).getByLabelText<HTMLSelectElement>('For');
      span.value = '60';
      // fireEvent.change would be an input event, which a select of this library does not hear.
      await fireEvent(span, new Event('change', { bubbles: true }));
      await settle();
      await fireEvent.click(within(dialog).getByRole('button', { name: 'Mute' }));
      expect(await screen.findByText('muted')).toBeTruthy();
      const until = network.server.rooms.get('#team')?.muted.get('bob');
      expect(Date.parse(until ?? '')).toBeGreaterThan(Date.now() + 59 * 60_000);
      await fireEvent.click(await screen.findByRole('button', { name: 'Unmute bob in #team' }));
      await waitFor(() => expect(screen.queryByText('muted')).toBeNull());
      expect(network.server.rooms.get('#team')?.muted.size).toBe(0);
    });

    it('mutes in the lobby from the card of a person', async () => {
      const app = await openAs('moderator');
      app.ui.open('#lobby');
      app.ui.dialog.value = { kind: 'person', user: 'bob' };
      await settle();
      await fireEvent.click(await screen.findByRole('button', { name: 'Mute bob in #lobby' }));
      await fireEvent.click(await screen.findByRole('button', { name: 'Mute' }));
      await waitFor(() => expect(network.server.rooms.get('#lobby')?.muted.has('bob')).toBe(true));
    });
  });

  it('asks before it removes somebody from a group', async () => {
    const app = await open();
    app.ui.panel.value = { kind: 'group' };
    await settle();
    await fireEvent.click(await screen.findByRole('button', { name: 'Remove bob' }));
    expect(network.server.rooms.get('#team')?.members.has('bob')).toBe(true);
    const dialog = await screen.findByRole('dialog', { name: 'Remove bob from #team?' });
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Remove' }));
    await waitFor(() => expect(network.server.rooms.get('#team')?.members.has('bob')).toBe(false));
  });

  it('asks before one leaves a group, and says whether there is a way back', async () => {
    const app = await open();
    app.ui.panel.value = { kind: 'group' };
    await settle();
    await fireEvent.click(await screen.findByRole('button', { name: 'Leave group' }));
    expect(network.server.rooms.get('#team')?.members.has('alice')).toBe(true);
    const dialog = await screen.findByRole('dialog', { name: 'Leave #team?' });
    expect(dialog.textContent).toContain('only its members can bring you back');
    await fireEvent.click(within(dialog).getByRole('button', { name: 'Leave' }));
    await waitFor(() => expect(app.ui.current.value).toBe('#lobby'));
    expect(network.server.rooms.get('#team')?.members.has('alice')).toBe(false);
  });

  it('names keys as they stand on the reader’s keyboard', async () => {
    language.value = 'de';
    const app = await open();
    expect(screen.getByRole('button', { name: /^Gehe zu/ }).textContent).toContain('Strg K');
    app.ui.dialog.value = { kind: 'keys' };
    const dialog = await screen.findByRole('dialog', { name: 'Tasten und Befehle' });
    expect(within(dialog).getAllByText('Umschalt').length).toBeGreaterThan(0);
  });

  it('tells the muted that their message was not sent, and keeps it', async () => {
    await open();
    network.server.rooms.get('#team')?.muted.set('alice', undefined);
    await say('let me speak');
    expect(await screen.findByText(/You are muted here/)).toBeTruthy();
    expect(screen.getByText('let me speak')).toBeTruthy();
  });

  it('lists, adds and removes ssh keys, and sends no private one', async () => {
    const app = await open();
    app.ui.dialog.value = { kind: 'settings' };
    expect(await screen.findByText('There are none yet.')).toBeTruthy();
    const paste = async (text: string) => {
      await fireEvent.input(screen.getByLabelText('Add a key'), { target: { value: text } });
      await fireEvent.submit(screen.getByLabelText('Add a key').closest('form') as Element);
    };
    await paste('-----BEGIN OPENSSH PRIVATE KEY-----');
    expect(await screen.findByText(/This is a private key/)).toBeTruthy();
    await paste('nonsense');
    expect(await screen.findByText(/This is no ssh key/)).toBeTruthy();
    await paste('ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 my laptop');
    expect(await screen.findByText('SHA256:ZDI1NTE5')).toBeTruthy();
    await fireEvent.click(screen.getByRole('button', { name: 'Remove the key my laptop' }));
    expect(network.server.accounts.get('alice')?.keys).toHaveLength(1);
    await fireEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(await screen.findByText('There are none yet.')).toBeTruthy();
  });
});
