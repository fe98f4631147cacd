/** A champion lets the knowledge base look at the drawing, asks why and why not, answers questions, and asks somebody. */
import { keysAlone, token } from '../fixtures/browser';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems, shot } = journey({ seed: 'figures' });
const model = '0000000f-0000-4000-8000-000000000001';

const tab = (name: string) => page.goto(`${host.hub}?model=${model}&tab=${name}`);
const button = (name: string | RegExp) => hub.getByRole('button', { name });
const saved = () => hub.getByText('Saved', { exact: true }).waitFor();
const changes = () => hub.getByRole('region', { name: 'What would change' });
const apply = () => changes().getByRole('button', { name: /^Add \d+ threats/ });
const added = async () => Number(/Add (\d+) threats/.exec((await apply().textContent()) ?? '')?.[1]);

test('the packages say what they would change, threat by threat with the reason, and it is applied as one edit', async () => {
  await tab('knowledge');
  await apply().waitFor();
  const all = await added();
  await hub.getByRole('radio', { name: /Light/ }).check();
  await changes()
    .getByRole('button', { name: new RegExp(`^Add ${all} `) })
    .waitFor({ state: 'detached' });
  const light = await added();
  expect(light).toBeGreaterThan(0);
  expect(light).toBeLessThan(all);
  const first = hub.locator('.wo-changes tbody tr').first();
  await first.locator('summary', { hasText: 'Why' }).click();
  await first.getByText(/It is given because|Nobody can tell yet because/).waitFor();
  const unwanted = (await first.locator('strong').textContent()) ?? '';
  await first.getByRole('checkbox').uncheck();
  await apply().click();
  await hub.getByText('New threats').waitFor();
  expect(await hub.locator('.wo-changes tbody tr').count()).toBe(1);
  await hub.locator('.wo-changes').getByText(unwanted).waitFor();
  await saved();
  await tab('threats');
  await hub.locator('.wo-pill', { hasText: 'Tentative' }).first().waitFor();
});

test('nothing in a row of the threats runs into the column beside it', async () => {
  for (const width of [1200, 1110, 1440, 1280]) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = () =>
      hub.locator('.wo-threats tbody td').evaluateAll((cells) =>
        cells.flatMap((cell) => {
          const { right, width: own } = cell.getBoundingClientRect();
          const parts = own === 0 ? [] : [...cell.querySelectorAll('select, button, .wo-stride, .wo-pill')];
          return parts.flatMap((part) =>
            part.getBoundingClientRect().right > right + 1 ? [part.textContent] : [],
          );
        }),
      );
    expect(await beyond()).toEqual([]);
  }
});

test('a tentative threat leads to the question that settles it', async () => {
  const row = hub.locator('tr', { has: hub.locator('.wo-pill', { hasText: 'Tentative' }) }).first();
  await row.locator('.wo-row-title').click();
  const panel = hub.getByRole('dialog');
  const waits =
    (await panel
      .getByText(/is not known\./)
      .first()
      .textContent()) ?? '';
  await panel.getByText('Whoever answers this settles it').scrollIntoViewIfNeeded();
  await shot('tentative');
  const link = panel.getByText('Whoever answers this settles it').getByRole('button');
  const question = (await link.textContent()) ?? '';
  expect(waits).toMatch(/^“.+” of .+ is not known\.$/);
  await link.click();
  const card = hub.locator('.wo-question-linked', { hasText: question });
  await card.getByText(/settles \d+ threats?/).waitFor();
});

test('what somebody wrote anew in a threat says what the package has there', async () => {
  await tab('threats');
  await hub.locator('tr', { hasText: 'Tentative' }).first().locator('.wo-row-title').click();
  const panel = hub.getByRole('dialog');
  const title = (await panel.getByRole('heading', { level: 2 }).textContent()) ?? '';
  await panel.getByRole('button', { name: 'Edit texts' }).click();
  await panel.getByLabel('Title').fill('As we say it');
  await panel.getByRole('button', { name: 'Save' }).click();
  await panel.getByText('Changed in this model, and kept').waitFor();
  await panel.getByText(`The package says: ${title}`).waitFor();
  await shot('own-words');
  await hub.getByText('Saved', { exact: true }).waitFor();
  await page.keyboard.press('Escape');
  await button(/^Undo/).first().click();
  await saved();
});

test('what was applied last is taken back after the page was closed, and that is undone like any edit', async () => {
  await tab('knowledge');
  await hub.getByText('The knowledge base was last applied on').waitFor();
  await button('Take it back…').click();
  const dialog = hub.getByRole('dialog');
  const effect = (await dialog.getByText(/^This removes/).textContent()) ?? '';
  const removed = Number(/removes (\d+) threats/.exec(effect)?.[1]);
  expect(removed).toBeGreaterThan(0);
  await shot('take-back');
  await dialog.getByRole('button', { name: 'Take it back' }).click();
  await button('Take it back…').waitFor({ state: 'detached' });
  await hub.getByRole('radio', { name: /Light/ }).check();
  // The one that was not wanted is offered again with the others.
  await changes()
    .getByRole('button', { name: new RegExp(`^Add ${removed + 1} threats`) })
    .waitFor();
  await saved();
  await button(/^Undo/).first().click();
  await button('Take it back…').waitFor();
  await saved();
});

