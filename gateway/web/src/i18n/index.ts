import { language } from '../settings/preferences';
import { de } from './de';
import { en } from './en';

export type Text = keyof typeof en;
type Values = Record<string, string | number>;

const TEXTS: Record<string, Record<Text, string>> = { en, de };

/** A text in the reader's language; `{name}` stands for a value. */
export function t(key: Text, values: Values = {}): string {
  const text = (TEXTS[language.value] ?? en)[key];
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

type Counted<K> = K extends `${infer Stem}_one` ? Stem : never;

/** A text that counts: `key_one` or `key_other`, with `{n}`. */
export function tn(stem: Counted<Text>, n: number, values: Values = {}): string {
  const form = new Intl.PluralRules(language.value).select(n) === 'one' ? 'one' : 'other';
  return t(`${stem}_${form}` as Text, { ...values, n });
}
