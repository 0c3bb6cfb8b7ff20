import { useEffect, useState } from 'preact/hooks';
import { useWorkspace } from '../app/context';
import type { Encryption } from '../sealed/encryption';

/** {@return what seals and opens, once it is loaded} */
export function useEncryption(): Encryption | undefined {
  const { keyring } = useWorkspace();
  const [encryption, setEncryption] = useState<Encryption>();
  useEffect(() => {
    let wanted = true;
    void keyring.encryption().then((loaded) => wanted && setEncryption(loaded));
    return () => {
      wanted = false;
    };
  }, [keyring]);
  return encryption;
}
