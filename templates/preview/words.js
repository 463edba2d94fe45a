// What the page itself says; both languages have the same keys.
const ZH = {
  skip: "跳到内容", side: "项目和问题", menu: "项目和问题（m）", switch: "English", help: "快捷键（?）", filter: "筛选 /",
  overview: "总览", missing: "有错误的项目未计入：", comma: "、", kinds: "文件种类", items: "同类文件", document: "文件内容", open: "打开文件 ↗", print: "要打印文件，请打开文件后打印。",
  findings: "问题", noFindings: "没有问题", errors: "个错误", warnings: "个警告", infos: "个提示", errorOne: "个错误", warningOne: "个警告", infoOne: "个提示",
  error: "错误", warning: "警告", info: "提示", hint: "办法", basis: "依据", source: "原文", copy: "复制位置", editor: "在编辑器中打开",
  live: "实时", lost: "连接中断，正在重连…", waiting: "等待第一次生成…",
  noDocuments: "还没有文件：改正错误后生成。", notMade: "这份文件没有生成。", failed: "这份文件没有重新生成，这是上一次的内容。", stale: "项目有错误，这是上一次生成的文件。", pages: "这里不分页；页码和页脚以 Word 文件为准。",
  simplified: "简化显示：没有版式、页眉页脚和自动编号，以 Word 文件为准。",
  broken: "Word 文件无法在页面中显示，请打开文件查看。", noPdf: "这个浏览器不在页面中显示 PDF。",
  noCalendar: "日程文件不在页面中显示，请用日历程序打开。",
  overlayProject: "未生成", overlayBehind: "后面是上一次生成的文件。", more: "另有", close: "关闭",
  due: "到期", overdue: "逾期", days: "天", next: "30 天内", undated: "待事件发生", nothingDue: "30 天内没有到期事项。",
  scores: "最近评价", noScores: "还没有评价。", risks: "未关闭的风险", noRisks: "没有未关闭的风险。",
  money: "付款", agreed: "约定", paid: "已付", remaining: "未付", late: "逾期未付", asOf: "截至", ownDates: "各项目按自己的日期计算",
  keys: "快捷键", keyProject: "上一个、下一个项目", keyDocument: "上一份、下一份文件", keyFilter: "筛选", keyOverview: "总览", keyMenu: "项目和问题（窄屏）",
  keyClose: "关闭提示", keyHelp: "这个说明", changed: "有变化", noMatch: "没有匹配的内容。",
};
const EN = {
  skip: "Skip to content", side: "Projects and findings", menu: "Projects and findings (m)", switch: "中文", help: "Keys (?)", filter: "Filter /",
  overview: "Overview", missing: "Not counted, for they have errors: ", comma: ", ", kinds: "Kinds of documents", items: "Documents of this kind", document: "Document", open: "Open file ↗", print: "To print a document, open its file first.",
  findings: "Findings", noFindings: "No findings", errors: "errors", warnings: "warnings", infos: "notes", errorOne: "error", warningOne: "warning", infoOne: "note",
  error: "Error", warning: "Warning", info: "Note", hint: "Help", basis: "Law", source: "Source", copy: "Copy place", editor: "Open in the editor",
  live: "Live", lost: "Connection lost, trying again…", waiting: "Waiting for the first build…",
  noDocuments: "No documents yet: they are made once the errors are corrected.", notMade: "This document was not made.", failed: "This document was not made again: this is what it was before.", stale: "The project has errors: this document was made before.", pages: "Not divided into pages here: page numbers and footers are those of the Word file.",
  simplified: "Simplified: no layout, headers, footers or automatic numbers. The Word file is what counts.",
  broken: "This Word file cannot be shown here; please open it.", noPdf: "This browser shows no PDF inside a page.",
  noCalendar: "A calendar file is not shown here; please open it in a calendar program.",
  overlayProject: "Not built", overlayBehind: "Behind this are the documents as made before.", more: "and", close: "Close",
  due: "Due", overdue: "Overdue", days: "days", next: "Within 30 days", undated: "Waiting for an event", nothingDue: "Nothing is due within 30 days.",
  scores: "Latest scores", noScores: "No evaluations yet.", risks: "Open risks", noRisks: "No open risks.",
  money: "Payments", agreed: "Agreed", paid: "Paid", remaining: "Unpaid", late: "Overdue", asOf: "As of", ownDates: "each project by its own date",
  keys: "Keys", keyProject: "Previous, next project", keyDocument: "Previous, next document", keyFilter: "Filter", keyOverview: "Overview", keyMenu: "Projects and findings (narrow)",
  keyClose: "Close what is open", keyHelp: "This list", changed: "changed", noMatch: "Nothing matches.",
};

let language = "zh";

export function choose(wanted) {
  language = wanted && wanted.toLowerCase().startsWith("zh") ? "zh" : "en";
  document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
  return language;
}

export const other = () => (language === "zh" ? "en" : "zh");
export const word = (key) => (language === "zh" ? ZH : EN)[key];
export const counted = (number, severity) => `${number} ${word(severity + (number === 1 ? "One" : "s"))}`;
export const said = (text) => (text ? text[language] || text.zh || text.en : "");
export const keysAgree = () => Object.keys(ZH).join() === Object.keys(EN).join();
