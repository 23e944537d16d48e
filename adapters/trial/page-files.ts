/** The files of the page: HTML, styles, scripts, and Microsoft's card renderer from its own package. Nothing comes from the internet. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { extname } from 'node:path';

export type PageFile = { readonly type: string; readonly content: Buffer };

const NAMES = [
  'index.html',
  'page.css',
  'bar.css',
  'people.css',
  'places.css',
  'inbox.css',
  'chat.css',
  'files.css',
  'teams.css',
  'slack.css',
  'slack-chart.css',
  'slack-form.css',
  'icon.svg',
  'app.js',
  'chat.js',
  'clock.js',
  'elements.js',
  'files.js',
  'inbox.js',
  'message.js',
  'people.js',
  'places.js',
  'reset.js',
  'server.js',
  'slack.js',
  'slack-chart.js',
  'slack-form.js',
  'slack-inputs.js',
  'slack-text.js',
  'teams.js',
  'teams-look.js',
  'texts.js',
] as const;

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** From a path of the address to its file; read once. */
export function pageFiles(): ReadonlyMap<string, PageFile> {
  const files = NAMES.map((name) => [`/page/${name}`, file(new URL(`./page/${name}`, import.meta.url))] as const);
  const renderer = createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js');
  return new Map([
    ...files,
    ['/', file(new URL('./page/index.html', import.meta.url))],
    ['/page/adaptivecards.min.js', file(renderer)],
  ]);
}

function file(path: URL | string): PageFile {
  return { type: TYPES[extname(path.toString())]!, content: readFileSync(path) };
}
