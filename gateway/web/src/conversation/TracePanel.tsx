import { useApp } from '../app/context';
import { useAnswer } from '../app/useAnswer';
import { t } from '../i18n';
import type { Conversation } from '../store/conversation';
import { millis, wayOf } from '../text/way';
import { SidePanel } from '../ui/SidePanel';

/** When a message came by each place of its way, as far as the server remembers. */
export function TracePanel({ conversation, seq }: { conversation: Conversation; seq: number }) {
  const { link } = useApp();
  const { answer, error } = useAnswer(
    () => link.ask('trace', { conversation: conversation.id, seq }),
    [conversation, seq],
  );
  const hops = answer?.hops;
  return (
    <SidePanel title={t('trace_of', { n: seq })}>
      {error && <p class="empty">{error}</p>}
      <ol class="versions">
        {hops &&
          wayOf(hops).map(({ hop, at, after }) => (
            <li key={hop}>
              <time dateTime={at}>{millis(at)}</time>
              <p>
                {t(`hop_${hop}`)}
                {after !== undefined && ` (${after} ms)`}
              </p>
            </li>
          ))}
      </ol>
    </SidePanel>
  );
}
