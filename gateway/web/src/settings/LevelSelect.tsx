import { t } from '../i18n';
import { Select } from '../ui/Field';
import { defaultLevel, type Level, levelOf, levels, setLevel } from './preferences';

function options() {
  return [
    ['all', t('level_all')],
    ['mentions', t('level_mentions')],
    ['nothing', t('level_nothing')],
  ] as const;
}

/** What one is told of: in one conversation, or where nothing else was chosen. */
export function LevelSelect({ conversation }: { conversation?: string }) {
  void levels.value;
  return (
    <Select<Level>
      label={t(conversation ? 'notify_here' : 'notify_default')}
      value={conversation ? levelOf(conversation) : defaultLevel.value}
      options={options()}
      onChange={(level) => {
        if (conversation) setLevel(conversation, level);
        else defaultLevel.value = level;
        if (
          level !== 'nothing' &&
          'Notification' in window &&
          Notification.permission === 'default'
        )
          void Notification.requestPermission();
      }}
    />
  );
}
