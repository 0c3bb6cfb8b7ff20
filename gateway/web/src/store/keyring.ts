import { computed, signal } from '@preact/signals';
import { t } from '../i18n';
import type { Link } from '../protocol/link';
import type { Encryption } from '../sealed/encryption';
import { tameLine } from '../text/tame';
import type { Conversation } from './conversation';
import type { Keep } from './database';
import { bare, isDirect } from './names';

/** Whether there are keys in this browser, and the cryptography, which is loaded when it is first needed. */
export class Keyring {
  readonly hasKeys = signal(false);
  /** Set once the cryptography is loaded. */
  readonly #loaded = signal<Encryption | undefined>(undefined);
  /** Goes up with what is believed of anybody's devices: what did not open may do so now. */
  readonly revision = computed(() => this.#loaded.value?.trust.revision.value ?? 0);
  /** Names of devices that came to the account, and that its owner has not seen yet. */
  readonly ownAdded = computed(() => {
    void this.revision.value;
    return this.#loaded.value?.trust.ownAdded ?? [];
  });
  readonly #unwatch: () => void;
  #encryption: Promise<Encryption> | undefined;
  #started: Promise<void> | undefined;

  constructor(
    private readonly me: string,
    private readonly link: Link,
    private readonly keep: Keep,
    private readonly onNotice: (text: string) => void,
  ) {
    this.#unwatch = keep.watch((key) => {
      if (key === this.#key && !this.hasKeys.value) void this.start();
    });
  }

  /** Finds out whether there are keys here; again when some were made. */
  start(): Promise<void> {
    this.#started = this.keep.get(this.#key).then((device) => {
      this.hasKeys.value = device !== undefined;
      // A server may deny an encryption that is known here. Of a failure those hear who need it.
      if (this.hasKeys.value) this.encryption().catch(() => {});
    });
    return this.#started;
  }

  /** {@return whether there are keys here} Messages may come, and be written, before that is known. */
  async haveKeys(): Promise<boolean> {
    await (this.#started ?? this.start());
    return this.hasKeys.value;
  }

  encryption(): Promise<Encryption> {
    if (!this.#encryption) {
      const loading = this.#load();
      this.#encryption = loading;
      // The next one who needs it tries again.
      loading.catch(() => {
        this.#encryption = undefined;
      });
    }
    return this.#encryption;
  }

  /** There is a connection: looks whether one's own devices are still the same. */
  async onLive(): Promise<void> {
    if (!(await this.haveKeys())) return;
    const { trust, own } = await this.encryption();
    trust.forgetFailures();
    await own.refresh();
  }

  /** {@return whether texts there are to be sealed} Also where a server denies it, and this browser knows better. */
  expectsSealed({ id, encrypted }: Conversation): boolean {
    return encrypted.value === true || this.wasEncrypted(id);
  }

  /** {@return whether texts in a conversation were sealed when this browser last looked} */
  wasEncrypted(id: string): boolean {
    // Read so that whoever shows it hears of a change.
    void this.revision.value;
    return isDirect(id) && this.#loaded.value?.trust.wasEncrypted(bare(id)) === true;
  }

  /** Its account leaves the page. */
  close(): void {
    this.#unwatch();
    this.#encryption?.then(
      (encryption) => encryption.close(),
      () => {},
    );
  }

  async #load(): Promise<Encryption> {
    const { Encryption } = await import('../sealed/encryption');
    const encryption = await Encryption.open(this.me, this.link, this.keep, {
      onDeviceAdded: (user, names) =>
        this.onNotice(t('device_added', { user, name: tameLine(names.join(', ')) })),
    });
    this.#loaded.value = encryption;
    return encryption;
  }

  get #key(): string {
    return `device:${this.me}`;
  }
}
