// tests/browser/race_page.mjs: steps through the page of `./workbook race` in a headless Chromium, as a class sees it.
//
//   node race_page.mjs WORKBOOK SCREENSHOTS     the command; a folder for pictures to look at
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const [workbook, pictures] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), "workbook-browser."));
const sizes = {
  wall: { viewport: { width: 1280, height: 720 }, colorScheme: "light" },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: "light" },
  dark: { viewport: { width: 1280, height: 720 }, colorScheme: "dark" },
};

function makePage(name, what, ...options) {
  const file = join(scratch, `${name}.html`);
  try {
    execFileSync(workbook, ["race", what, "--html", file, ...options], { stdio: ["ignore", "pipe", "pipe"] });
  } catch (error) {
    assert.equal(error.status, 1, `race ${what} ended with ${error.status}: ${error.stderr}`);  // something was wrong
  }
  return file;
}

const dataIn = (html) => JSON.parse(/<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)[1]);

// Opens a page in a size, lets `look` at it, and sees to it that it asks the network for nothing and complains of nothing.
async function open(browser, file, size, look) {
  const context = await browser.newContext(sizes[size]);
  const page = await context.newPage();
  const complaints = [];
  page.on("console", (message) => complaints.push(`console: ${message.text()}`));
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  page.on("dialog", (dialog) => { complaints.push(`dialog: ${dialog.message()}`); dialog.dismiss(); });
  const url = pathToFileURL(file).href;
  page.on("request", (request) => { if (request.url() !== url) complaints.push(`request: ${request.url()}`); });
  await page.clock.install();
  await page.goto(url);
  await look(page, dataIn(readFileSync(file, "utf8")));
  assert.deepEqual(complaints, [], `${file} as ${size}`);
  await context.close();
}

// What a person reads, without blanks that differ.
const read = async (page, selector) => (await page.locator(selector).innerText()).replace(/\s+/g, " ").trim();
const allThatIsShown = async (page) => {
  const parts = ["#place", "#said", "#variables", "#stage"].map((selector) => read(page, selector));
  const marks = page.locator("#source .line.here").allInnerTexts();
  return JSON.stringify([...(await Promise.all(parts)), await marks]);
};

async function picture(page, name) {
  await page.screenshot({ path: join(pictures, `${name}.png`), animations: "disabled" });
}

// What the page must show of one step; reckoned from the report, apart from the page's own script.
async function expectStep(page, step, k, count, valueBefore) {
  assert.equal(await read(page, "#place"), `step ${k} of ${count}`);
  const said = await read(page, "#said");
  assert.ok(said.includes(`T${step.thread} ${step.told.replace(" -> ", " → ")}`), `step ${k} says: ${said}`);
  assert.equal(said.includes("a switch"), step.preempts, said);
  const newest = page.locator("#stage .step.now");
  assert.ok((await newest.innerText()).replace(/\s+/g, " ").includes(step.told.replace(" -> ", " → ")));
  assert.ok(await isInSight(newest, "#stage"), `step ${k} can't be seen among the threads`);
  if (step.place && step.operation !== "exit") {
    const line = page.locator("#source .line.now");
    assert.equal(await line.locator(".number").innerText(), String(step.place.line));
    assert.ok((await line.locator(".mark").allInnerTexts()).some((mark) => mark.endsWith(`T${step.thread}`)));
    assert.ok(await isInSight(line, "#source"), `line ${step.place.line} can't be seen`);
  }
  if (!step.variable || step.after === "") return;
  const variable = page.locator(".variable").filter({ has: page.getByText(step.variable, { exact: true }) });
  const changed = step.before !== step.after;
  assert.equal((await variable.locator(".value").innerText()).replace(/\s+/g, " "),
    changed ? `${step.before} → ${step.after}` : step.after);
  assert.equal(valueBefore.get(step.variable) ?? step.before, step.before, "the story has a gap");
  valueBefore.set(step.variable, step.after);
}

const isInSight = (locator, panel) => locator.evaluate((element, selector) => {
  const outer = document.querySelector(selector).getBoundingClientRect();
  const inner = element.getBoundingClientRect();
  const middle = (inner.top + inner.bottom) / 2;
  return middle > outer.top && middle < outer.bottom && middle < window.innerHeight;
}, panel);

