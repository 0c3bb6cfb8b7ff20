import { useEffect, useState } from 'preact/hooks';
import { useWorkspace } from '../app/context';
import type { Encryption } from '../sealed/encryption';

export interface Loading {
  /** What seals and opens, once it is loaded. */
  encryption: Encryption | undefined;
  failed: boolean;
  again: () => void;
}

export function useEncryption(): Loading {
  const { keyring } = useWorkspace();
  const [encryption, setEncryption] = useState<Encryption>();
  const [failed, setFailed] = useState(false);
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    let wanted = true;
    setFailed(false);
    keyring.encryption().then(
      (loaded) => wanted && setEncryption(loaded),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [keyring, attempt]);
  return { encryption, failed, again: () => setAttempt((before) => before + 1) };
}
