// Elements made of text: nothing that comes from a project is ever read as HTML.
export const $ = (id) => document.getElementById(id);

export function el(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "class") made.className = value;
    else if (name === "on") for (const [event, handler] of Object.entries(value)) made.addEventListener(event, handler);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return made;
}

// Replace what a list holds; scroll position and focus stay where they were.
export function fill(parent, ...children) {
  const { scrollTop, scrollLeft } = parent;
  const key = parent.contains(document.activeElement) ? document.activeElement.dataset.key : undefined;
  parent.replaceChildren(...children.filter(Boolean));
  parent.scrollTop = scrollTop;
  parent.scrollLeft = scrollLeft;
  if (key !== undefined) [...parent.querySelectorAll("[data-key]")].find((one) => one.dataset.key === key)?.focus();
}

// A drawing in the colour of the text; fonts have such signs on some machines only.
export function drawn(box, ...paths) {
  const NS = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(NS, "svg");
  svg.setAttribute("viewBox", box);
  svg.setAttribute("aria-hidden", "true");
  for (const [tag, values] of paths) {
    const shape = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(values)) shape.setAttribute(name, String(value));
    svg.append(shape);
  }
  return svg;
}

// "file:line" as text on the clipboard; without permission the text is selected instead.
export async function copy(text, button, done) {
  try {
    await navigator.clipboard.writeText(text);
    const before = [...button.childNodes];
    button.replaceChildren(done);
    setTimeout(() => button.replaceChildren(...before), 1200);
  } catch {
    getSelection().selectAllChildren(button.parentElement);
  }
}
