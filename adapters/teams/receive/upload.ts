/** A file goes to the address in OneDrive that Teams gave for it, and to no other place. */
import type { File } from '../../../src/bot/reply.ts';
import { isLoopback } from '../../../src/loopback.ts';

/** Where the files of organisations are. */
const HOSTS = ['.sharepoint.com', '.onedrive.com', '.1drv.com', '.svc.ms'];
/** Milliseconds. */
const PATIENCE = 10_000;

/** It did not get there; holds nothing of the address or of what is in the file. */
export class UploadFailed extends Error {
  readonly code: string;

  constructor(code: string, cause?: unknown) {
    super(code, { cause });
    this.name = 'UploadFailed';
    this.code = code;
  }
}

/** `serviceUrl`: who asks; only from this machine may the address be on this machine. Throws an UploadFailed. */
export async function upload(address: string, { type, content }: File, serviceUrl: string): Promise<void> {
  if (!mayHaveFiles(address, serviceUrl)) throw new UploadFailed('other_host');
  const body = Buffer.from(content);
  const response = await fetch(address, {
    method: 'PUT',
    headers: {
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Range': `bytes 0-${body.length - 1}/${body.length}`,
    },
    body,
    redirect: 'error',
    signal: AbortSignal.timeout(PATIENCE),
  }).catch((error: unknown) => {
    throw new UploadFailed('no_answer', error);
  });
  await response.body?.cancel();
  if (!response.ok) throw new UploadFailed(`http_${response.status}`);
}

function mayHaveFiles(address: string, serviceUrl: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  if (isLoopback(new URL(serviceUrl).hostname)) return isLoopback(hostname);
  return protocol === 'https:' && HOSTS.some((host) => hostname.endsWith(host));
}
