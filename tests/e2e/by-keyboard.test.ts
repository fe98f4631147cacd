/** Champion, product owner and developer without a mouse: every step is reached with Tab and taken with Enter or Space. */
import type { Frame } from 'playwright-core';
import { journey } from '../fixtures/journey';

const { host, page } = journey({ seed: 'figures' });

async function ours(text: RegExp): Promise<Frame> {
  const isOurs = (each: Frame) => each.url().includes('gallerycdn');
  if (!page.frames().some(isOurs)) await page.waitForEvent('framenavigated', isOurs);
  const frame = page.frames().find(isOurs);
  if (!frame) throw new Error('The page has no frame of the extension.');
  await frame.getByText(text).first().waitFor();
  return frame;
}

/** What the focus stands on, in the words of a screen reader, as well as a page can tell. */
const focused = (frame: Frame): Promise<string> =>
  frame.evaluate(() => {
    const element = document.activeElement;
    const label = element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    return document.hasFocus()
      ? `${element?.getAttribute('role') ?? element?.tagName ?? ''} ${label.trim()}`
      : '';
  });

/** Presses Tab until the focus stands on the thing; a visible mark of focus must stand there too. */
async function tabTo(frame: Frame, what: RegExp): Promise<void> {
  for (let press = 0; press < 150; press += 1) {
    if (what.test(await focused(frame))) {
      const visible = await frame.evaluate(() => {
        const element = document.activeElement;
        if (!element) return false;
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return outlineStyle !== 'none' || boxShadow !== 'none';
      });
      expect([String(what), visible]).toEqual([String(what), true]);
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never reaches ${String(what)}`);
}

test('product owner: a clause gets its threat on the alignment tab', async () => {
  await page.goto(`${host.origin}/local/Shop/_boards/board?pane=without.without.alignment-tab`);
  const frame = await ours(/6 findings in 5 stories/);
  const region = frame.getByRole('region', { name: /clause has no threat/ });
  if ((await region.getByRole('button', { name: /^Link: Card data/ }).count()) === 0) {
    await tabTo(frame, /seeing the card number/);
    await page.keyboard.press('Enter');
  }
  await tabTo(frame, /Link: Card data/);
  await page.keyboard.press('Enter');
  await frame.getByText('5 findings in 5 stories and 4 threats').waitFor();
  // The button is gone with its finding: the focus must not be gone with it.
  await frame.waitForFunction(() => document.activeElement?.tagName === 'H1');
});

test('product owner: a Task comes into the sprint', async () => {
  await page.goto(`${host.origin}/local/Shop/_sprints/taskboard?pane=without.without.sprint-tab`);
  const frame = await ours(/3 mitigations not in this sprint/);
  await tabTo(frame, /Bring into this sprint/);
  await page.keyboard.press('Space');
  // The plan is shown first, and the focus stands in it.
  await tabTo(frame, /Write 1 change/);
  await page.keyboard.press('Enter');
  await frame.getByText('2 mitigations not in this sprint').first().waitFor();
});

test('developer: a clause is written on the form and saved', async () => {
  await page.goto(`${host.origin}/local/Shop/_workitems/edit/3`);
  const frame = await ours(/A signed-in attacker/);
  await tabTo(frame, /Write a clause for A signed-in attacker/);
  await page.keyboard.press('Enter');
  await tabTo(frame, /TEXTAREA|INPUT|textbox/);
  await page.keyboard.press('Control+a');
  await page.keyboard.type('anyone else seeing what I bought');
  await tabTo(frame, /Write clause/);
  await page.keyboard.press('Enter');
  await page.getByText('Unsaved changes').waitFor();
});

const model = '/_apps/hub/without.without.hub?model=0000000f-0000-4000-8000-000000000001';

test('champion: a threat is judged, and a mitigation gets its Task', async () => {
  await page.goto(`${host.origin}/local/Shop${model}&tab=threats`);
  const frame = await ours(/Card data is stolen/);
  await tabTo(frame, /Probability of Passwords are guessed/);
  await page.keyboard.press('End');
  await frame.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
  await page.goto(`${host.origin}/local/Shop${model}&tab=mitigations`);
  const hub = await ours(/Allow only scripts/);
  await tabTo(hub, /Select Allow only scripts/);
  await page.keyboard.press('Space');
  await tabTo(hub, /Create tasks/);
  await page.keyboard.press('Enter');
  await hub.getByRole('dialog').getByText('Pay by card').first().waitFor();
  await tabTo(hub, /Create 1 task/);
  await page.keyboard.press('Enter');
  await hub.getByText('1 Task is in the backlog.').waitFor();
  await page.keyboard.press('Escape');
  await hub.getByRole('dialog').waitFor({ state: 'detached' });
});
