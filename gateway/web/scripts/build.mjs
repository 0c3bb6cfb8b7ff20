// What Maven runs: node scripts/build.mjs build|test. Does again only what is older than its sources.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const web = new URL('..', import.meta.url).pathname;
const SOURCES = [
  'src',
  'public',
  'index.html',
  'package-lock.json',
  'tsconfig.json',
  'vite.config.ts',
  'scripts/pack.mjs',
];

function newest(path) {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The folder's own time counts: a deleted file changes nothing else.
  return readdirSync(path).reduce(
    (time, name) => Math.max(time, newest(join(path, name))),
    stat.mtimeMs,
  );
}

function npm(...args) {
  const { status } = spawnSync('npm', args, {
    cwd: web,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error(`npm ${args.join(' ')} failed in ${web}`);
    process.exit(status ?? 1);
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`The web page needs Node 20.19 or later to be built; this is ${process.version}.`);
  process.exit(1);
}

checkNode();
// npm writes this file at the end of an installation.
const installed = newest(join(web, 'node_modules', '.package-lock.json'));
if (installed < newest(join(web, 'package-lock.json'))) npm('ci', '--no-progress');

if (process.argv[2] === 'test') {
  npm('run', 'check');
  npm('test');
} else {
  const built = newest(join(web, 'dist', 'index.html'));
  const changed = Math.max(...SOURCES.map((source) => newest(join(web, source))));
  if (built <= changed) {
    npm('run', 'build');
    npm('run', 'size');
  }
}
