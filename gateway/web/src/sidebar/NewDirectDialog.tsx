import { useState } from 'preact/hooks';
import { refusalText } from '../app/app';
import { useApp, useWorkspace } from '../app/context';
import { useOnce } from '../app/useOnce';
import { matching } from '../composer/completion';
import { t } from '../i18n';
import { isHandle } from '../store/names';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Field, FormError } from '../ui/Field';
import { PersonRow } from './PeoplePanel';

export function NewDirectDialog() {
  const app = useApp();
  const { people, me } = useWorkspace();
  const [name, setName] = useState('');
  const [error, setError] = useState('');
  const user = name.trim().toLowerCase().replace(/^@/, '');
  const known = [...people.online, ...people.lastHour.value.map((person) => person.user)];

  const once = useOnce();
  const submit = async () => {
    if (!isHandle(user)) return setError(t('err_no_such_user'));
    const dialog = app.ui.dialog.peek();
    try {
      await app.link.ask('ping', { user });
      // Who has closed it meanwhile wants to go nowhere.
      if (app.ui.dialog.peek() === dialog) app.openDirect(user);
    } catch (refusal) {
      setError(refusalText(refusal));
    }
  };
  return (
    <Dialog title={t('new_direct')}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void once(submit);
        }}
      >
        <Field
          label={t('user_name')}
          value={name}
          onInput={(value) => {
            setName(value);
            setError('');
          }}
          autoFocus
          required
        />
        {error && <FormError>{error}</FormError>}
        <ul class="people">
          {matching(
            known.filter((each) => each !== me),
            user,
          ).map((each) => (
            <PersonRow key={each} user={each} note="" />
          ))}
        </ul>
        <div class="dialog-actions">
          <Button kind="primary" submit>
            {t('write_message')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
