import { useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { refusalText } from '../app/app';
import { useApp, useWorkspace } from '../app/context';
import { MessageCard } from '../conversation/MessageCard';
import { t } from '../i18n';
import type { FoundMessage } from '../protocol/frames';
import { canonical } from '../store/names';
import { tameLine } from '../text/tame';
import { Button } from '../ui/Button';
import { SidePanel } from '../ui/SidePanel';
import { searchHere } from './here';
import { excerpt, highlightHits } from './highlight';

const OPERATORS = ['from:', 'in:', 'before:', 'after:', 'has:link', 'has:file', 'mentions:me', '-'];
const LONGEST = 128;

interface Found {
  query: string;
  results: FoundMessage[];
  next: number | string | undefined;
}

/** Begins with a query; a panel of its own, by its key, for each wish from outside. */
export function SearchPanel({ query: initial }: { query: string }) {
  const { link } = useApp();
  const { me, conversations } = useWorkspace();
  const query = useSignal(initial);
  const found = useSignal<Found | undefined>(undefined);
  const error = useSignal('');
  const box = useRef<HTMLInputElement>(null);

  /** Of several questions under way only the latest is answered. */
  const asked = useRef(0);
  const busy = useSignal(false);
  const latest = useRef('');

  const ask = async (text: string, before?: number | string) => {
    if (busy.peek() && text === latest.current) return;
    latest.current = text;
    const turn = ++asked.current;
    error.value = '';
    busy.value = true;
    if (text !== found.peek()?.query) found.value = undefined;
    try {
      const fields = before === undefined ? { query: text } : { query: text, before };
      const answer = await link.ask('search', fields);
      if (turn !== asked.current) return;
      const earlier =
        before === undefined
          ? searchHere(conversations.peek().values(), text, me)
          : (found.peek()?.results ?? []);
      const results = [...earlier, ...answer.results].sort((a, b) => b.at.localeCompare(a.at));
      found.value = { query: text, results, next: answer.next };
    } catch (refusal) {
      if (turn === asked.current) error.value = refusalText(refusal);
    } finally {
      if (turn === asked.current) busy.value = false;
    }
  };

  useLayoutEffect(() => {
    box.current?.focus();
    const text = initial.trim();
    if (text !== '' && !/^in:\S+$/.test(text)) void ask(text);
  }, []);

  const add = (operator: string) => {
    query.value = `${query.value.trimEnd()} ${operator}`.trimStart();
    box.current?.focus();
  };
  return (
    <SidePanel title={t('search')}>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (query.value.trim()) void ask(query.value.trim());
          }}
        >
          <input
            ref={box}
            type="search"
            class="search-box"
            aria-label={t('search')}
            placeholder={t('search_hint')}
            maxLength={LONGEST}
            value={query.value}
            onInput={(event) => {
              query.value = event.currentTarget.value;
            }}
          />
          <div class="operators">
            {OPERATORS.map((operator) => (
              <button key={operator} type="button" class="chip" onClick={() => add(operator)}>
                {operator}
              </button>
            ))}
          </div>
        </form>
      </search>
      {error.value && (
        <p class="empty" role="alert">
          {error.value}
        </p>
      )}
      {busy.value && !found.value && <p class="empty">{t('loading')}</p>}
      {found.value && (
        <Results
          found={found.value}
          me={me}
          busy={busy.value}
          onMore={(next) => void ask(found.value?.query ?? '', next)}
        />
      )}
    </SidePanel>
  );
}

interface ResultsProps {
  found: Found;
  me: string;
  busy: boolean;
  onMore: (next: number | string) => void;
}

function Results({ found, me, busy, onMore }: ResultsProps) {
  const { query, results, next } = found;
  const { list } = useWorkspace();
  const hasEncrypted = list.value.some((conversation) => conversation.encrypted.value);
  return (
    <>
      <p class="visually-hidden" role="status">
        {t('search_found', { n: results.length })}
      </p>
      {hasEncrypted && <p class="hint">{t('search_encrypted')}</p>}
      {results.length === 0 && <p class="empty">{t('nothing_found')}</p>}
      <ul class="cards">
        {results.map((message) => {
          const conversation = canonical(message.conversation, me);
          const { seq, from, at, sealed } = message;
          const place = { conversation, seq, from, at, ...(sealed && { sealed }) };
          return (
            <li key={`${conversation} ${seq}`}>
              <MessageCard {...place} where>
                {highlightHits(excerpt(tameLine(message.text), query), query).map((piece, index) =>
                  piece.hit ? <mark key={index}>{piece.text}</mark> : piece.text,
                )}
              </MessageCard>
            </li>
          );
        })}
      </ul>
      {next !== undefined && (
        <Button onClick={() => onMore(next)} disabled={busy}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
