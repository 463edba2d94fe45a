// One document as it is: Word files drawn by docx-preview (or simplified by the server), PDFs by the browser.
import { el } from "./dom.js";
import { word } from "./words.js";

const PAPER = "/static/paper.html";
const VENDOR = ["/static/vendor/jszip.min.js", "/static/vendor/docx-preview.min.js"];
// sheets are not the pages of Word, so numbers in the footers would be wrong
const OPTIONS = { inWrapper: true, useBase64URL: false, renderAltChunks: false, ignoreLastRenderedPageBreak: true, breakPages: true, renderFooters: false };

const EDGE = 10; // pixels that PDF viewers leave around a page
const MOST = 30; // pages that are laid out at once

let vendor = null;
let turn = 0;
const scrolled = new Map(); // by path of the document: where the reader was

function script(src) {
  return new Promise((resolve, reject) => {
    document.head.append(el("script", { src, on: { load: resolve, error: reject } }));
  });
}

const ready = () => (vendor ??= script(VENDOR[0]).then(() => script(VENDOR[1])));

// "At least 15 pt" between lines is the larger of that and what the letters need; docx-preview adds the two.
function leading(css) {
  return css.replace(/\{([^{}]*)line-height: calc\(100% \+ ([\d.]+pt)\);([^{}]*)\}/g, "{$1$3line-height: max(1.2em, $2);\nmin-height: $2;\n}");
}

// The height of each page of a PDF in widths, as our own PDFs state them: /MediaBox once for every page.
function sizes(text) {
  return [...text.matchAll(/\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/g)].map(([, width, height]) => Number(height) / Number(width));
}

export class Pane {
  constructor(parent, listen, tell) {
    this.parent = parent;
    this.listen = listen;
    this.tell = tell;
    this.simplified = false;
    this.shown = "";
    this.path = "";
    addEventListener("resize", () => this.fit());
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => this.fit());
  }

  // Show a document; the same content at the same address is left as it is.
  async show(file, exact) {
    const key = file ? `${file.url} ${exact}` : "";
    if (key === this.shown && this.parent.dataset.state !== "error") return;
    this.remember();
    this.shown = key;
    this.path = file ? file.path : "";
    const mine = ++turn;
    this.parent.dataset.state = "loading";
    if (!file || !file.url) return this.say(word(file ? "notMade" : "noDocuments"));
    const name = file.path.toLowerCase();
    try {
      if (name.endsWith(".ics")) this.say(word("noCalendar"));
      else if (name.endsWith(".pdf")) await this.pdf(file, mine);
      else if (exact) await this.word(file, mine).catch(() => this.simple(file, mine));
      else await this.simple(file, mine);
    } catch {
      if (mine === turn) { this.say(word("broken")); this.parent.dataset.state = "error"; }
    }
  }

  remember() {
    const page = this.scroller();
    if (page && this.path) scrolled.set(this.path, [page.scrollTop / (this.zoom || 1), page.scrollLeft]);
  }

  scroller() {
    const frame = this.parent.querySelector("iframe");
    if (frame?.dataset.kind === "pdf") return this.parent;
    if (!frame) return null;
    return frame.contentDocument?.scrollingElement ?? null;
  }

  say(text) {
    this.simplified = false;
    this.tell();
    this.parent.replaceChildren(el("p", { class: "empty" }, text));
    this.parent.dataset.state = "empty";
  }

  async word(file, mine) {
    const [, body] = await Promise.all([ready(), fetch(file.url).then((answer) => (answer.ok ? answer.arrayBuffer() : Promise.reject(answer.status)))]);
    const sheets = el("div"), styles = el("div");
    const nodes = await globalThis.docx.renderDocument(await globalThis.docx.parseAsync(body, OPTIONS), OPTIONS);
    for (const node of nodes) (node.nodeName === "STYLE" ? styles : sheets).append(node);
    for (const style of styles.children) style.textContent = leading(style.textContent);
    for (const link of sheets.querySelectorAll("a[href]")) if (!link.getAttribute("href").startsWith("#")) link.removeAttribute("href");
    if (mine !== turn) return;
    const frame = this.current("word") ?? (await this.mount("word", PAPER, file.name));
    if (mine !== turn) return;
    frame.title = file.name;
    frame.contentDocument.body.replaceChildren(styles, sheets, el("p", { class: "end" }, word("pages")));
    this.finish();
  }

  async simple(file, mine) {
    if (mine !== turn) return;
    await this.mount("simple", file.simple, file.name, mine);
    if (mine === turn) this.finish(true);
  }

  async pdf(file, mine) {
    if (navigator.pdfViewerEnabled === false) return this.say(word("noPdf"));
    const text = await fetch(file.url).then((answer) => (answer.ok ? answer.text() : Promise.reject(answer.status)));
    this.sheets = sizes(text);
    await this.mount("pdf", `${file.url}#view=FitH&navpanes=0&toolbar=0`, file.name, mine);
    if (mine === turn) this.finish();
  }

  current(kind) {
    return this.parent.querySelector(`iframe[data-kind="${kind}"]`);
  }

  // Load a frame beside what is shown, and change over when it is there: nothing flashes.
  mount(kind, src, title, mine = turn) {
    return new Promise((resolve) => {
      const frame = el("iframe", { src, title, "data-kind": kind, class: "coming" });
      if (kind !== "pdf") frame.setAttribute("sandbox", "allow-same-origin");
      frame.addEventListener("load", () => {
        if (mine !== turn) { frame.remove(); resolve(frame); return; }
        for (const old of [...this.parent.childNodes]) if (old !== frame) old.remove();
        frame.classList.remove("coming");
        this.parent.dataset.kind = kind;
        if (kind !== "pdf") frame.contentDocument.addEventListener("keydown", this.listen);
        resolve(frame);
      }, { once: true });
      this.parent.append(frame);
    });
  }

  finish(simplified = false) {
    this.simplified = simplified;
    this.tell();
    this.fit();
    const page = this.scroller();
    const [top, left] = scrolled.get(this.path) ?? [0, 0];
    if (page) { page.scrollTop = top * (this.zoom || 1); page.scrollLeft = left; }
    this.parent.dataset.state = "ready";
  }

  // A PDF as tall as all its pages: then the pane scrolls, not the browser's viewer, and keeps its place.
  tall(frame) {
    const width = frame.clientWidth - EDGE;
    const height = this.sheets.reduce((sum, ratio) => sum + ratio * width + EDGE, EDGE);
    frame.style.height = this.sheets.length && this.sheets.length <= MOST ? `${Math.ceil(height)}px` : "100%";
  }

  // Sheets that are wider than the screen are made smaller, never larger.
  fit() {
    const frame = this.parent.querySelector("iframe");
    if (frame?.dataset.kind === "pdf") this.tall(frame);
    const page = frame && frame.dataset.kind !== "pdf" ? frame.contentDocument : null;
    if (!page?.body) return;
    page.documentElement.classList.toggle("dark", matchMedia("(prefers-color-scheme: dark)").matches);
    const sheets = [...page.querySelectorAll("section.docx")];
    if (!sheets.length) { this.zoom = 1; return; }
    const before = this.zoom || 1, top = page.scrollingElement.scrollTop;
    page.body.style.zoom = "1";
    const width = Math.max(...sheets.map((sheet) => sheet.offsetWidth));
    this.zoom = Math.min(1, (frame.clientWidth - 16) / width);
    page.body.style.zoom = String(this.zoom);
    page.scrollingElement.scrollTop = (top * this.zoom) / before;
  }
}
