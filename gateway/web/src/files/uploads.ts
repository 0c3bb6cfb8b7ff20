import { signal } from '@preact/signals';
import type { FileServer } from './server';
import type { Beginning, Unfinished } from './unfinished';
import { type Pack, Upload } from './upload';

/** The uploads of this page, several at once; one that is done becomes a message. */
export class Uploads {
  readonly all = signal<readonly Upload[]>([]);

  constructor(
    private readonly server: FileServer,
    readonly unfinished: Unfinished,
    private readonly onDone: (upload: Upload, id: string) => void,
    private readonly pack?: Pack,
  ) {}

  add(files: Iterable<File>, to: string): void {
    for (const file of files) {
      const onDone = (done: Upload, id: string) => {
        this.#forget(done);
        this.onDone(done, id);
      };
      const upload = new Upload(
        file,
        to,
        this.server,
        onDone,
        undefined,
        this.pack,
        this.unfinished,
      );
      this.all.value = [...this.all.value, upload];
      upload.start();
    }
  }

  cancel(upload: Upload): void {
    upload.cancel();
    this.#forget(upload);
  }

  /** Ends one that another page began. */
  drop({ address }: Beginning): void {
    this.unfinished.forget(address);
    void this.server.end(address).catch(() => {});
  }

  clear(): void {
    for (const upload of this.all.value) upload.cancel();
    for (const begun of this.unfinished.left.value) this.drop(begun);
    this.all.value = [];
    this.unfinished.clear();
  }

  #forget(upload: Upload): void {
    this.all.value = this.all.value.filter((other) => other !== upload);
  }
}
