// docxtemplater and carbone, kept warm in Node: contract.mjs ENGINE TEMPLATE FACTS
// One request per line on standard input, one answer per line; see Program in measure.py.
// Kept between documents: docxtemplater the bytes of the template (an instance renders once only, by its own
// rule); carbone the file (it has no way to keep a parsed one).
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const require = createRequire(import.meta.url);
const [engine, template, facts] = process.argv.slice(2);
const data = JSON.parse(readFileSync(facts, "utf8"));

function docxtemplater() {
  const Docxtemplater = require("docxtemplater");
  const PizZip = require("pizzip");
  const bytes = readFileSync(template);
  return async (number) => {
    const document = new Docxtemplater(new PizZip(bytes), { paragraphLoop: true });
    document.render({ ...data, number });
    return document.toBuffer({ compression: "DEFLATE" });
  };
}

function carbone() {
  const render = promisify(require("carbone").render);
  return (number) => render(template, { ...data, number }, {});
}

const make = { docxtemplater, carbone }[engine]();
console.log(JSON.stringify({ version: require(`${engine}/package.json`).version }));
let made = 0;
for await (const line of createInterface({ input: process.stdin })) {
  const request = JSON.parse(line);
  if (request.save) {
    writeFileSync(request.save, await make("HT-0000"));
    console.log(JSON.stringify({ saved: request.save }));
    continue;
  }
  const ms = [];
  for (let i = 0; i < request.times; i++) {
    made += 1;
    const begun = process.hrtime.bigint();
    await make(`HT-${String(made).padStart(4, "0")}`);
    ms.push(Number(process.hrtime.bigint() - begun) / 1e6);
  }
  console.log(JSON.stringify({ ms }));
}
process.exit(0);
