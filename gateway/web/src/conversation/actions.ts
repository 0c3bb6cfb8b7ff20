import { signal } from '@preact/signals';
import type { App } from '../app/app';
import type { Text } from '../i18n';
import type { Conversation } from '../store/conversation';
import type { Message } from '../store/message';
import type { Workspace } from '../store/workspace';
import type { IconName } from '../ui/Icon';

export interface Action {
  label: Text;
  icon: IconName;
  /** The key on a focused message, as `KeyboardEvent.key` in lower case. */
  key: string;
  act: () => void;
}

/** The message whose reaction picker is open. */
export const picking = signal<{ conversation: string; seq: number } | undefined>(undefined);

/** {@return what one can do to a message} The server decides; what it would refuse is not offered. */
export function actionsOf(
  app: App,
  workspace: Workspace,
  conversation: Conversation,
  message: Message,
): Action[] {
  if (message.deleted) return [];
  const { ui } = app;
  const { seq } = message;
  const actions: Action[] = [
    {
      label: 'react',
      icon: 'smile',
      key: '+',
      act: () => {
        picking.value = { conversation: conversation.id, seq };
      },
    },
    {
      label: 'reply',
      icon: 'reply',
      key: 'r',
      act: () => {
        ui.editing.value = undefined;
        ui.replyTo.value = seq;
      },
    },
    {
      label: message.pinned ? 'unpin' : 'pin',
      icon: 'pin',
      key: 'p',
      act: () => void app.attempt(workspace.changes.pin(conversation, seq, !message.pinned)),
    },
    {
      label: 'trace',
      icon: 'clock',
      key: 't',
      act: () => {
        ui.panel.value = { kind: 'trace', seq };
      },
    },
  ];
  const own = message.from === workspace.me;
  if (own)
    actions.push({
      label: 'edit',
      icon: 'edit',
      key: 'e',
      act: () => {
        ui.replyTo.value = undefined;
        ui.editing.value = seq;
      },
    });
  if (own || app.moderates(conversation))
    actions.push({
      label: 'delete',
      icon: 'trash',
      key: 'delete',
      act: () => {
        ui.dialog.value = { kind: 'delete', conversation: conversation.id, seq };
      },
    });
  return actions;
}
