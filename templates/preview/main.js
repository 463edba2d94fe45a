// The page: what was published last, which project and document of it is looked at, and the keys.
import { dashboard } from "./dashboard.js";
import { $, el, fill } from "./dom.js";
import { SEVERITIES, item, overlay } from "./findings.js";
import { Pane } from "./pane.js";
import { choose, counted, other, said, word } from "./words.js";

let state = null;
let closedAt = null; // the epoch whose overlay was closed
let asked = 0;
let overlaid = "";
let listed = null; // the project that was last shown in the list
const changed = new Set(); // paths that have become different and were not looked at since
const pane = new Pane($("pane"), (event) => keys(event, true), note);

// --- where we are: #/project/path of the document, #/ for the overview ---
const go = (project, path) => `#/${[project, path].filter(Boolean).map(encodeURIComponent).join("/")}`;

function wantedHere() {
  try {
    return location.hash.replace(/^#\/?/, "").split("/").map(decodeURIComponent);
  } catch {
    return [""]; // a hash that was typed by hand
  }
}

function here() {
  const [, path] = wantedHere();
  const project = state?.project ?? null;
  const file = project ? project.documents.find((one) => one.path === path) ?? project.documents[0] ?? null : null;
  return { project, file };
}

// --- drawing ---
function draw() {
  for (const one of document.querySelectorAll("[data-word]")) one.textContent = word(one.dataset.word);
  for (const one of document.querySelectorAll("[data-title]")) { one.title = word(one.dataset.title); one.setAttribute("aria-label", word(one.dataset.title)); }
  for (const one of document.querySelectorAll("[data-label]")) one.setAttribute("aria-label", word(one.dataset.label));
  $("filter").placeholder = word("filter");
  $("language").textContent = word("switch");
  if (!state) return;
  const { project, file } = here();
  $("project").hidden = !project;
  $("dashboard").hidden = Boolean(project);
  if (file) changed.delete(file.path);
  side(project);
  if (project) documents(project, file);
  else if (state.dashboard) { fill($("dashboard"), ...dashboard(state.dashboard, state.projects, go)); document.title = `${word("overview")} · 甲乙`; }
  errors(project);
}

const matches = (...texts) => {
  const sought = $("filter").value.trim().toLowerCase();
  return !sought || texts.join(" ").toLowerCase().includes(sought);
};

function side(project) {
  const shown = state.projects.filter((one) => one.key === project?.key || matches(one.name, one.id, one.party_b, one.key));
  const focused = $("projects").contains(document.activeElement);
  fill($("projects"), entry("", word("overview"), "", null, !project), ...shown.map((one) =>
    entry(one.key, one.name, [one.party_b, said(one.state)].filter(Boolean).join(" · "), one.counts, one.key === project?.key)));
  const current = $("projects").querySelector("[aria-current]");
  if (focused) current?.focus();
  if (listed !== project?.key) current?.scrollIntoView({ block: "nearest" });
  listed = project?.key;
  const { counts, findings } = state;
  const found = findings.filter((one) => matches(one.code, said(one.message), one.file));
  const total = SEVERITIES.filter((name) => counts[name]).map((name) => counted(counts[name], name)).join(" · ");
  fill($("finding-title"), el("span", {}, findings.length ? word("findings") : word("noFindings")), el("small", {}, total));
  const open = new Set([...$("findings").querySelectorAll("details[open] > summary")].map((one) => one.dataset.key));
  const all = SEVERITIES.reduce((sum, name) => sum + counts[name], 0);
  fill($("findings"), ...found.map((one) => item(one, state.root)),
    findings.length && !found.length && el("li", { class: "empty" }, word("noMatch")),
    all > findings.length && el("li", { class: "empty" }, `… ${all - findings.length}`));
  for (const one of $("findings").querySelectorAll("summary")) if (open.has(one.dataset.key)) one.parentElement.open = true;
  const grave = state.projects.reduce((sum, one) => sum + one.counts.error, 0);
  $("menu-count").hidden = !grave;
  $("menu-count").textContent = String(grave);
}

function entry(key, name, minor, number, current) {
  const marks = SEVERITIES.slice(0, 2).filter((one) => number?.[one]).map((one) =>
    el("span", { class: `count ${one}`, title: counted(number[one], one), "aria-label": counted(number[one], one) }, String(number[one])));
  return el("li", {}, el("a", { href: go(key), "data-key": `project ${key}`, "aria-current": current ? "page" : undefined },
    el("span", { class: "name" }, el("strong", {}, name), minor ? el("small", {}, minor) : null), ...marks));
}

// What tells a document from others of its kind: its file name without what all of them begin with.
function short(file, kind) {
  const start = kind.map((one) => one.name).reduce((a, b) => { let n = 0; while (n < a.length && a[n] === b[n]) n++; return a.slice(0, n); });
  // cut where a part of the name begins, and leave one part that is the same: 2026-05, not 05
  return file.name.slice(start.search(/[^_-]*[_-][^_-]*$/));
}

function documents(project, file) {
  document.title = `${file ? file.name : project.name} · 甲乙`;
  $("name").textContent = project.name;
  $("about").textContent = [project.party_b, said(project.state), project.as_of && `${word("asOf")} ${project.as_of}`].filter(Boolean).join(" · ");
  const focused = document.activeElement?.getAttribute("role") === "tab";
  const groups = new Map();
  for (const one of project.documents) groups.set(said(one.kind), [...(groups.get(said(one.kind)) ?? []), one]);
  const mark = (files) => (files.some((one) => one.state === "failed") ? el("span", { class: "dot bad", title: word("notMade") })
    : files.some((one) => changed.has(one.path)) ? el("span", { class: "dot", title: word("changed") }) : null);
  const tab = (target, text, current, files) => el("a", {
    href: go(project.key, target.path), role: "tab", "aria-selected": String(current), "aria-controls": "pane", "data-key": `tab ${text}`, tabindex: current ? "0" : "-1", title: target.name,
  }, text, mark(files));
  const mine = file ? groups.get(said(file.kind)) : [];
  fill($("kinds"), ...[...groups].map(([title, files]) => {
    const label = el("span", {}, title);
    const made = tab(files.includes(file) ? file : files[0], "", files.includes(file), files);
    made.dataset.key = `kind ${title}`;
    made.prepend(label, files.length > 1 ? el("small", {}, String(files.length)) : "");
    return made;
  }));
  $("items").hidden = mine.length < 2;
  fill($("items"), ...(mine.length < 2 ? [] : mine.map((one) => tab(one, short(one, mine), one === file, [one]))));
  if (focused) document.querySelector('#items:not([hidden]) [aria-selected="true"], #kinds [aria-selected="true"]')?.focus();
  for (const one of document.querySelectorAll('#project [aria-selected="true"]')) one.scrollIntoView({ block: "nearest", inline: "nearest" });
  $("open").hidden = !file?.url;
  if (file?.url) { $("open").href = file.url; $("open").textContent = word("open"); }
  note();
  pane.show(file, state.exact);
}

// What a document that is shown is not: of this build, or laid out.
function note() {
  const { file } = here();
  const notes = [file?.url && file.state !== "made" && word(file.state), pane.simplified && word("simplified")].filter(Boolean);
  $("note").hidden = !notes.length;
  $("note").textContent = notes.join(" ");
}

function errors(project) {
  const found = state.findings.filter((one) => one.severity === "error");
  const show = found.length > 0 && closedAt !== state.epoch;
  const behind = Boolean(project?.documents.some((one) => one.url));
  $("overlay").hidden = !show;
  const first = found.find((one) => one.frame) ?? found[0];
  const shown = JSON.stringify([show, first, state.counts.error, behind, word("error")]);
  if (shown === overlaid) return; // it is read out whenever it changes
  overlaid = shown;
  fill($("overlay"), ...(show ? overlay(first, state.counts.error, state.root, behind, closeOverlay) : []));
}

function closeOverlay() {
  closedAt = state.epoch;
  draw();
}

// --- following ---
async function refresh() {
  const [key] = wantedHere();
  const mine = ++asked;
  const answer = await fetch(`/state?project=${encodeURIComponent(key)}`);
  if (!answer.ok) { status("waiting"); return; }
  const next = await answer.json();
  if (mine !== asked) return; // another project was chosen, or another build has ended, meanwhile
  const before = new Map((state?.project?.key === next.project?.key ? state?.project?.documents ?? [] : []).map((file) => [file.path, file.sha]));
  if (before.size) for (const file of next.project.documents) if (before.get(file.path) !== file.sha) changed.add(file.path);
  if (!state && !wanted) choose(next.language);
  state = next;
  draw();
  status("live");
}

// Another place: what is at hand is shown at once, another project has to be asked for.
function move() {
  menu(false);
  if (state && wantedHere()[0] === (state.project?.key ?? "")) draw();
  else refresh().catch(() => status("lost"));
}

function status(key) {
  const text = key === "live" ? `${word("live")} · ${state.epoch}` : word(key);
  $("status").dataset.state = key;
  $("status").textContent = text;
}

function follow() {
  const source = new EventSource("/events");
  source.addEventListener("message", () => refresh().catch(() => status("lost")));
  source.addEventListener("error", () => {
    status("lost");
    // a stream that the server has refused is not taken up again by the browser itself
    if (source.readyState === EventSource.CLOSED) setTimeout(follow, 2000);
  });
}

// --- keys ---
function step(amount) {
  const keysOf = ["", ...state.projects.filter((one) => matches(one.name, one.id, one.party_b, one.key)).map((one) => one.key)];
  const at = Math.max(0, keysOf.indexOf(wantedHere()[0]));
  location.hash = go(keysOf[Math.min(Math.max(at + amount, 0), keysOf.length - 1)]);
}

function turnTo(amount) {
  const { project, file } = here();
  if (!project || !file) return;
  const at = project.documents.indexOf(file) + amount;
  if (project.documents[at]) location.hash = go(project.key, project.documents[at].path);
}

function menu(open = !document.body.classList.contains("open")) {
  document.body.classList.toggle("open", open);
  $("menu").setAttribute("aria-expanded", String(open));
}

const ACTIONS = {
  j: () => step(1), k: () => step(-1), l: () => turnTo(1), h: () => turnTo(-1), o: () => { location.hash = "#/"; }, m: () => menu(),
  "/": () => { menu(true); $("filter").focus(); $("filter").select(); }, "?": () => help(),
};
const ARROWS = { ArrowDown: ACTIONS.j, ArrowUp: ACTIONS.k, ArrowRight: ACTIONS.l, ArrowLeft: ACTIONS.h };

function keys(event, inside = false) {
  if (!state || event.ctrlKey || event.metaKey || event.altKey || $("help").open) return;
  if (event.key === "Escape") { escape(); return; }
  if (event.target.matches?.("input, textarea, select")) return;
  // inside a document, in a source frame and in the lists themselves the arrows scroll
  const scrolls = inside || event.target.closest?.("pre, #findings, #dashboard");
  const action = ACTIONS[event.key] ?? (scrolls ? undefined : ARROWS[event.key]);
  if (!action) return;
  event.preventDefault();
  action();
}

function escape() {
  if (document.activeElement === $("filter")) { $("filter").value = ""; $("filter").blur(); draw(); return; }
  if (document.body.classList.contains("open")) { menu(false); $("menu").focus(); return; }
  if (!$("overlay").hidden) closeOverlay();
}

function help() {
  const rows = [["↑ ↓ · k j", "keyProject"], ["← → · h l", "keyDocument"], ["/", "keyFilter"], ["o", "keyOverview"], ["m", "keyMenu"], ["Esc", "keyClose"], ["?", "keyHelp"]];
  fill($("help"), el("h2", { id: "help-title" }, word("keys")),
    el("dl", {}, ...rows.map(([key, text]) => el("div", {}, el("dt", {}, el("kbd", {}, key)), el("dd", {}, word(text))))),
    el("form", { method: "dialog" }, el("button", {}, word("close"))));
  $("help").showModal();
}

// --- beginning ---
const wanted = new URLSearchParams(location.search).get("lang") ?? navigator.languages.find((one) => /^(zh|en)\b/i.test(one));
choose(wanted ?? "zh");
draw();
status("waiting");
addEventListener("hashchange", move);
addEventListener("keydown", (event) => keys(event));
$("filter").addEventListener("input", draw);
$("menu").addEventListener("click", () => menu());
$("help-open").addEventListener("click", help);
$("help").addEventListener("click", (event) => { if (event.target === $("help")) $("help").close(); });
$("language").addEventListener("click", () => {
  const chosen = choose(other());
  const address = new URL(location.href);
  address.searchParams.set("lang", chosen);
  history.replaceState(null, "", address);
  draw();
  if (state) status("live");
});
follow();
