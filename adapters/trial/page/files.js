// Files that came with a message, as a row each: its name, what it is, and a link that saves it.
import { element } from './elements.js';
import { textIn } from './texts.js';

/** A message is drawn again and again, so each file gets one address. */
const addresses = new WeakMap();

/**
 * The rows, or null without a file.
 * @param {readonly {name: string, type: string, content: string}[]} files
 * @param {'nl' | 'en'} language of the message
 */
export function drawFiles(files, language) {
  if (files.length === 0) return null;
  return element('ul', { class: 'files' }, ...files.map((file) => drawFile(file, language)));
}

function drawFile(file, language) {
  const { name, type } = file;
  return element(
    'li',
    { class: 'file' },
    element('span', { class: 'file-name' }, name),
    element('span', { class: 'file-kind' }, textIn(language, `fileKind.${type}`)),
    element(
      'a',
      { href: addressOf(file), download: name, 'aria-label': textIn(language, 'saveFile', { name }) },
      textIn(language, 'save'),
    ),
  );
}

function addressOf(file) {
  let address = addresses.get(file);
  if (!address) {
    address = URL.createObjectURL(new Blob([file.content], { type: `${file.type};charset=utf-8` }));
    addresses.set(file, address);
  }
  return address;
}
