/** The Security group of the work item form, in a real browser: what a developer sees and mends without leaving the form. */
import type { FrameLocator } from 'playwright-core';
import { journey } from '../fixtures/journey';

const { host, page, problems } = journey({ seed: 'figures' });
let group: FrameLocator;
/** Requests of the extension since the last `open`: extension data, and whatever its own frame asks. */
let requests: string[] = [];

beforeAll(async () => {
  page.on('request', (request) => {
    if (/\.(woff2?|ttf|eot)(\?|$)/.test(request.url())) problems.push(`a font was fetched: ${request.url()}`);
    const ours = request.frame() !== page.mainFrame() || request.url().includes('/ExtensionManagement/');
    if (ours && request.url().includes('/_apis/')) requests.push(`${request.method()} ${request.url()}`);
  });
  group = page.frameLocator('iframe[title="Security"]');
});

beforeEach(() => page.setViewportSize({ width: 1280, height: 900 }));

const main = () => group.getByRole('main');
const fits = () =>
  main().evaluate((element) => {
    const { clientHeight, clientWidth, scrollWidth } = document.documentElement;
    return scrollWidth <= clientWidth && element.getBoundingClientRect().height < clientHeight + 1;
  });
/** Read, and the frame as high as its content: what a mouse aims at before that moves away under it. */
async function settled(): Promise<void> {
  await group.locator('main[aria-busy="false"]').waitFor();
  for (let tries = 0; tries < 200 && !(await fits()); tries += 1) await page.waitForTimeout(50);
  expect(await fits()).toBe(true);
}
async function open(id: number): Promise<string> {
  await page.goto('about:blank');
  requests = [];
  await page.goto(`${host.origin}/local/Shop/_workitems/edit/${id}`);
  await settled();
  return main().innerText();
}
const button = (name: string | RegExp) => group.getByRole('button', { name });
const save = () => page.getByRole('button', { name: 'Save', exact: true }).click();
const anomalies = () => group.getByRole('list', { name: 'What does not fit together' }).innerText();

