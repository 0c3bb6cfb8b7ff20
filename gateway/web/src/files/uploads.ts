import { signal } from '@preact/signals';
import type { FileServer } from './server';
import type { Beginning, Unfinished } from './unfinished';
import { type Pack, Upload } from './upload';

/** How long a sign-out waits for the server to hear of what ends with it, in milliseconds. */
const LONGEST_END = 3_000;

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
    void upload.cancel();
    this.#forget(upload);
  }

  /** Ends one that another page began. */
  drop(begun: Beginning): void {
    void this.#dropped(begun);
  }

  /** Ends all of them; resolves when the server knows, after 3 s at the latest. */
  async end(): Promise<void> {
    const ended = this.all.value.map((upload) => upload.cancel());
    for (const begun of this.unfinished.left.value) ended.push(this.#dropped(begun));
    this.clear();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, LONGEST_END);
    });
    await Promise.race([Promise.all(ended), late]);
    clearTimeout(timer);
  }

  /** Gives all of them up; the server sweeps what nobody goes on with. */
  clear(): void {
    for (const upload of this.all.value) upload.pause();
    this.all.value = [];
    this.unfinished.clear();
  }

  async #dropped({ address }: Beginning): Promise<void> {
    this.unfinished.forget(address);
    await this.server.end(address).catch(() => {});
  }

  #forget(upload: Upload): void {
    this.all.value = this.all.value.filter((other) => other !== upload);
  }
}
