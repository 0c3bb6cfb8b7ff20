import { useState } from 'preact/hooks';
import { refusalText } from '../app/app';
import { useApp } from '../app/context';
import { useOnce } from '../app/useOnce';
import { t } from '../i18n';
import { handlesIn, isGroupName } from '../store/names';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Check, Field, FormError } from '../ui/Field';

export function NewGroupDialog() {
  const app = useApp();
  const [name, setName] = useState('');
  const [people, setPeople] = useState('');
  const [open, setOpen] = useState(false);
  const [error, setError] = useState('');
  const group = name.trim().toLowerCase().replace(/^#/, '');

  const once = useOnce();
  const submit = async () => {
    if (!isGroupName(group)) return setError(t('err_bad_name'));
    try {
      await app.createGroup(group, handlesIn(people), open);
    } catch (refusal) {
      setError(refusalText(refusal));
    }
  };
  return (
    <Dialog title={t('new_group')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void once(submit);
        }}
      >
        <Field
          label={t('group_name')}
          value={name}
          onInput={setName}
          hint={t('group_name_hint')}
          maxLength={65}
          autoFocus
          required
        />
        <Field
          label={t('group_people')}
          value={people}
          onInput={setPeople}
          hint={t('group_people_hint')}
        />
        <Check label={t('group_open')} checked={open} onChange={setOpen} />
        {error && <FormError>{error}</FormError>}
        <div class="dialog-actions">
          <Button kind="primary" submit>
            {t('create')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
