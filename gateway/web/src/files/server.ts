import { type Attachment, type ErrorCode, Refused } from '../protocol/frames';

const ROOT = '/api/files';
const TUS = { 'Tus-Resumable': '1.0.0' };

/** Status of an upload to which somebody is writing, how often it is asked for again, and after how many milliseconds. */
const BUSY = 423;
const MOST_BUSY = 8;
const BUSY_WAIT = 250;

/** A refusal over HTTP, with its status. */
export class FileRefused extends Refused {
  constructor(
    readonly status: number,
    code: ErrorCode,
    message: string,
  ) {
    super(code, message);
  }
}

/** Files over HTTP as docs/protocol.md has them: uploads by tus 1.0, downloads. */
export class FileServer {
  constructor(private readonly token: () => string) {}

  /** Begins an upload; {@return its address} */
  async begin(name: string, size: number): Promise<string> {
    const answer = await this.#ask(ROOT, 'POST', {
      ...TUS,
      'Upload-Length': String(size),
      'Upload-Metadata': `filename ${base64(new TextEncoder().encode(name))}`,
    });
    return answer.headers.get('Location') ?? '';
  }

  /** {@return how many bytes of an upload are safe} */
  async offset(address: string): Promise<number> {
    return offsetOf(await this.#ask(address, 'HEAD', TUS));
  }

  /** Sends the next bytes; {@return how many are safe now} */
  async append(address: string, offset: number, chunk: Blob, signal: AbortSignal): Promise<number> {
    const bytes = await chunk.arrayBuffer();
    const headers = {
      ...TUS,
      ...(await checksum(bytes)),
      'Upload-Offset': String(offset),
      'Content-Type': 'application/offset+octet-stream',
    };
    return offsetOf(await this.#ask(address, 'PATCH', headers, { body: bytes, signal }));
  }

  /** Ends an upload. The chunk under way may keep it busy for a moment after it was broken off. */
  async end(address: string): Promise<void> {
    for (let left = MOST_BUSY; ; left--) {
      try {
        await this.#ask(address, 'DELETE', TUS);
        return;
      } catch (error) {
        if (!(error instanceof FileRefused) || error.status !== BUSY || left === 0) throw error;
        await new Promise((resolve) => setTimeout(resolve, BUSY_WAIT));
      }
    }
  }

  /** The bytes of a file, opened where they were sealed. */
  async get(file: Attachment): Promise<Blob> {
    const answer = await this.#ask(`${ROOT}/${file.id}`, 'GET', {});
    const bytes = await answer.blob();
    const { name, size, sha256, key } = file;
    if (key === undefined) return bytes;
    const { openFile } = await import('../sealed/file');
    return openFile(bytes, { name, size, sha256, key }).catch(() => {
      throw new Refused('file_altered', 'the bytes are not those that were sealed');
    });
  }

  /** A small picture of an image; refused where there is none. */
  async thumbnail(file: Attachment): Promise<Blob> {
    const answer = await this.#ask(`${ROOT}/${file.id}/thumbnail`, 'GET', {});
    return answer.blob();
  }

  async #ask(
    address: string,
    method: string,
    headers: Record<string, string>,
    more: RequestInit = {},
  ): Promise<Response> {
    const answer = await fetch(address, {
      method,
      headers: { ...headers, Authorization: `Bearer ${this.token()}` },
      cache: 'no-store',
      ...more,
    });
    if (answer.ok) return answer;
    const problem = (await answer.json().catch(() => ({}))) as {
      code?: ErrorCode;
      message?: string;
    };
    const code = problem.code ?? (answer.status === 404 ? 'no_such_file' : 'unavailable');
    throw new FileRefused(answer.status, code, problem.message ?? '');
  }
}

/** {@return the id of the file that an address is of} */
export function idOf(address: string): string {
  return address.slice(address.lastIndexOf('/') + 1);
}

function offsetOf(answer: Response): number {
  return Number(answer.headers.get('Upload-Offset') ?? 0);
}

/** Pages that came without TLS from elsewhere have no `subtle`: the server still hashes the whole. */
async function checksum(bytes: ArrayBuffer): Promise<Record<string, string>> {
  if (!globalThis.crypto?.subtle) return {};
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return { 'Upload-Checksum': `sha256 ${base64(new Uint8Array(hash))}` };
}

function base64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
