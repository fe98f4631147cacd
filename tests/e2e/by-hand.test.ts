/** A model made by hand, by keyboard: threats, one mitigation for both, its strength, a Task that needs a story. */
import { openPage } from '../fixtures/hub-pages';
import { journey } from '../fixtures/journey';

const { host, page, hub } = journey({ process: 'scrum', mouse: 'none' });

const saved = () => hub.getByRole('status').filter({ hasText: 'Saved' }).waitFor();
/** As a person without a mouse does it. */
const press = async (name: string | RegExp) => {
  const button = hub.getByRole('button', { name }).last();
  await button.focus();
  await page.keyboard.press('Enter');
};

async function addThreat(title: string): Promise<void> {
  await press('New threat');
  await hub.getByRole('dialog').getByRole('textbox', { name: 'Title' }).fill(title);
  await press('Add threat');
  // The new threat opens in the panel, to be judged at once.
  await hub.getByRole('dialog').getByText('Why this number').waitFor();
  await page.keyboard.press('Escape');
  await hub.getByRole('dialog').waitFor({ state: 'detached' });
}

test('an empty model, two threats, one mitigation for both', async () => {
  await page.goto(host.hub);
  await press('Start an empty model');
  await page.keyboard.type('Returns desk');
  await page.keyboard.press('Enter');
  await hub.getByRole('heading', { name: 'Returns desk', level: 1 }).waitFor();
  await openPage(hub, /Threats/);
  await addThreat('A parcel label is copied');
  await addThreat('A refund goes to another account');
  const all = hub.getByRole('checkbox', { name: 'Select all threats' });
  await all.focus();
  await page.keyboard.press('Space');
  await press('Add mitigation…');
  const dialog = hub.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Check the order before a refund');
  await dialog.getByRole('textbox', { name: 'How to implement' }).fill('Look the order up by its owner.');
  await dialog.getByRole('textbox', { name: 'How to verify' }).fill('A refund for another order is refused.');
  await press('Add mitigation');
  await saved();
});

test('its strength at a place is judged, and the panel says why it has no effect yet', async () => {
  await openPage(hub, /Threats/);
  await hub
    .getByRole('button', { name: 'A parcel label is copied' })
    .or(hub.getByText('A parcel label is copied'))
    .first()
    .click();
  const strength = hub
    .getByRole('dialog')
    .getByRole('combobox', { name: /^Strength for/ })
    .first();
  await strength.selectOption('strong');
  await saved();
  // Nobody has decided on the mitigation yet, so it has no effect, and the panel says so.
  await hub.getByText('No effect').waitFor();
  await hub.getByText('Strength', { exact: true }).first().waitFor();
  await page.keyboard.press('Escape');
});

test('a mitigation without a story asks for one, and becomes a Task under it', async () => {
  await openPage(hub, /Mitigations/);
  await press(/^Create tasks/);
  const dialog = hub.getByRole('dialog');
  await dialog
    .getByText(/needs? a story/)
    .first()
    .waitFor();
  await dialog.getByText(/Backlogs hide Tasks without a parent/).waitFor();
  await dialog
    .getByRole('combobox', { name: 'Put under the story' })
    .or(dialog.getByRole('textbox'))
    .first()
    .fill('parcel');
  await dialog
    .getByRole('option', { name: /parcel/i })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Create 1 task' }).waitFor();
  await press('Create 1 task');
  await dialog.getByText('1 Task is in the backlog.').waitFor();
  await press('Close');
});

test('closed in its work item form, the mitigation is implemented', async () => {
  const row = hub.getByRole('row', { name: /Check the order before a refund/ });
  const task = Number(/#(\d+)/.exec(await row.innerText())?.[1]);
  await page.goto(`${host.origin}/local/Shop/_workitems/edit/${task}`);
  await page.getByText('Look the order up by its owner.').waitFor();
  await page.getByText('A refund for another order is refused.').waitFor();
  await page.getByRole('combobox', { name: 'State' }).selectOption('Done');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('button', { name: 'Save', exact: true, disabled: true }).waitFor();
  await page.goto(host.hub);
  await openPage(hub, /Mitigations/);
  await hub
    .getByRole('row', { name: /Check the order before a refund/ })
    .getByText('Implemented')
    .first()
    .waitFor();
});
