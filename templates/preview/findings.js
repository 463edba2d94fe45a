// Findings with their source, in the list at the side and over a document that could not be made anew.
import { copy, drawn, el } from "./dom.js";
import { counted, said, word } from "./words.js";

export const SEVERITIES = ["error", "warning", "info"];

export function frame(finding) {
  const source = finding.frame;
  if (!source) return null;
  const row = (number, current, ...parts) =>
    el("span", { class: current ? "row current" : "row" }, el("span", { class: "number", "aria-hidden": "true" }, String(number)), el("code", {}, ...parts));
  const here = source.first + source.above.length;
  return el("pre", { class: "frame", tabindex: "0" },
    ...source.above.map((line, index) => row(source.first + index, false, line)),
    row(here, true, source.before, el("mark", {}, source.marked || " "), source.after),
    ...source.below.map((line, index) => row(here + 1 + index, false, line)));
}

export function place(finding, root) {
  if (!finding.file) return null;
  const text = `${finding.file}:${finding.line}:${finding.column}`;
  const path = `${root}/${finding.file}`.split("/").map(encodeURIComponent).join("/");
  const href = `vscode://file${path.startsWith("/") ? "" : "/"}${path}:${finding.line}:${finding.column}`;
  const button = el("button", { class: "quiet copy", type: "button", title: word("copy"), "aria-label": `${word("copy")} ${text}` }, drawn("0 0 16 16", ["rect", { x: 5.5, y: 5.5, width: 8, height: 8, rx: 1.5 }], ["path", { d: "M10.5 3.5v-1h-8v8h1" }]));
  button.addEventListener("click", () => copy(text, button, "✓"));
  const shown = root ? el("a", { href, title: word("editor"), "data-key": `at ${text}` }, text) : el("span", {}, text);
  return el("p", { class: "place" }, shown, button);
}

export function item(finding, root) {
  return el("li", { class: `finding ${finding.severity}` },
    el("p", { class: "what" }, el("span", { class: "badge" }, `${word(finding.severity)} ${finding.code}`), " ", said(finding.message)),
    place(finding, root),
    finding.hint ? el("p", { class: "hint" }, said(finding.hint)) : null,
    ...finding.statutes.map((statute) => el("p", { class: "hint" }, `${word("basis")} · ${statute}`)),
    finding.frame ? el("details", {}, el("summary", { "data-key": `more ${finding.code} ${finding.file}:${finding.line}:${finding.column}` }, word("source")), frame(finding)) : null);
}

export function overlay(first, count, root, behind, close) {
  return [
    el("div", { class: "card" },
      el("div", { class: "title" },
        el("strong", {}, `${word("overlayProject")} · ${first.project || first.file}`),
        el("button", { class: "quiet", type: "button", "aria-label": word("close"), on: { click: close } }, "✕")),
      el("p", { class: "message" }, el("span", { class: "badge" }, `${word("error")} ${first.code}`), " ", said(first.message)),
      place(first, root),
      frame(first),
      first.hint ? el("p", { class: "hint" }, `${word("hint")} · ${said(first.hint)}`) : null,
      el("p", { class: "rest" },
        count > 1 ? `${word("more")} ${counted(count - 1, "error")} · ` : "", behind ? word("overlayBehind") : "")),
  ];
}
