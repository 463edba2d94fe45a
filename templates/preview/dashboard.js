// The overview of all projects: what is due, scores, risks, payments.
import { drawn, el } from "./dom.js";
import { said, word } from "./words.js";

export function dashboard(data, projects, go) {
  const days = [...new Set(projects.map((one) => one.as_of).filter(Boolean))];
  const note = days.length > 1 ? word("ownDates") : days.length ? `${word("asOf")} ${days[0]}` : "";
  return [
    el("div", { class: "head" }, el("h2", {}, word("overview")), el("p", {}, note)),
    data.missing.length ? el("p", { class: "missing" }, `${word("missing")}${data.missing.join(word("comma"))}`) : "",
    el("div", { class: "tiles" }, ...data.money.map(money)),
    el("div", { class: "columns" },
      el("section", {}, el("h3", {}, word("due")), ...due(data.due, go)),
      el("div", {},
        el("section", {}, el("h3", {}, word("scores")), ...scores(data.scores, go)),
        el("section", {}, el("h3", {}, word("risks")), ...risks(data.risks, go)))),
  ];
}

function money(row) {
  const part = (key, className) => el("div", { class: className }, el("dt", {}, word(key)), el("dd", {}, row[key === "late" ? "overdue" : key]));
  const bar = el("progress", { max: "100", value: String(row.percent), "aria-label": `${word("paid")} ${row.percent}%` });
  const late = /[1-9]/.test(row.overdue);
  return el("section", { class: "money" },
    el("h3", {}, `${word("money")} · ${row.currency}`), bar,
    el("dl", {}, part("agreed"), part("paid"), part("remaining"), part("late", late ? "bad" : "")));
}

function due(groups, go) {
  const found = groups.filter((group) => group.count);
  if (!found.length) return [el("p", { class: "empty" }, word("nothingDue"))];
  return found.map((group) =>
    el("div", { class: "group" },
      el("h4", { class: group.name === "overdue" ? "bad" : "" }, `${word(group.name)} · ${group.count}`),
      el("ul", { class: "due" }, ...group.rows.map((row) => dueRow(row, go))),
      group.count > group.rows.length ? el("p", { class: "empty" }, `… ${group.count - group.rows.length}`) : ""));
}

function dueRow(row, go) {
  return el("li", {},
    el("time", row.day ? { datetime: row.day } : {}, row.day || "—"),
    el("div", {},
      el("p", {}, el("span", { class: "kind" }, said(row.kind)), " ", row.text),
      el("p", { class: "minor" }, link(row, go), " · ", el("span", { class: "whole" }, said(row.owner)), row.overdue ? el("span", { class: "bad whole" }, ` · ${word("overdue")} ${row.overdue} ${word("days")}`) : "")));
}

const link = (row, go) => el("a", { href: go(row.project), "data-key": `${row.project} ${row.text ?? ""}` }, row.name);

function scores(rows, go) {
  if (!rows.length) return [el("p", { class: "empty" }, word("noScores"))];
  return [el("ul", { class: "scores" }, ...rows.map((row) =>
    el("li", {},
      el("div", {}, link(row, go), el("p", { class: "minor" }, said(row.period))),
      spark(row.history),
      el("strong", {}, row.total),
      el("span", { class: `grade ${row.tone}` }, row.grade))))];
}

// A line of all scores up to 100, from 60 or the lowest below.
function spark(history) {
  if (history.length < 2) return drawn("0 0 72 24");
  const low = Math.min(60, ...history.map(Number));
  const at = history.map((value, index) => [2 + (68 * index) / (history.length - 1), 21 - (18 * (Number(value) - low)) / (100 - low || 1)]);
  const [cx, cy] = at[at.length - 1];
  return drawn("0 0 72 24", ["polyline", { points: at.map((point) => point.join()).join(" ") }], ["circle", { cx, cy, r: 2.4 }]);
}

function risks(rows, go) {
  const open = rows.filter((row) => row.levels.some((level) => level.count));
  if (!open.length) return [el("p", { class: "empty" }, word("noRisks"))];
  return [el("ul", { class: "risks" }, ...open.map((row) =>
    el("li", {}, link(row, go),
      el("span", { class: "levels" }, ...row.levels.map((level) =>
        el("span", { class: `level ${level.level}${level.count ? "" : " none"}` }, `${said(level.name)} ${level.count}`))))))];
}
