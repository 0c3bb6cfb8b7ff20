// Packs the scripts and styles of the built page, and lists them: the gateway sends them so to whoever
// takes gzip, and need not compress anything while a request waits.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const assets = new URL('../dist/assets/', import.meta.url).pathname;
const names = readdirSync(assets).filter((name) => /\.(?:js|css)$/.test(name));
for (const name of names) {
  const file = join(assets, name);
  writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
}
writeFileSync(join(assets, 'packed.txt'), `${names.join('\n')}\n`);
