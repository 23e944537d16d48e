// Pictures made of signs, which are for the eye only: the words beside them say the same.

const PICTURE = /^[●▲■○‖✓✕▰▱]+$/u;

/** Whether this run of text is nothing but such signs. */
export function isPicture(words) {
  return PICTURE.test(words);
}
