import { useEffect, useState } from 'preact/hooks';
import { t } from '../i18n';
import type { Code } from './qr';

type Outcome = 'qr_matches' | 'qr_differs' | 'qr_unreadable';

/** The safety number with somebody, as digits and as a QR code, and a way to compare it by a photo. */
export function SafetyNumber({ user, number }: { user: string; number: string }) {
  const digits = number.replaceAll(' ', '');
  const [code, setCode] = useState<Code>();
  const [outcome, setOutcome] = useState<Outcome>();
  useEffect(() => {
    let wanted = true;
    setOutcome(undefined);
    void import('./qr').then(({ codeOf }) => wanted && setCode(codeOf(digits)));
    return () => {
      wanted = false;
    };
  }, [digits]);

  const compare = async (photo: File | undefined) => {
    if (!photo) return;
    const { readCode } = await import('./qr');
    const read = await readCode(photo);
    setOutcome(
      read === undefined ? 'qr_unreadable' : read === digits ? 'qr_matches' : 'qr_differs',
    );
  };

  return (
    <section>
      <h3>{t('safety_number')}</h3>
      <p class="digits" data-testid="safety-number">
        {number}
      </p>
      {code && (
        <svg
          class="qr"
          role="img"
          aria-label={t('qr_label')}
          viewBox={`0 0 ${code.size} ${code.size}`}
          shape-rendering="crispEdges"
        >
          <path d={code.path} />
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
