import { useApp } from '../app/context';
import { ConversationScreen } from '../conversation/ConversationScreen';
import { DeleteDialog } from '../conversation/DeleteDialog';
import { PinnedPanel } from '../conversation/PinnedPanel';
import { TracePanel } from '../conversation/TracePanel';
import { VersionsPanel } from '../conversation/VersionsPanel';
import { EncryptionDialog } from '../encryption/EncryptionDialog';
import { NewDeviceBanner } from '../encryption/NewDeviceBanner';
import { KeysDialog } from '../keys/KeysDialog';
import { SearchPanel } from '../search/SearchPanel';
import { GroupPanel } from '../settings/GroupPanel';
import { LeaveDialog } from '../settings/LeaveDialog';
import { MuteDialog } from '../settings/MuteDialog';
import { RemoveDialog } from '../settings/RemoveDialog';
import { SettingsDialog } from '../settings/SettingsDialog';
import { JoinDialog } from '../sidebar/JoinDialog';
import { NewDirectDialog } from '../sidebar/NewDirectDialog';
import { NewGroupDialog } from '../sidebar/NewGroupDialog';
import { PeoplePanel } from '../sidebar/PeoplePanel';
import { PersonDialog } from '../sidebar/PersonDialog';
import { Sidebar } from '../sidebar/Sidebar';
import { Switcher } from '../sidebar/Switcher';
import type { Conversation } from '../store/conversation';
import { Spoken } from '../ui/Spoken';
import { ConnectionBanner } from './ConnectionBanner';

export function MainScreen() {
  const { ui, current } = useApp();
  const conversation = current.value;
  const classes = ['main', ui.showList.value && 'show-list', ui.panel.value && 'with-panel'];
  return (
    <div class={classes.filter(Boolean).join(' ')}>
      <Sidebar />
      <div class="centre">
        <ConnectionBanner />
        <NewDeviceBanner />
        {conversation && <ConversationScreen key={conversation.id} conversation={conversation} />}
      </div>
      {conversation && <OpenPanel conversation={conversation} />}
      <OpenDialog />
      <Spoken />
    </div>
  );
}

function OpenPanel({ conversation }: { conversation: Conversation }) {
  const panel = useApp().ui.panel.value;
  // Their keys: nothing that one of them shows belongs to another place.
  const { id } = conversation;
  switch (panel?.kind) {
    case 'people':
      return <PeoplePanel />;
    case 'pinned':
      return <PinnedPanel key={id} conversation={conversation} />;
    case 'group':
      return <GroupPanel key={id} conversation={conversation} />;
    case 'search':
      return <SearchPanel key={panel.query} query={panel.query} />;
    case 'versions':
      return (
        <VersionsPanel key={`${id} ${panel.seq}`} conversation={conversation} seq={panel.seq} />
      );
    case 'trace':
      return <TracePanel key={`${id} ${panel.seq}`} conversation={conversation} seq={panel.seq} />;
    case undefined:
      return null;
  }
}

function OpenDialog() {
  const dialog = useApp().ui.dialog.value;
  switch (dialog?.kind) {
    case 'settings':
      return <SettingsDialog />;
    case 'switcher':
      return <Switcher />;
    case 'keys':
      return <KeysDialog />;
    case 'newGroup':
      return <NewGroupDialog />;
    case 'join':
      return <JoinDialog />;
    case 'newDirect':
      return <NewDirectDialog />;
    case 'person':
      return <PersonDialog key={dialog.user} user={dialog.user} />;
    case 'encryption':
      return <EncryptionDialog key={dialog.user} user={dialog.user} />;
    case 'delete':
      return <DeleteDialog {...dialog} />;
    case 'remove':
      return <RemoveDialog {...dialog} />;
    case 'leave':
      return <LeaveDialog {...dialog} />;
    case 'mute':
      return <MuteDialog {...dialog} />;
    case undefined:
      return null;
  }
}
