/** A line of a `.pub` file: what the server wants of it, and the name that its owner gave it. */
export interface PublicKey {
  key: string;
  name: string;
}

/** {@return the key in what was pasted, or why there is none} A private key must not leave the page. */
export function readPublicKey(pasted: string): PublicKey | 'private' | 'none' {
  if (/PRIVATE KEY/.test(pasted)) return 'private';
  const lines = pasted.trim().split(/\r?\n/);
  const [type = '', base64 = '', ...name] = (lines[0] ?? '').trim().split(/\s+/);
  if (lines.length !== 1 || !/^[a-z0-9@.-]+$/.test(type) || !/^[A-Za-z0-9+/]+=*$/.test(base64))
    return 'none';
  return { key: `${type} ${base64}`, name: name.join(' ') };
}
