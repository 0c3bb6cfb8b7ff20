import { afterEach, describe, expect, it } from 'vitest';
import { t, tn } from '../src/i18n';
import { de } from '../src/i18n/de';
import { en } from '../src/i18n/en';
import { language } from '../src/settings/preferences';

const keys = Object.keys(en) as (keyof typeof en)[];
const valuesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('texts', () => {
  afterEach(() => {
    language.value = 'en';
  });

  it('exist in each language under the same keys', () => {
    expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
  });

  it.each(keys)('%s has the same values in each language', (key) => {
    expect(new Set(valuesIn(de[key]))).toEqual(new Set(valuesIn(en[key])));
    expect(de[key].trim()).not.toBe('');
  });

  it('count in both forms', () => {
    const forms = keys.filter((key) => key.endsWith('_one'));
    for (const key of forms) expect(en).toHaveProperty(key.replace(/_one$/, '_other'));
    expect(tn('members', 1)).toBe('1 member');
    expect(tn('members', 3)).toBe('3 members');
  });

  it('follow the chosen language', () => {
    language.value = 'de';
    expect(t('sign_in')).toBe('Anmelden');
    expect(t('typing_single', { user: 'bob' })).toBe('bob schreibt …');
  });
});
