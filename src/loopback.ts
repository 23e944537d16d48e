/** This machine by its names. */

const LOOPBACK = ['127.0.0.1', 'localhost', '::1'];

/** Is this a name of this machine, for itself only? An IPv6 address may stand in brackets, as in a URL. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.includes(host.replace(/^\[|\]$/g, ''));
}

/** What goes there cannot be read on the way: encrypted, or to this machine. */
export function isPrivateWay(url: URL): boolean {
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}