async function expectToFit(page, name) {
  const [wide, high] = await page.evaluate(() => [document.scrollingElement.scrollWidth - window.innerWidth,
    document.scrollingElement.scrollHeight - window.innerHeight]);
  assert.ok(wide <= 0 && high <= 0, `${name} is ${wide} pixels too wide and ${high} too high`);
}

// Forwards to the end and backwards again: each step looks the same both times.
async function stepThrough(page, { report, machine }) {
  const steps = report.steps;
  assert.match(await read(page, "#stage"), /\d+ of 20 runs (was|were) wrong|nothing wrong in 20 runs/);
  assert.equal(await page.locator("#stage svg[role=img] rect").count(), machine.bars.length);
  const shown = [await allThatIsShown(page)];
  const values = new Map();
  for (let k = 1; k <= steps.length; ++k) {
    await page.keyboard.press("ArrowRight");
    await expectStep(page, steps[k - 1], k, steps.length, values);
    shown.push(await allThatIsShown(page));
  }
  await page.keyboard.press("ArrowRight");
  await expectVerdict(page, report);
  await page.keyboard.press("ArrowRight");  // There is nothing behind the end.
  await expectVerdict(page, report);
  for (let k = steps.length; k >= 0; --k) {
    await page.keyboard.press("ArrowLeft");
    assert.equal(await allThatIsShown(page), shown[k], `position ${k} looks different on the way back`);
  }
  await page.keyboard.press("ArrowLeft");
  assert.equal(await allThatIsShown(page), shown[0]);
}

async function expectVerdict(page, report) {
  const verdict = await read(page, ".verdict");
  for (const part of [report.failure.headline, report.failure.why, report.failure.try, `--replay ${report.replay}`]) {
    assert.ok(verdict.includes(part.replace(/\s+/g, " ")), `the verdict lacks '${part}': ${verdict}`);
  }
  assert.equal(await page.locator(".step.stuck").count(), report.waiting.length);
}

async function useKeysAndButtons(page, { report }) {
  const place = () => read(page, "#place");
  const count = report.steps.length;
  await page.keyboard.press("End");
  await expectVerdict(page, report);
  await page.keyboard.press("Home");
  assert.equal(await place(), `before the first of ${count} steps`);
  await page.getByRole("button", { name: "one step on" }).click();
  assert.equal(await place(), `step 1 of ${count}`);
  await page.keyboard.press("PageDown");
  await page.getByRole("button", { name: "one step back" }).click();
  assert.equal(await place(), `step 1 of ${count}`);
  await page.getByRole("button", { name: "to the end" }).click();
  assert.equal(await place(), `the end, after ${count} steps`);
  await page.getByRole("button", { name: "to the beginning" }).click();
  assert.ok(await page.getByRole("button", { name: "one step back" }).isDisabled());
  // Space plays wherever the focus is, and pauses.
  await page.getByRole("button", { name: "one step on" }).focus();
  await page.keyboard.press("Space");
  assert.equal(await place(), `step 1 of ${count}`);
  await page.clock.runFor(1700);
  assert.equal(await place(), `step 2 of ${count}`);
  await page.keyboard.press("Space");
  await page.clock.runFor(60_000);
  assert.equal(await place(), `step 2 of ${count}`);
  await page.getByRole("button", { name: "Play" }).click();
  await page.clock.runFor(60_000);
  assert.equal(await place(), `the end, after ${count} steps`);
  assert.equal(await page.getByRole("button", { name: "Play" }).getAttribute("aria-pressed"), "false");
  assert.equal(await page.getByRole("status").getAttribute("aria-live"), "polite");
}

