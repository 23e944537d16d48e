// Makes elements. Words only ever become text nodes, so that nobody's words turn into markup.

/**
 * `properties` that begin with `on` are listeners; `true` sets an empty attribute; null, undefined and false leave it out.
 * @param {string} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Node | string | null)} children
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else made.setAttribute(name, value === true ? '' : String(value));
  }
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** The element with this id, which is in index.html. */
export function byId(id) {
  return document.getElementById(id);
}

/** One or two letters that stand for a name; decoration only. */
export function initials(name) {
  const words = name.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word));
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.[0] ?? '');
  return letters.join('') || name.slice(0, 1).toUpperCase();
}
