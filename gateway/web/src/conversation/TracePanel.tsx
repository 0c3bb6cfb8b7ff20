import { useEffect, useState } from 'preact/hooks';
import { refusalText } from '../app/app';
import { useApp } from '../app/context';
import { t } from '../i18n';
import type { Hop } from '../protocol/frames';
import type { Conversation } from '../store/conversation';
import { millis, wayOf } from '../text/way';
import { SidePanel } from '../ui/SidePanel';

/** When a message came by each place of its way, as far as the server remembers. */
export function TracePanel({ conversation, seq }: { conversation: Conversation; seq: number }) {
  const { link } = useApp();
  const [hops, setHops] = useState<Hop[]>();
  const [error, setError] = useState('');
  useEffect(() => {
    let wanted = true;
    link.ask('trace', { conversation: conversation.id, seq }).then(
      (answer) => wanted && setHops(answer.hops),
      (refusal) => wanted && setError(refusalText(refusal)),
    );
    return () => {
      wanted = false;
    };
  }, [conversation, link, seq]);
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
