/**
 * What keeps the diagram of a large system quick: its code comes while the model is read, and the sheet is moved as it
 * was painted, without laying out any part again for each pixel.
 */
import { keysAlone } from '../fixtures/browser';
import { journey } from '../fixtures/journey';

const { browser, host, page, hub, problems } = journey({ seed: 'figures' });
const model = '0000000f-0000-4000-8000-000000000001';

const sheet = () => hub.getByRole('application');
const shop = () =>
  hub.locator('.wo-dfd-sheet .x6-cell', { hasText: 'Web shop' }).first().locator('.wo-dfd-body');

async function placeOfShop() {
  const box = await shop().boundingBox();
  if (!box) throw new Error('It is not in sight.');
  return box;
}

const steps = 20;

/** 120 pixels to the right, by hand at the empty upper edge. */
async function pull(): Promise<void> {
  const box = await sheet().boundingBox();
  if (!box) throw new Error('The sheet is not in sight.');
  const [x, y] = [box.x + box.width / 2, box.y + 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 120, y, { steps });
  await page.mouse.up();
}

interface Layout {
  readonly dirtyObjects: number;
  /** A document: of the page, of a frame, or of a picture that is an SVG. */
  readonly frame: string;
  /** Of a drawing alone. */
  readonly partialLayout: boolean;
}
interface TraceEvent {
  readonly name: string;
  readonly args: { readonly beginData?: Layout };
}

/** Every time that the browser laid something out. */
async function layouts(move: () => Promise<void>): Promise<readonly Layout[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await move();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  return traceEvents.flatMap(({ name, args }) =>
    name === 'Layout' && args.beginData ? [args.beginData] : [],
  );
}

test('the code of the canvas is loaded while the model is still read', async () => {
  const code = page.waitForResponse(
    async (answer) => answer.url().endsWith('.js') && (await answer.text()).includes('x6-graph'),
  );
  const documents = new RegExp(`Collections/[^/]*${model}/Documents`);
  await page.route(documents, async (route) => {
    await code;
    await route.continue();
  });
  await page.goto(`${host.hub}?model=${model}&tab=diagram`);
  await shop().waitFor();
  await page.unroute(documents);
});

test('a moved sheet shows its parts elsewhere, and lays out nothing but the frame in the overview', async () => {
  const before = await placeOfShop();
  await sheet().focus();
  const done = await layouts(async () => {
    if (!keysAlone) return pull();
    for (let step = 0; step < steps; step += 1)
      await page.keyboard.press(step % 2 === 0 || step === 1 ? 'ArrowLeft' : 'ArrowRight');
  });
  expect(Math.round((await placeOfShop()).x - before.x)).toBe(120);
  const drawings = done.filter(({ partialLayout }) => partialLayout);
  expect(drawings.length).toBeGreaterThan(0);
  // The frame of the overview and what holds it; four elements and their lines have more than twenty.
  expect(Math.max(...drawings.map(({ dirtyObjects }) => dirtyObjects))).toBeLessThan(5);
  // The page, ours in it, and a picture of the grid; not one for each step.
  expect(new Set(done.map(({ frame }) => frame)).size).toBeLessThan(6);
  // What came elsewhere is found there by whoever presses it.
  if (keysAlone) return;
  await shop().click({ position: { x: 12, y: before.height / 2 } });
  const name = hub.getByRole('region', { name: 'Selected part' }).getByRole('textbox', { name: 'Name' });
  expect(await name.inputValue()).toBe('Web shop');
});

test('no page threw', () => expect(problems).toEqual([]));
