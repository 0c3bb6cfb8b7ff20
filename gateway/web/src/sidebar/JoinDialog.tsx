import { useState } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { useAnswer } from '../app/useAnswer';
import { useOnce } from '../app/useOnce';
import { t, tn } from '../i18n';
import { bare } from '../store/names';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field, FormError } from '../ui/Field';

/** Open groups, and a way to make or join one by its name. */
export function JoinDialog() {
  const app = useApp();
  const { conversations } = useWorkspace();
  const [name, setName] = useState('');
  const { answer, error } = useAnswer(() => app.link.ask('groups', {}), []);
  const shown = (answer?.groups ?? [])
    .map((row) => ({ ...row, group: row.group.replace(/^#/, '') }))
    .filter((row) => row.group.includes(name.trim().toLowerCase().replace(/^#/, '')))
    .sort((a, b) => a.group.localeCompare(b.group));
  const once = useOnce();
  const join = (group: string) => void once(() => app.attempt(app.joinGroup(group)));
  return (
    <Dialog title={t('join_group')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim()) join(bare(`#${name.trim().toLowerCase().replace(/^#/, '')}`));
        }}
      >
        <Field
          label={t('group_name')}
          value={name}
          onInput={setName}
          hint={t('join_hint')}
          autoFocus
        />
        {error && <FormError>{error}</FormError>}
        {answer?.groups.length === 0 && <p class="empty small">{t('no_open_groups')}</p>}
        <ul class="rows">
          {shown.map(({ group, members }) => (
            <li key={group}>
              <span class="rows-name">#{group}</span>
              <span class="rows-note">{tn('members', members)}</span>
              {conversations.value.has(`#${group}`) ? (
                <Button onClick={() => app.ui.open(`#${group}`)}>{t('open')}</Button>
              ) : (
                <Button kind="primary" onClick={() => join(group)}>
                  {t('join')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </form>
    </Dialog>
  );
}
