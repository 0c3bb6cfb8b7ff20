// Draws the PNG icons from the SVG with a Chromium: node scripts/icons.mjs [path to chromium]
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const chromium = process.argv[2] ?? '/usr/bin/chromium';
const icons = new URL('../public/icons/', import.meta.url).pathname;
const svg = readFileSync(join(icons, 'parley.svg'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'parley-icons-'));

// A maskable icon is cut to a circle by some launchers: no corners of its own, and room around.
const maskable = svg
  .replace('rx="15" ', '')
  .replace('viewBox="0 0 64 64"', 'viewBox="-10 -10 84 84" style="background:#1f6f66"');

for (const [name, size, drawing] of [
  ['parley-192.png', 192, svg],
  ['parley-512.png', 512, svg],
  ['parley-maskable-512.png', 512, maskable],
]) {
  const page = join(folder, 'icon.html');
  const sized = drawing.replace('<svg ', `<svg width="${size}" height="${size}" `);
  writeFileSync(page, `<body style="margin:0;background:transparent">${sized}</body>`);
  execFileSync(chromium, [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--hide-scrollbars',
    '--default-background-color=00000000',
    `--window-size=${size},${size}`,
    `--screenshot=${join(icons, name)}`,
    `file://${page}`,
  ]);
}
