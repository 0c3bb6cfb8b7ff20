import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { Code } from './qr';

type Outcome = 'qr_matches' | 'qr_differs' | 'qr_unreadable';

interface Of<T> {
  digits: string;
  is: T;
}

/** The safety number with somebody, as digits and as a QR code, and a way to compare it by a photo. */
export function SafetyNumber({ user, number }: { user: string; number: string }) {
  const digits = number.replaceAll(' ', '');
  // Each with the digits that it is of: neither may stand beside another number.
  const [code, setCode] = useState<Of<Code>>();
  const [compared, setCompared] = useState<Of<Outcome>>();
  const shown = code?.digits === digits ? code.is : undefined;
  const outcome = compared?.digits === digits ? compared.is : undefined;
  useEffect(() => {
    import('./qr').then(
      ({ codeOf }) => setCode({ digits, is: codeOf(digits) }),
      // The digits are enough to compare.
      () => {},
    );
  }, [digits]);

  const compare = async (photo: File | undefined) => {
    if (!photo) return;
    setCompared(undefined);
    const read = await import('./qr').then(
      ({ readCode }) => readCode(photo),
      () => undefined,
    );
    const is = read === undefined ? 'qr_unreadable' : read === digits ? 'qr_matches' : 'qr_differs';
    setCompared({ digits, is });
  };

  return (
    <section>
      <h3>{t('safety_number')}</h3>
      <p class="digits" data-testid="safety-number">
        {number}
      </p>
      {shown && (
        <svg
          class="qr"
          role="img"
          aria-label={t('qr_label')}
          viewBox={`0 0 ${shown.size} ${shown.size}`}
          shape-rendering="crispEdges"
        >
          <path d={shown.path} />
        </svg>
      )}
      <p class="hint">{t('safety_number_hint', { user })}</p>
      <label class="photo">
        {t('qr_compare', { user })}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          onInput={(event) => {
            void compare(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </label>
      {outcome && (
        <p class={outcome === 'qr_matches' ? 'hint' : 'form-error'} role="status">
          {t(outcome)}
        </p>
      )}
    </section>
  );
}