test('one asks why a threat is not here', async () => {
  await tab('knowledge');
  await hub.getByRole('searchbox', { name: 'Find a threat of the packages' }).fill('uploaded');
  await hub
    .getByText(/It is not given because|Nobody can tell yet because|It is given because/)
    .last()
    .waitFor();
});

test('an answer is a fact, the threats follow it, and one undo takes back both', async () => {
  await tab('questions');
  const card = hub.locator('.wo-questions > li', { hasText: /settles \d+ threats?/ }).first();
  const text = (await card.locator('strong').first().textContent()) ?? '';
  // The answers stand below their question over its whole width, not squeezed beside it.
  const [asked, answers] = [card.locator('strong').first(), card.locator('.wo-answers')];
  const [above, below] = [await asked.boundingBox(), await answers.boundingBox()];
  expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
  expect(below?.x).toBe(above?.x);
  // Arrow keys take every choice on their way, so by keyboard it is the first one.
  const choices = card.getByRole('radio');
  const order = () => hub.locator('.wo-questions > li strong').allTextContents();
  const before = await order();
  await (keysAlone ? choices.first() : choices.last()).check();
  const answered = hub.locator('.wo-questions > li', { hasText: text });
  await answered.getByText('Answered', { exact: true }).waitFor();
  await answered.getByText(/Does not hold any more|Certain now|New:/).waitFor();
  // Its card stays under the hand that answered; what follows from the answer is asked below.
  const place = before.indexOf(text);
  expect((await order()).slice(0, place + 2)).toEqual(before.slice(0, place + 2));
  await saved();
  await answered.getByRole('button', { name: 'Take the answer back' }).click();
  await answered.getByText(/Open again|Back again/).waitFor();
  await hub.getByText(/^0 of \d+ questions answered/).waitFor();
  await saved();
  await button(/^Undo/).click();
  await hub.getByText(/^1 of \d+ questions answered/).waitFor();
  await button(/^Undo/).click();
  await hub.getByText(/^0 of \d+ questions answered/).waitFor();
});

test('somebody is asked by a work item, and the answer that was left standing is taken from there', async () => {
  await tab('questions');
  const card = hub.locator('.wo-questions > li').first();
  const text = (await card.locator('strong').first().textContent()) ?? '';
  await card.getByRole('button', { name: 'Ask somebody…' }).click();
  const link = hub.locator('.wo-questions > li', { hasText: text }).getByRole('button', { name: /^Open #/ });
  await link.waitFor();
  const id = Number(/#(\d+)/.exec((await link.textContent()) ?? '')?.[1]);
  await saved();
  const address = `${host.origin}/local/_apis/wit/workItems/${id}?api-version=7.1`;
  const headers = { authorization: `Bearer ${token}` };
  const item = (await (await fetch(address, { headers })).json()) as { fields: Record<string, string> };
  expect(item.fields['System.Tags']).toBe('security-question');
  const labels = [...(item.fields['System.Description'] ?? '').matchAll(/<li>(.*?)<\/li>/g)].map(
    ([, label]) => label ?? '',
  );
  expect(labels.length).toBeGreaterThan(1);
  const patch = [
    { op: 'add', path: '/fields/System.Description', value: `<ul><li>${labels[0]}</li></ul>` },
    { op: 'add', path: '/fields/System.State', value: 'Closed' },
  ];
  const answer = await fetch(address, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify(patch),
  });
  expect(answer.status).toBe(200);
  await tab('questions');
  const again = hub.locator('.wo-questions > li', { hasText: text });
  await again.getByRole('button', { name: 'Take the answer from there' }).click();
  await again.getByText('Answered', { exact: true }).waitFor();
  expect(await again.getByRole('radio').first().isChecked()).toBe(true);
});

test('"no threat model needed" has a name and a reason, and can be taken back', async () => {
  await tab('knowledge');
  await button('No threat model needed…').click();
  await hub.getByLabel('Who decides').fill('Olivia Owner');
  await hub.getByRole('textbox', { name: 'Why' }).fill('Only public pages.');
  await button('Note it').click();
  await hub.getByText(/Olivia Owner decided on .*: Only public pages\./).waitFor();
  await button('It is needed after all').click();
  await hub.getByRole('heading', { name: 'Knowledge packages' }).waitFor();
});

test('no page threw', () => expect(problems).toEqual([]));
