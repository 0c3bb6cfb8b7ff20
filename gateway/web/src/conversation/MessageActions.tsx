import { t } from '../i18n';
import { IconButton } from '../ui/Button';
import type { Action } from './actions';

export function MessageActions({ actions }: { actions: readonly Action[] }) {
  return (
    <div class="actions" role="toolbar" aria-label={t('message_actions')}>
      {actions.map((action) => (
        <IconButton
          key={action.label}
          icon={action.icon}
          label={t(action.label)}
          onClick={action.act}
        />
      ))}
    </div>
  );
}
