/** A long sync can be watched and stopped, and goes on where it ended: no Task twice, none lost. */
import { connect } from '../../src/cli/connect';
import { token } from '../fixtures/browser';
import { faultsOf } from '../fixtures/faults';
import { aMitigation, aModel, aStoryLink, aThreat, aTreatment } from '../fixtures/sample-model';
import { journey } from '../fixtures/journey';

const count = 250;
const { host, page, hub, shot, shotInTheDark } = journey({ seed: 'empty' });

const connected = () =>
  connect(
    { org: `${host.origin}/local`, project: 'Shop', publisher: undefined },
    { environment: { WITHOUT_TOKEN: token } },
  );

async function story(title: string): Promise<number> {
  const url = `${host.origin}/local/Shop/_apis/wit/workitems/$User%20Story?api-version=7.1`;
  const answer = await fetch(url, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json-patch+json' },
    body: JSON.stringify([{ op: 'add', path: '/fields/System.Title', value: title }]),
  });
  return ((await answer.json()) as { readonly id: number }).id;
}

beforeAll(async () => {
  const numbers = Array.from({ length: count }, (_, n) => n + 1);
  const { app } = await connected();
  const id = await story('Pay by card');
  const { model } = await app.createModel(
    aModel({
      threats: numbers.map((n) => aThreat(n)),
      mitigations: numbers.map((n) => aMitigation(n, { kind: 'approved' })),
      treatments: numbers.map((n) => aTreatment(n, { threat: n, mitigation: n })),
      links: numbers.map((n) => aStoryLink(n, n, id)),
    }),
  );
  await page.goto(`${host.hub}?model=${model.info.id}&tab=sync`);
});

const button = (name: string | RegExp) => hub.getByRole('button', { name });
const tasks = async (): Promise<readonly string[]> => {
  const { ports } = await connected();
  return (await ports.backlog.tasks.tagged('security-mitigation')).map(({ title }) => title);
};

test('progress is told in counts, and Stop ends it after the batch that is under way', async () => {
  const faults = faultsOf(host, token);
  // Two thousand milliseconds would do for a person; held until let go of, no machine is too slow for the test.
  const held = await faults.add(
    { method: 'PATCH', path: '**/_apis/wit/$batch' },
    { kind: 'hold' },
    { from: 2 },
  );
  await button(`Write ${count} steps`).click();
  await held.matched(1);
  await hub.getByText(/Writing… 100 of 250/).waitFor();
  expect(await hub.getByRole('progressbar', { name: 'Steps done' }).getAttribute('value')).toBe('100');
  await shotInTheDark('sync-progress');
  await shot('sync-progress');
  await button('Stop').click();
  await hub.getByText(/Stopping after this batch/).waitFor();
  await held.release();
  await hub
    .getByText(/200 steps done/)
    .first()
    .waitFor();
  await hub.getByText(/50 were not tried: stopped before them/i).waitFor();
  await faults.reset();
  expect((await tasks()).length).toBe(200);
});

test('writing again makes the rest, and none twice', async () => {
  await button('Write 50 steps').click();
  await hub.getByText('Model and backlog say the same.').waitFor();
  const made = await tasks();
  expect(made).toHaveLength(count);
  expect(new Set(made).size).toBe(count);
});

test('taking it back says how far it is, can be stopped, and leaves what other syncs made', async () => {
  const faults = faultsOf(host, token);
  const held = await faults.add({ method: 'PATCH', path: '**/_apis/wit/$batch' }, { kind: 'hold' });
  await button('Take the last sync back…').click();
  const dialog = hub.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Take back 50 steps' }).click();
  await held.matched(1);
  await dialog.getByText('Taking back… 0 of 50').waitFor();
  await shot('undo-progress');
  expect(await dialog.getByRole('button', { name: /^Take back/ }).count()).toBe(0);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await dialog.getByText(/Stopping after this batch/).waitFor();
  await held.release();
  await dialog.waitFor({ state: 'detached' });
  await faults.reset();
  expect((await tasks()).length).toBe(200);
});
