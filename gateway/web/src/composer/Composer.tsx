import { useComputed, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { useApp, useWorkspace } from '../app/context';
import { parseInput } from '../commands/parse';
import { run } from '../commands/run';
import { AttachButton } from '../files/AttachButton';
import { UploadTray } from '../files/UploadTray';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import { IconButton } from '../ui/Button';
import { CompletionList } from './CompletionList';
import { ComposerContext } from './ComposerContext';
import { useCompletion } from './useCompletion';
import { useTypingNotice } from './useTypingNotice';

const LONGEST = 4_000;
const HIGHEST = 240;
const CALL_ALL_ASKED_FROM = 5;

/** Where one writes. It never depends on the connection: what is sent waits until it is there. */
export function Composer({ conversation }: { conversation: Conversation }) {
  const app = useApp();
  const { ui } = app;
  const workspace = useWorkspace();
  const area = useRef<HTMLTextAreaElement>(null);
  const saving = useRef(false);
  const text = useSignal(workspace.drafts.get(conversation.id));
  const editing = ui.editing.value;
  const replyTo = ui.replyTo.value;
  const tooLong = useComputed(() => [...text.value].length > LONGEST);
  const notifyTyping = useTypingNotice(conversation);

  const setText = (value: string, caret?: number) => {
    text.value = value;
    if (ui.editing.peek() === undefined) workspace.drafts.set(conversation.id, value);
    if (caret !== undefined)
      requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
  };
  const completion = useCompletion(area, text, conversation, setText);

  // A draft must survive an edit, so the message's text takes its place only as long as that lasts.
  useLayoutEffect(() => {
    const message = editing === undefined ? undefined : conversation.log.message(editing);
    text.value = message ? message.text : workspace.drafts.get(conversation.id);
    if (message || replyTo !== undefined) area.current?.focus();
  }, [editing, replyTo, conversation, text, workspace]);

  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return;
    element.style.height = 'auto';
    element.style.height = `${Math.min(element.scrollHeight, HIGHEST)}px`;
  }, [text.value]);

  useLayoutEffect(() => {
    // On a phone the keyboard would cover what one came to read.
    if (matchMedia('(hover: hover)').matches) area.current?.focus();
  }, []);

  const submit = () => {
    const typed = text.value.trim();
    if (typed === '' || tooLong.value) return;
    if (editing !== undefined) return void submitEdit(typed, editing);
    const input = parseInput(typed, conversation.id);
    switch (input.kind) {
      case 'unknown':
        return ui.say(t('unknown_command', { name: input.name }), 'error');
      case 'usage':
        return ui.say(t('usage', { usage: `/${input.spec.name} ${input.spec.usage}` }), 'error');
      case 'command':
        setText('');
        void app.attempt(run(input.command, app, workspace));
        return;
      case 'text':
        if (!mayCall(input.text)) return;
        setText('');
        workspace.send(conversation.id, input.text, replyTo);
        ui.replyTo.value = undefined;
        ui.jump.value = undefined;
    }
  };

  // Until it is stored the words stay in the box: a refusal loses none of them.
  const submitEdit = async (typed: string, seq: number) => {
    if (saving.current) return;
    saving.current = true;
    const isChanged = typed !== conversation.log.message(seq)?.text;
    const done =
      !isChanged || (await app.attempt(workspace.changes.edit(conversation, seq, typed)));
    saving.current = false;
    // What was written on meanwhile is not thrown away with it.
    const isStill = ui.editing.peek() === seq && text.peek().trim() === typed;
    if (done && isStill) ui.editing.value = undefined;
  };

  const mayCall = (typed: string) => {
    const members = conversation.memberCount.value;
    if (!/(^|\s)@all\b/i.test(typed) || members < CALL_ALL_ASKED_FROM) return true;
    return confirm(t('call_all_sure', { n: members }));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing || completion.onKeyDown(event)) return;
    if (event.key === 'Enter' && !event.shiftKey && !event.altKey) {
      event.preventDefault();
      submit();
    } else if (event.key === 'ArrowUp' && text.value === '' && !event.altKey) {
      const last = conversation.log.lastOf(workspace.me);
      if (!last) return;
      event.preventDefault();
      ui.editing.value = last.seq;
    }
  };

  return (
    <form
      class="composer"
      data-region
      aria-label={t('composer')}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ComposerContext conversation={conversation} />
      <UploadTray conversation={conversation.id} />
      <CompletionList completion={completion} />
      <div class="composer-row">
        <AttachButton conversation={conversation.id} />
        <textarea
          ref={area}
          rows={1}
          value={text.value}
          aria-label={t('message_to', { conversation: conversation.id })}
          placeholder={t('message_to', { conversation: conversation.id })}
          enterkeyhint="send"
          aria-haspopup="listbox"
          aria-autocomplete="list"
          aria-controls="completions"
          aria-activedescendant={
            completion.items.value.length > 0 ? `completion-${completion.at.value}` : undefined
          }
          onInput={(event) => {
            setText(event.currentTarget.value);
            if (editing === undefined && !text.value.startsWith('/') && text.value !== '')
              notifyTyping();
            completion.update();
          }}
          onKeyDown={onKeyDown}
          onKeyUp={() => completion.onCaret()}
          onClick={() => completion.onCaret()}
          onPaste={(event) => {
            const files = event.clipboardData?.files;
            if (!files || files.length === 0) return;
            event.preventDefault();
            app.uploads.add(files, conversation.id);
          }}
          onBlur={() => completion.close()}
          data-region-focus
        />
        <IconButton
          icon="send"
          class="send"
          label={t(editing === undefined ? 'send' : 'save')}
          onClick={submit}
        />
      </div>
      {tooLong.value && (
        <p class="form-error" role="alert">
          {t('too_long', { n: [...text.value].length, max: LONGEST })}
        </p>
      )}
    </form>
  );
}
