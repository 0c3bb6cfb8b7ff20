import type { Signal } from '@preact/signals';
import { t, tn } from '../i18n';
import type { MemberEntry, MuteEntry, PeopleEntry } from '../protocol/frames';
import type { Conversation } from '../store/conversation';
import { bare } from '../store/names';
import { dayName, moment } from '../text/time';
import { MessageView } from './MessageView';
import { PendingView } from './PendingView';
import type { Item } from './timeline';

interface Props {
  item: Item;
  conversation: Conversation;
  active: Signal<number | undefined>;
  marked: boolean;
}

export function TimelineItem({ item, conversation, active, marked }: Props) {
  switch (item.kind) {
    case 'start':
      return <Start conversation={conversation} />;
    case 'day':
      return (
        <h3 class="day">
          <time dateTime={item.at}>{dayName(item.at)}</time>
        </h3>
      );
    case 'new':
      return <p class="new-line">{t('new_messages')}</p>;
    case 'people':
      return <p class="notice">{peopleText(item.entries)}</p>;
    case 'encryption':
      return (
        <p class="notice">
          {t(item.entry.encrypted ? 'encryption_on' : 'encryption_off', { user: item.entry.from })}
        </p>
      );
    case 'pending':
      return <PendingView message={item.message} grouped={item.grouped} />;
    case 'message':
      return (
        <MessageView
          conversation={conversation}
          message={item.message}
          grouped={item.grouped}
          active={active}
          marked={marked}
        />
      );
  }
}

function Start({ conversation }: { conversation: Conversation }) {
  const name = bare(conversation.id);
  return (
    <div class="start">
      <p class="start-title">{conversation.id}</p>
      <p>
        {conversation.kind === 'direct'
          ? t('start_direct', { user: name })
          : conversation.kind === 'lobby'
            ? t('start_lobby')
            : t('start_group', { group: name })}
      </p>
    </div>
  );
}

/** {@return one line for a run of changes} Beyond three who come and go it counts; mutes are all told. */
export function peopleText(entries: readonly PeopleEntry[]): string {
  const moves = entries.filter((entry) => entry.type === 'member');
  const mutes = entries.filter((entry) => entry.type === 'mute');
  return [...movesText(moves), ...mutes.map(muteText)].join(' · ');
}

function movesText(entries: readonly MemberEntry[]): string[] {
  if (entries.length <= 3)
    return entries.map(({ change, user, by }) =>
      change === 'added' && user === by
        ? t('member_created', { user })
        : t(`member_${change}`, { user, by }),
    );
  const came = entries.filter(({ change }) => change === 'added' || change === 'joined').length;
  const went = entries.length - came;
  const parts = [];
  if (came > 0) parts.push(tn('members_came', came));
  if (went > 0) parts.push(tn('members_went', went));
  return parts;
}

function muteText({ user, by, removed, until }: MuteEntry): string {
  if (removed) return t('member_unmuted', { user, by });
  return until
    ? t('member_muted_until', { user, by, time: moment(until) })
    : t('member_muted', { user, by });
}
