/** `teams-pakket <file.zip>`: the one file that the admin of Teams uploads. */
import { readFileSync } from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { COLOR_ICON, ENGLISH, englishTexts, type ManifestOptions, OUTLINE_ICON, teamsManifest } from './manifest.ts';

/** Of every part in the zip, so that equal settings give equal bytes; the first day that a zip can hold. */
const NO_DATE = new Date(1980, 0, 1);

/** A zip with the manifest, its English texts, and both icons; `version` null is that of the program. Equal options give equal bytes. */
export function teamsPackage(
  options: Omit<ManifestOptions, 'version'> & { readonly version: string | null },
): Uint8Array {
  const version = options.version ?? versionOfProgram();
  return zipSync(
    {
      'manifest.json': json(teamsManifest({ ...options, version })),
      [ENGLISH]: json(englishTexts(options.commands)),
      [COLOR_ICON]: icon(COLOR_ICON),
      [OUTLINE_ICON]: icon(OUTLINE_ICON),
    },
    { mtime: NO_DATE },
  );
}

function versionOfProgram(): string {
  return JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')).version;
}

function json(content: unknown): Uint8Array {
  return strToU8(`${JSON.stringify(content, null, 2)}\n`);
}

/** Made from the drawing of the same name: CONTRIBUTING.md tells how. */
function icon(name: string): Uint8Array {
  return readFileSync(new URL(`./${name}`, import.meta.url));
}
