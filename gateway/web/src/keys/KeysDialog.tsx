import { COMMANDS } from '../commands/table';
import { t } from '../i18n';
import { Dialog } from '../ui/Dialog';
import { KEYS } from './keymap';
import { keyName } from './names';

/** Ctrl+/: every key, and every command. */
export function KeysDialog() {
  return (
    <Dialog title={t('key_list')} wide>
      <dl class="keys">
        {KEYS.map(({ combination, label }) => (
          <div key={`${combination} ${label}`}>
            <dt>
              {combination.split(/(?<=.)[+ ]/).map((key) => (
                <kbd key={key}>{keyName(key)}</kbd>
              ))}
            </dt>
            <dd>{t(label)}</dd>
          </div>
        ))}
      </dl>
      <h3>{t('commands')}</h3>
      <ul class="commands">
        {COMMANDS.map(({ name, usage }) => (
          <li key={name}>
            <code>
              /{name} {usage}
            </code>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