test('a story shows its clause, threats, mitigations and Task in two requests, and what is anomalous', async () => {
  const text = await open(1);
  expect(text).toContain('WITHOUT having my card data stolen');
  expect(text).toMatch(/Let the payment service take the card number[^]*Strong protection \(−75%\)\s+#6 New/);
  expect(await anomalies()).toContain('The story is in Sprint 2, its Task #6 is in no sprint.');
  expect(requests.map((request) => request.split(' ')[0])).toEqual(['GET', 'POST']);
});

test('the Task says what it treats, how to do and check it, and what it removes', async () => {
  const text = await open(6);
  expect(text).toContain('When it is done, it takes away 45 of the 60 points of risk that are left.');
  expect(text).toContain('Card details (Shopper → Web shop)');
  expect(text).toMatch(/How to implement\s+Embed/);
  expect(text).toMatch(/How to verify\s+Pay with a test card/);
});

test('another Task gets one line, in one request', async () => {
  expect(await open(7)).toBe('No threat or mitigation is linked to this Task.');
  expect(requests).toHaveLength(1);
});

test.each([
  [1, 320],
  [1, 1280],
  [6, 1280],
  [7, 320],
])('item %d in a window of %d pixels has no scroll bar of its own', async (id, width) => {
  await page.setViewportSize({ width, height: 900 });
  expect(await open(id)).not.toBe('');
});

test('the part of the diagram that the story’s threats strike is drawn and said in words, when asked for', async () => {
  await open(1);
  expect(requests).toHaveLength(2);
  await button('In the diagram').press('Enter');
  const drawing = group.getByRole('img', { name: 'Where the threats of #1 strike' });
  await drawing.waitFor();
  expect(await drawing.locator('text').allTextContents()).toEqual(
    expect.arrayContaining(['Shopper', 'Web shop']),
  );
  await group.getByText('The picture in words').press('Enter');
  const sentence =
    'Card details: from Shopper to Web shop; marked in the picture; 1 open threat, the worst critical.';
  await group.getByRole('listitem').filter({ hasText: sentence }).waitFor();
  // The Task of a mitigation has its own; it stands open where the browser lets the frame keep that habit.
  await open(6);
  const way = button('In the diagram');
  await way.waitFor();
  if ((await way.getAttribute('aria-expanded')) === 'false') await way.press('Enter');
  await group.getByRole('img', { name: 'Where the threats of #6 strike' }).waitFor();
  await button('In the diagram').press('Enter');
  await drawing.waitFor({ state: 'detached' });
});

test('a clause written from a threat is an unsaved edit, and is linked by saving the item', async () => {
  await open(3);
  await button(/^Write a clause for A signed-in attacker/).click();
  await group.getByLabel('What must not happen').fill('anyone else seeing what I bought');
  await button('Write clause').click();
  await group.getByText(/Will be linked to “A signed-in attacker/).waitFor();
  await page.getByText('Unsaved changes').waitFor();
  await save();
  await group.getByText('is linked.').waitFor();
  expect(await open(3)).toMatch(/WITHOUT anyone else seeing what I bought[^]*A signed-in attacker/);
  expect(await group.getByText('no clause speaks of it').count()).toBe(0);
});

test('one that is reverted leaves nothing behind', async () => {
  await open(5);
  await button('Write a clause').click();
  await group.getByRole('option', { name: /Passwords are guessed/ }).click();
  await button('Write clause').click();
  await group.getByText(/Will be linked/).waitFor();
  await page.getByRole('button', { name: 'Revert changes' }).click();
  await page.getByRole('button', { name: 'Discard' }).click();
  await group.getByText(/Will be linked/).waitFor({ state: 'detached' });
  expect(await open(5)).toContain('No threat is linked to this story.');
});

test('a threat is linked to a clause and unlinked again in place', async () => {
  await open(5);
  expect(await anomalies()).toContain('“seeing the card number” has no threat behind it');
  await button('Link a threat to the clause seeing the card number').click();
  await group.getByRole('combobox').fill('card stolen');
  await group.getByRole('option', { name: /Card data is stolen/ }).waitFor();
  await group.getByRole('combobox').press('Enter');
  await group.getByText('is linked.').waitFor();
  expect(await open(5)).toContain('1 threat: 60 of 60 points');
  await button(/^Unlink Card data/).click();
  await group.getByText('is not linked any more').waitFor();
  expect(await open(5)).toContain('No threat is linked to this story.');
});

test('a link leads to the Task', async () => {
  await open(1);
  await button('Open Task 6, New').click();
  await page.getByRole('dialog').getByText('Task 6').first().waitFor();
});

/** The frame goes with the form, often before it hears of the save; the next look at the story completes the link. */
test('a clause is linked although “Save and close” takes the form away with the save', async () => {
  await page.goto(`${host.origin}/local/Shop/_backlogs/backlog`);
  await page.getByRole('button', { name: 'Change my delivery address' }).click();
  await settled();
  await button('Write a clause').click();
  await group.getByRole('option', { name: /Passwords are guessed/ }).click();
  await group.getByLabel('What must not happen').fill('anyone guessing my password');
  const kept = page.waitForResponse(
    (response) => response.url().includes('.by-work-item') && response.request().method() === 'PATCH',
    { timeout: 30_000 },
  );
  await button('Write clause').click();
  await kept;
  await page.getByRole('button', { name: 'Save and close' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await open(2);
  await button('Unlink Passwords are guessed with lists from other breaches').waitFor();
  expect(await main().innerText()).toContain('WITHOUT anyone guessing my password');
});

test('a reader sees all of it and is offered nothing', async () => {
  await open(1);
  await page.getByRole('button', { name: /change user/ }).click();
  await page.getByRole('menuitemradio', { name: /Rita Reader/ }).click();
  await page.getByText('Read-only').waitFor();
  await group.getByText('WITHOUT having').waitFor();
  expect(await group.getByRole('button', { name: /^(Link|Unlink|Write)/ }).count()).toBe(0);
});

test('no page broke, and no font was fetched', () => {
  expect(problems).toEqual([]);
});
