/** Figures of the hub with a model of 1,000 elements, 5,000 threats and 10,000 treatments, in a browser. Milliseconds. */
import { performance } from 'node:perf_hooks';

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const spread = (numbers) => ({
  median: median(numbers),
  min: Math.min(...numbers),
  max: Math.max(...numbers),
  runs: numbers.length,
});

const threatRow = (frame) => frame.locator('.wo-threats tbody tr');
const diagramNode = (frame) => frame.locator('.x6-node');

/** From the address to the first row or node on the screen, each in a profile of its own. */
async function opening(browser, address, shows) {
  const times = [];
  for (let run = 0; run < 5; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    const start = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await shows(page.frameLocator('iframe').first()).first().waitFor();
    times.push(performance.now() - start);
    await context.close();
  }
  return spread(times);
}

const hubFrame = (page) => page.frames().find((frame) => frame.url().includes('gallerycdn'));

/** From the choice of a value until the next picture is drawn. */
async function editing(page) {
  const frame = hubFrame(page);
  const times = [];
  for (let run = 0; run < 9; run += 1) {
    const elapsed = await frame.evaluate(async (at) => {
      const select = globalThis.document.querySelectorAll('.wo-threats tbody select')[0];
      const others = [...select.options]
        .map((option) => option.value)
        .filter((value) => value !== select.value);
      const start = performance.now();
      Object.getOwnPropertyDescriptor(globalThis.HTMLSelectElement.prototype, 'value').set.call(
        select,
        others[at % others.length],
      );
      select.dispatchEvent(new globalThis.Event('change', { bubbles: true }));
      await new Promise((done) => globalThis.requestAnimationFrame(() => setTimeout(done, 0)));
      return performance.now() - start;
    }, run);
    if (run > 0) times.push(elapsed);
    await page.frameLocator('iframe').first().getByText('Saved', { exact: true }).waitFor();
  }
  return spread(times);
}

/** Writes of one edit. */
async function writesOf(page, edit) {
  let count = 0;
  const watch = (request) => {
    if (/Data\/Scopes/.test(request.url()) && ['PUT', 'POST', 'PATCH'].includes(request.method())) count += 1;
  };
  page.on('request', watch);
  await edit();
  page.off('request', watch);
  return count;
}

/** The longest task while something moves. */
async function longestTask(page, move) {
  const frame = hubFrame(page);
  await frame.evaluate(() => {
    globalThis.longest = 0;
    globalThis.watcher = new globalThis.PerformanceObserver((list) => {
      for (const { duration } of list.getEntries())
        globalThis.longest = Math.max(globalThis.longest, duration);
    });
    globalThis.watcher.observe({ entryTypes: ['longtask'] });
  });
  await move();
  return frame.evaluate(async () => {
    await new Promise((done) => setTimeout(done, 300));
    globalThis.watcher.disconnect();
    return globalThis.longest;
  });
}

async function wheel(page, { x = 800, y = 600, dx = 0, dy = 0, times = 30 }) {
  await page.mouse.move(x, y);
  for (let turn = 0; turn < times; turn += 1) {
    await page.mouse.wheel(dx, dy);
    await page.waitForTimeout(30);
  }
}

/** Pulls the sheet at its empty upper edge, there and back. */
async function panning(page) {
  const box = await page.frameLocator('iframe').first().locator('.wo-dfd-sheet').boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  for (let turn = 0; turn < 60; turn += 1) {
    const way = turn < 30 ? turn : 60 - turn;
    await page.mouse.move(x + way * 4, y + way * 6);
    await page.waitForTimeout(20);
  }
  await page.mouse.up();
}

/** Lines are drawn a few at a time after the page is there. */
async function drawn(page) {
  const count = () => hubFrame(page).evaluate(() => globalThis.document.querySelectorAll('.x6-cell').length);
  for (let last = -1, now = await count(); now !== last; now = await count()) {
    last = now;
    await page.waitForTimeout(1000);
  }
}

/** `hub`: the address of the hub; `model`: the id of the large model. */
export async function workbenchFigures(browser, { hub, model }) {
  const threats = `${hub}?model=${model}&tab=threats`;
  const diagram = `${hub}?model=${model}&tab=diagram`;
  const opens = await opening(browser, threats, threatRow);
  const draws = await opening(browser, diagram, diagramNode);
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(threats);
  await threatRow(page.frameLocator('iframe').first()).first().waitFor();
  await page.waitForTimeout(1500);
  const edit = await editing(page);
  const writes = await writesOf(page, async () => {
    const select = page.frameLocator('iframe').first().locator('.wo-threats tbody select').first();
    const value = await select.inputValue();
    await select.selectOption(value === 'likely' ? 'rare' : 'likely');
    await page.waitForTimeout(1000);
    await page.frameLocator('iframe').first().getByText('Saved', { exact: true }).waitFor();
  });
  const scroll = await longestTask(page, () => wheel(page, { dy: 400 }));
  await page.goto(diagram);
  await diagramNode(page.frameLocator('iframe').first()).first().waitFor();
  await drawn(page);
  const pan = await longestTask(page, () => panning(page));
  await page.close();
  const one = (value) => ({ median: value, min: value, max: value, runs: 1 });
  return {
    'large model, list of threats opens': opens,
    'large model, diagram opens': draws,
    'large model, an edit on the screen': edit,
    [`large model, longest task scrolling (${writes} writes per edit)`]: one(scroll),
    'large model, longest task panning': one(pan),
  };
}
