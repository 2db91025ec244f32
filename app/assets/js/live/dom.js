// Elements in a line each; text is always text.

/** make("p", {class: "soft"}, "words", child): what is empty is left out. */
export function make(tag, given = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(given)) {
    if (value !== null && value !== false) node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== ""));
  return node;
}

/** A symbol of the sprite; the word stands beside it. */
export function icon(name) {
  const holder = document.createElement("template");
  const { sprite } = document.body.dataset;
  holder.innerHTML = `<svg class="icon" aria-hidden="true" focusable="false"><use href="${sprite}#${name}"/></svg>`;
  return holder.content.firstChild;
}

const SVG = "http://www.w3.org/2000/svg";

export function shape(tag, given) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(given)) node.setAttribute(name, value);
  return node;
}