// Text against what is behind it, by the rule of the Web's guidelines: at least 4.5 to 1.
async function expectContrast(page, name) {
  const low = await page.evaluate(() => {
    const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
    const rgba = (colour) => {
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = (colour) => {
      const [r, g, b] = rgba(colour).slice(0, 3).map((part) => part / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element) => {
      for (let e = element; e; e = e.parentElement) {
        const colour = getComputedStyle(e).backgroundColor;
        if (rgba(colour)[3] > 127) return colour;
      }
      return "white";
    };
    const texts = [...document.querySelectorAll("body *")].filter((element) => !element.matches("script, button:disabled") &&
      !element.closest("svg, button") && [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim()));
    return texts.flatMap((element) => {
      const [one, other] = [light(getComputedStyle(element).color), light(behind(element))].sort((a, b) => b - a);
      const ratio = (one + 0.05) / (other + 0.05);
      return ratio < 4.5 ? [`${element.className}: ${element.textContent.slice(0, 30)} (${ratio.toFixed(2)})`] : [];
    });
  });
  assert.deepEqual(low, [], `${name} is hard to read`);
}

async function lookAtAllSizes(browser, file, name, stepsToShow) {
  for (const size of Object.keys(sizes)) {
    await open(browser, file, size, async (page) => {
      for (const keys of [0, stepsToShow, "end"]) {
        if (keys === "end") await page.keyboard.press("End");
        else for (let i = 0; i < keys; ++i) await page.keyboard.press("ArrowRight");
        await expectToFit(page, `${name} as ${size}`);
        await expectContrast(page, `${name} as ${size}`);
        await picture(page, `${name}_${size}_${keys}`);
      }
    });
  }
}

const kHostile = `#include <cstdio>
#include <thread>
int total = 0;  // </script><img src=x onerror=alert(1)> <!-- "quotes" & {{data}}
void add() { ++total; }
int main() {
  std::thread one(add), other(add);
  one.join(), other.join();
  std::printf("</script><img src=x onerror=alert(%d)>\\n", total);
  return total == 2 ? 0 : 1;
}
`;

async function expectHostileTextToBeText(browser) {
  const source = join(scratch, "hostile.cpp");
  writeFileSync(source, kHostile);
  await open(browser, makePage("hostile", source, "--runs", "2"), "wall", async (page) => {
    await page.keyboard.press("End");
    assert.equal(await page.locator("img").count(), 0);
    assert.ok((await read(page, "#source")).includes('</script><img src=x onerror=alert(1)> <!-- "quotes" & {{data}}'));
    assert.ok((await read(page, ".verdict")).includes("</script><img src=x onerror=alert(1)>"));
  });
}

async function expectProofWithoutSteps(browser) {
  const file = makePage("locked", "03", "--runs", "2", "--", "locked");
  await open(browser, file, "wall", async (page, { report }) => {
    assert.equal(report.verdict, "proved");
    assert.ok((await read(page, ".verdict")).includes("proved: no schedule fails"));
    assert.ok((await read(page, "#source")).includes("const std::scoped_lock hold(mutex);"));
    for (const key of ["ArrowRight", "End", "Space", "Home", "ArrowLeft"]) await page.keyboard.press(key);
    assert.ok(await page.getByRole("button", { name: "one step on" }).isDisabled());
    await picture(page, "proved_wall");
  });
}

// A story of very many steps is stepped as quickly as a short one: few of them are drawn.
async function expectHugeStoryToBeShown(browser, file) {
  const html = readFileSync(file, "utf8");
  const data = dataIn(html);
  const one = data.report.steps.find((step) => step.variable);
  data.report.steps = Array.from({ length: 20_000 }, (_, i) => ({ ...one, number: i + 1 }));
  const huge = join(scratch, "huge.html");
  const json = JSON.stringify(data).replaceAll("<", "\\u003c");
  writeFileSync(huge, html.replace(/(id="data">).*?(<\/script>)/s, (_, before, after) => before + json + after));
  await open(browser, huge, "wall", async (page) => {
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    assert.equal(await read(page, "#place"), "step 20000 of 20000");
    assert.ok((await page.locator("#stage .step").count()) < 100);
    assert.match(await read(page, "#stage"), /19940 earlier steps/);
  });
}

mkdirSync(pictures, { recursive: true });
// Root may not start Chromium's sandbox. The pages are our own.
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: process.getuid() === 0 ? ["--no-sandbox"] : [],
});
try {
  const total = makePage("total", "02", "--runs", "20");
  const letter = makePage("letter", "05", "--runs", "20");
  for (const file of [total, letter]) {
    await open(browser, file, "wall", stepThrough);
    await open(browser, file, "phone", stepThrough);
    await open(browser, file, "wall", useKeysAndButtons);
  }
  await lookAtAllSizes(browser, total, "total", 9);
  await lookAtAllSizes(browser, letter, "letter", 8);
  await expectHostileTextToBeText(browser);
  await expectProofWithoutSteps(browser);
  await expectHugeStoryToBeShown(browser, total);
  console.log(`the page of race: forwards, backwards, by keys and by buttons; pictures in ${pictures}`);
} finally {
  await browser.close();
  rmSync(scratch, { recursive: true });
}
