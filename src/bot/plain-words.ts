/** `Één zin` as `een zin`: words without accents, capitals or double spaces, for comparing what people type. */

/** Lower case, without accents, straight quotes, `-` and `_` as spaces, single spaces. */
export function plainWords(text: string): string {
  return plainLetters(text)
    .replace(/[-_\s]+/g, ' ')
    .trim();
}

/** Lower case, without accents, straight quotes; for composed (NFC) Dutch text each character keeps its place. */
export function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[‘’ʼ´`]/g, "'")
    .toLowerCase();
}
