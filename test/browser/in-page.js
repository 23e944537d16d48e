// What the tests ask inside the page, as `inPage.focused()`.

globalThis.inPage = { drawSlack, focused, showHome, tooWide, unreadable };

/** Draws everything of it as the look of Slack does; throws at what that does not know. Gives how many messages and windows it were. */
async function drawSlack(looks) {
  const { drawBlocks } = await import('/page/slack.js');
  const all = looks.flatMap(({ messages, view }) => messages ?? [view]);
  for (const { blocks } of all) drawBlocks(blocks, { press() {}, filled: {}, language: 'nl' });
  return all.length;
}

/** Puts these blocks in the place of the chat, as Slack shows them on the Home page of an app. */
async function showHome(blocks) {
  const { drawBlocks } = await import('/page/slack.js');
  const home = drawBlocks(blocks, { press() {} });
  home.id = 'home';
  home.style.padding = '1rem';
  document.getElementById('log').replaceChildren(home);
}

/** The words of what has the focus, or else its id. */
function focused() {
  return document.activeElement?.textContent?.trim() || document.activeElement?.id || '';
}

/** What sticks out on the right; places that scroll or hide by themselves aside. */
function tooWide() {
  return [...document.querySelectorAll('body *')]
    .filter(
      (node) =>
        node.checkVisibility() && !node.closest('#examples-list, #places, .skip, .unseen, .chat-who, .look legend'),
    )
    .filter((node) => node.getBoundingClientRect().right > innerWidth + 1)
    .map((node) => `${node.tagName}.${node.className}`);
}

/**
 * Which words on screen are hard to read: contrast below 4.5 to 1, or 3 to 1 for large text (WCAG 2.2, 1.4.3).
 * Each as `ratio: the words`; empty when all can be read.
 */
function unreadable() {
  const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const modal = document.querySelector('dialog[open]');
  const found = [];
  while (words.nextNode()) {
    const node = words.currentNode.parentElement;
    const text = words.currentNode.textContent.trim();
    if (text === '' || !node.checkVisibility() || node.closest('.unseen, .skip, option, noscript')) continue;
    if (modal && !modal.contains(node)) continue;
    const style = getComputedStyle(node);
    const back = behind(node);
    const [a, b] = [luminance(over(colourOf(style.color), back)), luminance(back)];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    const size = Number.parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5)) found.push(`${ratio.toFixed(2)}: ${text}`);
  }
  return found;
}

const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });

/** Red, green, blue and alpha (0 to 1) of any colour that CSS knows. */
function colourOf(css) {
  canvas.clearRect(0, 0, 1, 1);
  canvas.fillStyle = css;
  canvas.fillRect(0, 0, 1, 1);
  const [red, green, blue, alpha] = canvas.getImageData(0, 0, 1, 1).data;
  return [red, green, blue, alpha / 255];
}

function over(front, back) {
  const mix = (index) => front[index] * front[3] + back[index] * (1 - front[3]);
  return [mix(0), mix(1), mix(2), 1];
}

function luminance([red, green, blue]) {
  const part = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * part(red) + 0.7152 * part(green) + 0.0722 * part(blue);
}

function behind(node) {
  const layers = [];
  for (let at = node; at; at = at.parentElement) layers.unshift(colourOf(getComputedStyle(at).backgroundColor));
  return layers.reduce((back, front) => over(front, back), [255, 255, 255, 1]);
}
