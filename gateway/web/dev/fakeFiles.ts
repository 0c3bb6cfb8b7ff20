import type { Attachment } from '../src/protocol/frames';

interface Stored {
  name: string;
  size: number;
  bytes: Uint8Array;
}

/** Files over HTTP as the gateway serves them, in memory: put in place of `fetch` by tests. */
export class FakeFiles {
  readonly files = new Map<string, Stored>();
  readonly requests: string[] = [];
  /** Requests that fail before they arrive, and those whose answer is lost. */
  cutBefore = 0;
  cutAfter = 0;
  /** Requests to end something that meet a chunk which is still being written. */
  busy = 0;
  refuse: { status: number; code: string } | undefined;

  #next = 1;

  readonly fetch = async (address: string, init: RequestInit): Promise<Response> => {
    this.requests.push(`${init.method} ${address}`);
    if (init.signal?.aborted) throw new DOMException('aborted', 'AbortError');
    if (this.cutBefore > 0) {
      this.cutBefore--;
      throw new TypeError('network');
    }
    const answer = this.#answer(address, init);
    if (this.cutAfter > 0) {
      this.cutAfter--;
      throw new TypeError('network');
    }
    return answer;
  };

  attachment(id: string): Attachment | undefined {
    const file = this.files.get(id);
    if (!file || file.bytes.length < file.size) return undefined;
    const mediaType = file.name.endsWith('.png') ? 'image/png' : 'application/octet-stream';
    return { id, name: file.name, size: file.size, mediaType, sha256: '0'.repeat(64) };
  }

  #answer(address: string, init: RequestInit): Response {
    const headers = new Headers(init.headers);
    if (!/^Bearer ./.test(headers.get('Authorization') ?? '')) return problem(401, 'not_logged_in');
    if (this.refuse) return problem(this.refuse.status, this.refuse.code);
    const id = address.slice(address.lastIndexOf('/') + 1);
    if (init.method === 'POST') return this.#begin(headers);
    const file = this.files.get(id);
    if (!file) return problem(404, 'no_such_file');
    if (init.method === 'GET') return new Response(file.bytes as BlobPart as ArrayBuffer);
    if (init.method === 'DELETE' && this.busy-- > 0) return problem(423, 'unavailable');
    if (init.method === 'DELETE') this.files.delete(id);
    if (init.method === 'PATCH') {
      if (Number(headers.get('Upload-Offset')) !== file.bytes.length)
        return problem(409, 'bad_command');
      const chunk = new Uint8Array(init.body as ArrayBuffer);
      file.bytes = joined(file.bytes, chunk);
    }
    return new Response(null, {
      status: init.method === 'HEAD' ? 200 : 204,
      headers: { 'Upload-Offset': String(file.bytes.length) },
    });
  }

  #begin(headers: Headers): Response {
    const id = String(this.#next++).padStart(32, '0');
    const [, name = ''] = (headers.get('Upload-Metadata') ?? '').split(' ');
    const size = Number(headers.get('Upload-Length'));
    this.files.set(id, { name: atob(name), size, bytes: new Uint8Array() });
    return new Response(null, { status: 201, headers: { Location: `/api/files/${id}` } });
  }
}

function problem(status: number, code: string): Response {
  return new Response(JSON.stringify({ code, message: code }), { status });
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const both = new Uint8Array(one.length + other.length);
  both.set(one);
  both.set(other, one.length);
  return both;
}
