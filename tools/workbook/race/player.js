// tools/workbook/race/player.js: steps through one schedule. At position 0 stands what the real machine showed, at
// position k the program after k steps, and behind the last step the verdict.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const report = data.report;
const steps = report.steps ?? [];
const end = steps.length > 0 ? steps.length + 1 : 0;
const kSecondsForAStep = 1.6;
const kMostStepsShown = 60;
const kShapes = ["■", "●", "▲", "◆", "★", "✚", "▼", "◗"];

let position = 0;
let timer = null;

const at = (id) => document.getElementById(id);

// An element with a class and children; a string becomes text, never markup.
function make(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const colourOf = (thread) => `thread-${thread < 8 ? thread : 1 + (thread % 7)}`;
const markOf = (thread) => make("span", `mark ${colourOf(thread)}`, `${kShapes[thread % 8]} T${thread}`);
// An arrow stays with its values.
const arrows = (text) => text.replaceAll(" -> ", "\u00a0→\u00a0");

// "creates" and "joins" name the other thread.
function toldOf(step) {
  return arrows(step.told + (step.other === null || step.other === undefined ? "" : ` T${step.other}`));
}

// Where each thread stands, and what each variable holds, after so many steps.
function stateAfter(count) {
  const places = new Map();
  const variables = new Map();
  let focus = null;
  steps.forEach((step, i) => {
    // A variable is shown from the beginning, with the value that its first step finds.
    if (step.variable && step.before !== "" && !variables.has(step.variable)) {
      variables.set(step.variable, { value: step.before, old: null });
    }
    if (i >= count) return;
    if (step.operation === "exit") places.delete(step.thread);
    else if (step.place) places.set(step.thread, step.place);
    if (step.place) focus = step.place;
    const variable = variables.get(step.variable);
    if (!variable || step.after === "") return;
    variable.old = i === count - 1 && step.before !== step.after ? step.before : null;
    variable.value = step.after;
  });
  return { places, variables, focus: focus ?? steps.find((step) => step.place)?.place ?? null };
}

// The comment at a line's end is quieter. Strings with two slashes in them are not worth a parser.
function lineOf(text) {
  const comment = /(^|\s)\/\/.*$/.exec(text);
  if (!comment) return [text];
  return [text.slice(0, comment.index), make("span", "comment", comment[0])];
}

// How many threads stand at one line at the same time, at most: so much room their marks need.
function mostMarks() {
  const places = new Map();
  let most = 1;
  for (const step of steps) {
    if (step.place) places.set(step.thread, `${step.place.file}:${step.place.line}`);
    if (step.operation === "exit") places.delete(step.thread);
    const here = places.get(step.thread);
    most = Math.max(most, [...places.values()].filter((place) => place === here).length);
  }
  return Math.min(most, 3);
}

let shownFile = null;

function showSource(state) {
  const panel = at("source");
  const file = state.focus?.file ?? data.small;
  if (file !== shownFile) {
    shownFile = file;
    panel.replaceChildren(...(data.sources[file] ?? []).map((text, i) =>
      make("div", "line", make("span", "number", String(i + 1)), make("span", "marks"), make("span", "text", ...lineOf(text)))));
  }
  for (const line of panel.querySelectorAll(".here")) {
    line.classList.remove("here", "now");
    line.querySelector(".marks").replaceChildren();
  }
  const lineAt = (number) => panel.children[number - 1];
  for (const [thread, place] of [...state.places].sort((one, other) => one[0] - other[0])) {
    if (place.file !== file || !lineAt(place.line)) continue;
    lineAt(place.line).classList.add("here");
    lineAt(place.line).querySelector(".marks").append(markOf(thread));
  }
  const now = state.focus ? lineAt(state.focus.line) : null;
  if (!now) return;
  if (position > 0) now.classList.add("here", "now");
  panel.scrollTop = now.offsetTop - panel.offsetTop - panel.clientHeight / 2 + now.clientHeight;
}

function showVariables(state) {
  at("variables").replaceChildren(...[...state.variables].map(([name, { value, old }]) =>
    make("div", old === null ? "variable" : "variable changed", make("div", "name", name),
      make("div", "value", ...(old === null ? [] : [make("span", "old", old), " → "]), value))));
}

const threadsWithSteps = [...new Set(steps.map((step) => step.thread))].sort((one, other) => one - other);

function inColumn(thread, element) {
  element.style.gridColumn = String(threadsWithSteps.indexOf(thread) + 1);
  return element;
}

// Every step has a row of its own: no two happen at the same time.
function inRows(rows) {
  rows.forEach((row, i) => { row.style.gridRow = String(i + 2); });
  return rows;
}

function headOf(thread) {
  const name = report.threads?.[thread]?.function ?? "";
  return make("div", `head ${colourOf(thread)}`, markOf(thread), make("span", "code", name));
}

// The line's text stands above its first step, and not again above the next one of the same line.
function stepsUpTo(count) {
  const rows = [];
  const lastLine = new Map();
  const first = Math.max(0, count - kMostStepsShown);
  if (first > 0) rows.push(make("div", "across", `${first} earlier steps`));
  for (let i = first; i < count; ++i) {
    const step = steps[i];
    if (step.preempts) rows.push(make("div", "across switch", `switch to T${step.thread}`));
    const line = step.place ? `${step.place.file}:${step.place.line}` : "";
    const source = line !== lastLine.get(step.thread) ? step.source : "";
    if (line) lastLine.set(step.thread, line);
    const row = make("div", `step ${colourOf(step.thread)}${i === position - 1 ? " now" : ""}`,
      source ? make("span", "code", source) : "", toldOf(step));
    row.title = `step ${step.number}`;
    rows.push(inColumn(step.thread, row));
  }
  return rows;
}

function stuckText(stop) {
  const holder = stop.holder === null ? "" : `T${stop.holder}`;
  if (stop.operation === "join") return `waits for ${holder || "a thread"} to end, for ever`;
  return `waits for ${stop.object || "something"}${holder ? `, held by ${holder},` : ","} for ever`;
}

function showThreads(count) {
  const stuck = position < end ? [] : (report.waiting ?? []).filter((stop) => threadsWithSteps.includes(stop.thread));
  const rows = [...stepsUpTo(count), ...stuck.map((stop) =>
    inColumn(stop.thread, make("div", `step stuck ${colourOf(stop.thread)}`, stuckText(stop))))];
  const grid = make("div", "threads", ...threadsWithSteps.map(headOf), ...inRows(rows));
  grid.style.setProperty("--columns", threadsWithSteps.length);
  return grid;
}

function verdict() {
  const failure = report.failure;
  const panel = make("div", `verdict ${failure ? "wrong" : report.verdict}`, make("strong", "", failure?.headline || report.line));
  const facts = failure
    ? [["why", failure.why], ["try", failure.try], ["again", data.again], ["printed", report.printed?.trim()]]
    : (report.limits ?? []).map((limit) => ["limit", limit]);
  panel.append(make("dl", "", ...facts.filter((fact) => fact[1]).flatMap(([name, text]) =>
    [make("dt", "", name), make("dd", name === "printed" || name === "again" ? "code" : "", text)])));
  return panel;
}

const kRow = 34;
const kCharacter = 10;

function fitted(label, room) {
  const most = Math.max(4, Math.floor(room / kCharacter));
  return label.length <= most ? label : `${label.slice(0, most - 1)}…`;
}

// A bar for each result. On a narrow screen the label stands above its bar.
function histogram(bars, judged, width) {
  const narrow = width < 560;
  const left = narrow ? 0 : Math.min(width * 0.42, 16 + kCharacter * Math.max(...bars.map((bar) => bar.label.length)));
  const height = narrow ? kRow * 1.5 : kRow;
  const room = width - left - (judged ? 150 : 80);
  const largest = Math.max(1, ...bars.map((bar) => bar.count));
  const rows = bars.map((bar, i) => {
    const top = i * height + (narrow ? kRow / 2 : 0);
    const kind = !judged ? "unjudged" : bar.wrong ? "wrong" : "right";
    const long = bar.count === 0 ? 0 : Math.max(3, room * bar.count / largest);
    return makeSvg("g", { class: kind },
      makeSvg("text", narrow ? { x: 0, y: top } : { x: left - 10, y: top + 23, "text-anchor": "end" },
        fitted(bar.label, narrow ? width : left - 10)),
      makeSvg("rect", { x: left, y: top + 7, width: long, height: narrow ? kRow - 18 : kRow - 12, rx: 3 }),
      makeSvg("text", { x: left + long + 8, y: top + (narrow ? 20 : 23) }, judged && bar.count > 0 ? `${bar.count} ${kind}` : String(bar.count)));
  });
  const words = bars.map((bar) => `${bar.label}: ${bar.count}${judged ? (bar.wrong ? " wrong" : " right") : ""}`).join("; ");
  return makeSvg("svg", { role: "img", "aria-label": words, height: bars.length * height + 6 },
    makeSvg("defs", {}, makeSvg("pattern", { id: "hatched", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
      makeSvg("path", { d: "M2 0 V8" }))), ...rows);
}

function machine() {
  const panel = make("div", "machine");
  if (data.machine) {
    panel.append(make("p", "summary", data.machine.summary),
      histogram(data.machine.bars, data.machine.wrong > 0, at("stage").clientWidth || 600));
  }
  if (steps.length === 0) panel.append(make("h2", "", `In every order: ${data.small}`), verdict());
  else panel.append(make("p", "hint", make("kbd", "", "→"), ` steps through ${report.failure ? "the order that loses" : "this order"} (${data.small})`));
  return panel;
}

function say() {
  const words = at("said");
  const step = steps[position - 1];
  if (step) return words.replaceChildren(markOf(step.thread), toldOf(step), step.preempts ? make("span", "switch", "a switch") : "");
  if (position > 0) return words.replaceChildren(report.line);
  if (!data.machine) return words.replaceChildren(steps.length > 0 ? "Before the first step" : report.line);
  words.replaceChildren("On the real machine: ", make("span", "code", data.machine.command));
}

function placeText() {
  if (steps.length === 0) return data.small;
  if (position === 0) return `before the first of ${steps.length} steps`;
  return position === end ? `the end, after ${steps.length} steps` : `step ${position} of ${steps.length}`;
}

function show() {
  const count = Math.min(position, steps.length);
  const state = stateAfter(count);
  const stage = at("stage");
  document.body.classList.toggle("intro", position === 0 && data.machine !== null);
  say();
  at("place").textContent = placeText();
  showSource(state);
  showVariables(state);
  if (position === 0) stage.replaceChildren(machine());
  else stage.replaceChildren(...(position === end ? [verdict()] : []), showThreads(count));
  stage.scrollTop = position > 0 && position < end ? stage.scrollHeight : 0;
  at("progress").max = Math.max(1, end);
  at("progress").value = position;
  at("first").disabled = at("back").disabled = position === 0;
  at("on").disabled = at("last").disabled = position === end;
  at("play").disabled = end === 0;
}

function go(to) {
  position = Math.max(0, Math.min(end, to));
  show();
  if (position === end) pause();
}

function pause() {
  clearInterval(timer);
  timer = null;
  at("play").textContent = "Play";
  at("play").setAttribute("aria-pressed", "false");
}

function play() {
  if (end === 0) return;
  if (position === end) go(0);
  timer = setInterval(() => go(position + 1), kSecondsForAStep * 1000);
  at("play").textContent = "Pause";
  at("play").setAttribute("aria-pressed", "true");
  go(position + 1);
}

const toggle = () => (timer === null ? play() : pause());

// Whoever steps by hand wants to look: the play is over.
function step(to) {
  pause();
  go(to);
}

const keys = {
  ArrowRight: () => step(position + 1),
  ArrowLeft: () => step(position - 1),
  PageDown: () => step(position + 1),  // What a presenter's remote sends.
  PageUp: () => step(position - 1),
  Home: () => step(0),
  End: () => step(end),
  " ": toggle,
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});
// A button that has the focus is pressed by Space when the key comes up; Space is ours.
document.addEventListener("keyup", (event) => {
  if (event.key === " ") event.preventDefault();
});
at("first").addEventListener("click", () => step(0));
at("back").addEventListener("click", () => step(position - 1));
at("play").addEventListener("click", toggle);
at("on").addEventListener("click", () => step(position + 1));
at("last").addEventListener("click", () => step(end));
window.addEventListener("resize", show);

at("source").style.setProperty("--marks", mostMarks());
document.title = `${data.title}: a race, step by step`;
at("title").textContent = data.title;
show();
