import { language } from '../settings/preferences';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The page's language as the reader's country writes it: `en-GB` has other clocks than `en-US`. */
function locale(): string {
  return navigator.languages.find((each) => each.startsWith(language.value)) ?? language.value;
}

function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  const key = locale() + JSON.stringify(options);
  let formatter = formats.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale(), options);
    formats.set(key, formatter);
  }
  return formatter.format(date);
}

export function clock(at: string): string {
  return format(new Date(at), { hour: '2-digit', minute: '2-digit' });
}

export function exact(at: string): string {
  return format(new Date(at), { dateStyle: 'full', timeStyle: 'medium' });
}

/** {@return a time as short as it can be understood} */
export function moment(at: string, now = Date.now()): string {
  const isToday = dayOf(at) === new Date(now).toDateString();
  return isToday ? clock(at) : format(new Date(at), { dateStyle: 'medium', timeStyle: 'short' });
}

export function day(at: string): string {
  return format(new Date(at), { dateStyle: 'medium' });
}

/** {@return the local day of a time, as a key} */
export function dayOf(at: string): string {
  return new Date(at).toDateString();
}

export function dayName(at: string, now = Date.now()): string {
  const date = new Date(at);
  const days = Math.round((startOfDay(new Date(now)) - startOfDay(date)) / DAY);
  if (days >= 0 && days <= 1)
    return capital(
      new Intl.RelativeTimeFormat(language.value, { numeric: 'auto' }).format(-days, 'day'),
    );
  const year =
    date.getFullYear() === new Date(now).getFullYear() ? {} : { year: 'numeric' as const };
  return format(date, { weekday: 'long', day: 'numeric', month: 'long', ...year });
}

export function relative(at: string, now = Date.now()): string {
  const ago = now - Date.parse(at);
  const formatter = new Intl.RelativeTimeFormat(language.value, {
    numeric: 'auto',
    style: 'short',
  });
  if (ago < MINUTE) return formatter.format(0, 'second');
  if (ago < HOUR) return formatter.format(-Math.floor(ago / MINUTE), 'minute');
  if (ago < DAY) return formatter.format(-Math.floor(ago / HOUR), 'hour');
  if (ago < 7 * DAY) return formatter.format(-Math.floor(ago / DAY), 'day');
  return format(new Date(at), { day: 'numeric', month: 'short', year: 'numeric' });
}

/** A time as short as a list can have it: today the clock, before that the day. */
export function brief(at: string, now = Date.now()): string {
  if (!at) return '';
  if (dayOf(at) === new Date(now).toDateString()) return clock(at);
  return format(new Date(at), { day: 'numeric', month: 'short' });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
