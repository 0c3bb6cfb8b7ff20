import type { App } from '../app/app';
import { t } from '../i18n';
import type { Workspace } from '../store/workspace';
import type { Command } from './table';

/** Does what a command asks. Rejects with `Refused`. */
export async function run(command: Command, app: App, workspace: Workspace): Promise<void> {
  const { ui } = app;
  switch (command.kind) {
    case 'help':
      ui.dialog.value = { kind: 'keys' };
      return;
    case 'message':
      workspace.send(command.to, command.text);
      ui.open(command.to);
      return;
    case 'createGroup':
    case 'joinGroup':
    case 'addMembers':
    case 'removeMembers':
    case 'mute':
    case 'unmute':
    case 'leave':
    case 'members':
      return runOnGroup(command, app, workspace);
    case 'groups':
      ui.dialog.value = { kind: 'join' };
      return;
    case 'who':
    case 'lastHour':
      ui.panel.value = { kind: 'people' };
      return;
    case 'settings':
      ui.dialog.value = { kind: 'settings' };
      return;
    case 'logout':
      return app.session.logOut();
    case 'offline':
      app.openNextUnread(1);
      return;
    case 'ping': {
      const { user, state } = await app.link.ask('ping', { user: command.user });
      ui.say(t('person_is', { user, state: t(`state_${state}`) }));
      return;
    }
    case 'block':
    case 'unblock':
      await app.setBlocked(command.user, command.kind === 'block');
      return;
    case 'open':
      ui.open(command.conversation);
      return;
    case 'search':
      ui.panel.value = { kind: 'search', query: command.query };
      return;
    case 'trace':
      ui.open(command.target);
      ui.panel.value = { kind: 'trace', seq: command.seq };
      return;
    case 'pinned':
      ui.open(command.target);
      ui.panel.value = { kind: 'pinned' };
      return;
    default:
      return runOnMessage(command, workspace);
  }
}

type GroupCommand = Extract<
  Command,
  {
    kind:
      | 'createGroup'
      | 'joinGroup'
      | 'addMembers'
      | 'removeMembers'
      | 'mute'
      | 'unmute'
      | 'leave'
      | 'members';
  }
>;

async function runOnGroup(command: GroupCommand, app: App, workspace: Workspace): Promise<void> {
  const { group } = command;
  switch (command.kind) {
    case 'createGroup':
      return app.createGroup(group, command.users, false);
    case 'joinGroup':
      return app.joinGroup(group);
    case 'addMembers':
      await app.link.ask('addMembers', { group, users: command.users });
      return;
    case 'removeMembers':
      for (const user of command.users)
        await app.link.ask('removeMember', { group, users: [user] });
      return;
    case 'mute':
      return app.mute(workspace.conversation(`#${group}`), command.user, command.minutes);
    case 'unmute':
      return app.unmute(workspace.conversation(`#${group}`), command.user);
    case 'leave':
      return app.leaveGroup(group);
    case 'members':
      app.ui.open(`#${group}`);
      app.ui.panel.value = { kind: 'group' };
  }
}

type MessageCommand = Extract<
  Command,
  { kind: 'reply' | 'edit' | 'delete' | 'react' | 'unreact' | 'pin' | 'unpin' }
>;

async function runOnMessage(command: MessageCommand, workspace: Workspace): Promise<void> {
  const { changes } = workspace;
  const conversation = workspace.conversation(command.target);
  switch (command.kind) {
    case 'reply':
      workspace.send(command.target, command.text, command.seq);
      return;
    case 'edit':
      return changes.edit(conversation, command.seq, command.text);
    case 'delete':
      return changes.delete(conversation, command.seq);
    case 'react':
      return changes.react(conversation, command.seq, command.reaction, false);
    case 'unreact':
      return changes.react(conversation, command.seq, command.reaction, true);
    case 'pin':
      return changes.pin(conversation, command.seq, true);
    case 'unpin':
      return changes.pin(conversation, command.seq, false);
  }
}
