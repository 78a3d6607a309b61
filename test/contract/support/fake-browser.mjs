#!/usr/bin/env node
/**
 * Does what a browser does with the page it is started on: reads it, follows it with the launch
 * code, listens to events for as long as it is open. It closes when a file named `close` appears
 * in its profile.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const option = (name) =>
  process.argv.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
const profile = option('--user-data-dir');
mkdirSync(profile, { recursive: true });
writeFileSync(path.join(profile, 'arguments.json'), JSON.stringify(process.argv.slice(2)));

const page = readFileSync(fileURLToPath(option('--app')), 'utf8');
const address = new URL(/replace\("([^"]+)"\)/.exec(page)[1]);
const code = address.hash.replace('#launch=', '');
const session = await fetch(`${address.origin}/session`, {
  method: 'POST',
  body: JSON.stringify({ code }),
});
const { token } = await session.json();
const stream = await fetch(`${address.origin}/rpc/-/events/watch`, {
  method: 'POST',
  headers: { Authorization: `Bearer ${token}` },
  body: '{}',
});
writeFileSync(path.join(profile, 'open'), String(stream.status));
setInterval(() => {
  if (existsSync(path.join(profile, 'close'))) process.exit(0);
}, 50);
