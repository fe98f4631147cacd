import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';
import * as React from 'react';
import { figuresWorld } from '../../../tests/fixtures/figures-world';
import { MemoryTabPage } from '../../../tests/fixtures/memory-tab-page';
import { samplePackage } from '../../../tests/fixtures/sample-knowledge';
import { AccessError } from '../../app/ports';
import type { KnowledgePackage } from '../../core/kb/package';
import { readPackage } from '../../core/kb/read-package';
import { asId, modelId } from '../../core/model/ids';
import type { Model } from '../../core/model/model';
import { AlignmentTab } from './AlignmentTab';

// jsdom has neither, every browser has both.
Object.assign(globalThis, { TextDecoder, TextEncoder });

async function show(model: 'figures' | 'none' = 'figures') {
  const world = await figuresWorld(model);
  const page = new MemoryTabPage();
  render(<AlignmentTab app={world.app} page={page} />);
  await screen.findByRole('heading', { level: model === 'figures' ? 1 : 2 });
  return { ...world, page };
}

const groups = () =>
  screen
    .queryAllByRole('region')
    .map((region) => region.getAttribute('aria-label') ?? '')
    .filter((name) => /^A /.test(name));
const group = (name: RegExp) => within(screen.getByRole('region', { name }));
/** Unfolds the first finding of a group. */
const unfold = (name: RegExp) => {
  const [head] = group(name).getAllByRole('button', { expanded: false });
  if (head) fireEvent.click(head);
};
const said = async (page: MemoryTabPage, words: RegExp) => {
  await waitFor(() => expect(page.lastToast).toMatch(words));
};
/** story -> clause words' hash or 'whole', for one threat by the beginning of its title. */
const linksOf = (model: Model, title: string) =>
  [...model.storyLink.values()]
    .filter((link) => model.threat.get(link.threat)?.title.startsWith(title))
    .map((link) => [link.story, link.clause === undefined ? 'whole' : model.clause.get(link.clause)?.field]);

const noClause = /has no WITHOUT clause/;
const noStory = /not linked to any story/;
const noThreat = /clause has no threat/;

test('it shows every situation of Figure 1, and counts them', async () => {
  await show();
  expect(screen.getByText('6 findings in 5 stories and 4 threats')).toBeTruthy();
  expect(groups()).toEqual([
    'A threat is linked to a story that has no WITHOUT clause',
    'A threat is not linked to any story',
    'A WITHOUT clause has no threat',
    'A story is planned without a mitigation that it needs',
  ]);
});

test('a missing link is one click on the first candidate, is stored, and can be undone', async () => {
  const { page, stored } = await show();
  unfold(noThreat);
  const [first] = group(noThreat).getAllByRole('button', { name: /^Link:/ });
  expect(first?.getAttribute('aria-label')).toMatch(/Card data is stolen/);
  fireEvent.click(first as HTMLElement);
  await said(page, /has its threat/);
  expect(groups()).not.toContain('A WITHOUT clause has no threat');
  await waitFor(async () => expect(linksOf(await stored(), 'Card data')).toContainEqual([5, 'description']));
  act(() => page.undo());
  await said(page, /Undone/);
  expect(groups()).toContain('A WITHOUT clause has no threat');
  await waitFor(async () => expect(linksOf(await stored(), 'Card data')).toEqual([[1, 'description']]));
});

test('a missing threat is added for its clause, with nothing pretended to be judged', async () => {
  const { page, stored } = await show();
  unfold(noThreat);
  const title = group(noThreat).getByRole('textbox', { name: 'Threat' });
  expect((title as HTMLInputElement).value).toBe('Seeing the card number');
  fireEvent.change(title, { target: { value: 'An agent sees card numbers' } });
  fireEvent.click(group(noThreat).getByRole('button', { name: 'Add this threat' }));
  await said(page, /in the model and linked/);
  await waitFor(async () => expect(linksOf(await stored(), 'An agent')).toEqual([[5, 'description']]));
  const made = [...(await stored()).threat.values()].find((each) => each.title.startsWith('An agent'));
  expect([made?.probability, made?.impact]).toEqual([
    { level: 'possible', basis: 'assumed' },
    { level: 'major', basis: 'assumed' },
  ]);
  expect(groups()).not.toContain('A WITHOUT clause has no threat');
});

describe('a linked story without a clause', () => {
  test('gets the words that were shown, and both sides go back with one Undo', async () => {
    const { page, stored, describe: text } = await show();
    const before = text(3);
    const words = await group(noClause).findByRole('textbox', { name: 'WITHOUT' });
    fireEvent.change(words, { target: { value: 'anybody else reading them' } });
    const preview = await group(noClause).findByRole('group', { name: /with the clause/ });
    expect(preview.textContent).toContain('WITHOUT anybody else reading them');
    fireEvent.click(group(noClause).getByRole('button', { name: 'Write into #3' }));
    await said(page, /in #3 and linked/);
    expect(text(3)).toContain('WITHOUT anybody else reading them');
    expect(groups()).not.toContain('A threat is linked to a story that has no WITHOUT clause');
    await waitFor(async () =>
      expect(linksOf(await stored(), 'A signed-in')).toContainEqual([3, 'description']),
    );
    act(() => page.undo());
    await said(page, /Undone/);
    expect(text(3)).toBe(before);
    await waitFor(async () => expect(linksOf(await stored(), 'A signed-in')).toContainEqual([3, 'whole']));
  });

  test('is not overwritten when somebody saved it since: they are read again, and it says so', async () => {
    const { page, describe: text, rewrite } = await show();
    await group(noClause).findByRole('group', { name: /with the clause/ });
    await rewrite(3, '<p>New words of a colleague.</p>');
    fireEvent.click(group(noClause).getByRole('button', { name: 'Write into #3' }));
    await said(page, /changed by somebody else/);
    expect(text(3)).toBe('<p>New words of a colleague.</p>');
    // What is shown now is the colleague's text, so this time it may be written.
    await group(noClause).findByText(/New words of a colleague/);
    fireEvent.click(group(noClause).getByRole('button', { name: 'Write into #3' }));
    await said(page, /in #3 and linked/);
    expect(text(3)).toMatch(/New words of a colleague.*WITHOUT/s);
  });

  test('or the link was a mistake and goes', async () => {
    const { page, stored } = await show();
    fireEvent.click(group(noClause).getByRole('button', { name: /^Unlink/ }));
    await said(page, /no longer linked to #3/);
    await waitFor(async () =>
      expect(linksOf(await stored(), 'A signed-in').map(([story]) => story)).toEqual([2, 1]),
    );
  });
});

test('a threat without a story gets a new one out of its form, linked to the clause that was proposed', async () => {
  const { page, backlog, stored } = await show();
  unfold(noStory);
  page.fillIn = (fields) => backlog.addStory(String(fields['System.Title']), fields);
  fireEvent.click(group(noStory).getByRole('button', { name: 'New story…' }));
  await said(page, /#8 is linked/);
  await waitFor(async () => expect(linksOf(await stored(), 'A copy')).toEqual([[8, 'description']]));
  expect(groups()).not.toContain('A threat is not linked to any story');
});

test('a form that is closed without saving changes nothing', async () => {
  const { page, stored } = await show();
  unfold(noStory);
  fireEvent.click(group(noStory).getByRole('button', { name: 'New story…' }));
  await waitFor(() =>
    expect(group(noStory).getByRole('button', { name: 'New story…' })).toHaveProperty('disabled', false),
  );
  expect(page.toasts).toEqual([]);
  expect(linksOf(await stored(), 'A copy')).toEqual([]);
});

test('words that changed are accepted in place', async () => {
  const { page, rewrite, stored } = await show();
  const hashes = async () => [...(await stored()).clause.values()].map(({ hash }) => hash);
  const before = await hashes();
  await rewrite(1, '<p>As a shopper I want to pay by card, WITHOUT anybody copying my card.</p>');
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  const name = /was reworded/;
  await screen.findByRole('region', { name });
  unfold(name);
  fireEvent.click(group(name).getByRole('button', { name: 'Accept the new words' }));
  await said(page, /new words are the clause/);
  expect(screen.queryByRole('region', { name })).toBeNull();
  await waitFor(async () => expect(await hashes()).not.toEqual(before));
  expect((await hashes()).length).toBe(before.length);
});

test('a clause that is gone leaves a link to be mended, and a story that is gone another one', async () => {
  const { rewrite, backlog, page } = await show();
  await rewrite(1, '<p>As a shopper I want to pay by card.</p>');
  backlog.setState(2, 'Removed');
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  await screen.findByRole('region', { name: /clause is gone/ });
  unfold(/clause is gone/);
  fireEvent.click(group(/clause is gone/).getByRole('button', { name: /^Unlink/ }));
  await said(page, /no longer linked to #1/);
  unfold(/story that is gone/);
  fireEvent.click(group(/story that is gone/).getByRole('button', { name: /^Unlink/ }));
  await said(page, /no longer linked to #2/);
  expect(groups().filter((name) => /gone/.test(name))).toEqual([]);
});

test('both policies are switches that are kept in the model', async () => {
  const { page, stored } = await show();
  fireEvent.click(screen.getByRole('checkbox', { name: /several threats/ }));
  await said(page, /reported from now on/);
  expect(groups()).toContain('A story is linked to several threats');
  fireEvent.click(screen.getByRole('checkbox', { name: /several WITHOUT clauses/ }));
  await waitFor(() => expect(groups()).toContain('A story has several WITHOUT clauses'));
  await waitFor(async () =>
    expect((await stored()).info.policies).toEqual({
      oneThreatPerStory: 'report',
      oneClausePerStory: 'report',
    }),
  );
  act(() => page.undo());
  await said(page, /Undone/);
  expect(groups()).not.toContain('A story has several WITHOUT clauses');
});

test('a save that fails says so, keeps the edit, and is tried again', async () => {
  const { documents, stored } = await show();
  documents.failAt({ call: 1, when: 'before' });
  fireEvent.click(group(noClause).getByRole('button', { name: /^Unlink/ }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Your last edit is not saved');
  expect(linksOf(await stored(), 'A signed-in').length).toBe(3);
  fireEvent.click(within(alert).getByRole('button', { name: 'Retry' }));
  await screen.findByText('Saved');
  expect(linksOf(await stored(), 'A signed-in').length).toBe(2);
});

test('an edit that meets somebody else’s is decided by the person', async () => {
  const { app, stored } = await show();
  const opened = await app.openModel((await stored()).info.id);
  const info = {
    ...opened.model.info,
    policies: { oneThreatPerStory: 'allow', oneClausePerStory: 'report' },
  } as const;
  await app.saveModel(opened, { ...opened.model, info });
  fireEvent.click(screen.getByRole('checkbox', { name: /several threats/ }));
  await screen.findByRole('heading', { name: 'Somebody else changed this too' });
  fireEvent.click(screen.getByRole('button', { name: 'Keep mine' }));
  await waitFor(() =>
    expect(screen.queryByRole('heading', { name: 'Somebody else changed this too' })).toBeNull(),
  );
  await waitFor(async () => expect((await stored()).info.policies?.oneThreatPerStory).toBe('report'));
});

test('items open as forms, lists as queries', async () => {
  const { page } = await show();
  fireEvent.click(group(noClause).getByRole('button', { name: /^Open #3/ }));
  await waitFor(() => expect(page.opened).toEqual([3]));
  fireEvent.click(screen.getByRole('button', { name: 'Open all as query' }));
  await waitFor(() => expect(page.beside.length).toBe(1));
  expect(decodeURIComponent(page.beside[0] ?? '')).toContain('/Shop/_queries/query/?wiql=');
  expect(decodeURIComponent(page.beside[0] ?? '')).toContain('IN (1,3,5,6)');
});

test('the drawing has a table that says the same', async () => {
  await show();
  fireEvent.click(screen.getByRole('button', { name: 'Show as table' }));
  const rows = screen.getAllByRole('row').slice(1);
  expect(rows.length).toBe(8);
  expect(rows.filter((row) => /No story/.test(row.textContent ?? '')).length).toBe(1);
  expect(rows.filter((row) => /No threat/.test(row.textContent ?? '')).length).toBe(1);
});

test('before the first model it leads to the hub', async () => {
  const { page } = await show('none');
  fireEvent.click(screen.getByRole('button', { name: 'Open Threat models' }));
  expect(page.hubVisits).toEqual([undefined]);
});

test('a reading that fails says why and can be tried again', async () => {
  const world = await figuresWorld();
  let failures = 1;
  const app = {
    ...world.app,
    readAlignment: () => {
      failures -= 1;
      if (failures >= 0)
        return Promise.reject(new AccessError('unreachable', 'Azure DevOps did not answer.'));
      return world.app.readAlignment();
    },
  };
  render(<AlignmentTab app={app} page={new MemoryTabPage()} />);
  expect((await screen.findByRole('alert')).textContent).toContain('Azure DevOps did not answer.');
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }));
  await screen.findByText('6 findings in 5 stories and 4 threats');
});

/** The figures' model, and a copy of it that cannot be saved. */
async function showWithReadOnly() {
  const world = await figuresWorld();
  const page = new MemoryTabPage();
  const readAlignment = async () => {
    const reading = await world.app.readAlignment();
    const id = asId(modelId, '00000000-0000-4000-8000-00000000c0b1');
    const copies = reading.opened.flatMap((opened) => {
      const { model } = opened;
      const copy = id && { ...model, info: { ...model.info, id, name: 'Copy' } };
      return copy ? [{ ...opened, model: copy, readOnly: 'It is newer.' }] : [];
    });
    return { ...reading, opened: [...copies, ...reading.opened], problems: ['Copy is newer.'] };
  };
  render(<AlignmentTab app={{ ...world.app, readAlignment }} page={page} />);
  await screen.findByRole('heading', { level: 1 });
  return { ...world, page };
}

test('a policy leaves read-only models as they are and says so, and no notice says they are left out', async () => {
  const { page, stored } = await showWithReadOnly();
  expect(screen.getByText(/1 problem with the threat models: Copy is newer/)).toBeTruthy();
  expect(screen.queryByText(/left out/)).toBeNull();
  const tick = () => screen.getByRole('checkbox', { name: /several threats/ });
  fireEvent.click(tick());
  await said(page, /reported from now on\. Left as before: 1 read-only threat model/);
  expect(tick()).toHaveProperty('checked', true);
  await waitFor(async () => expect((await stored()).info.policies?.oneThreatPerStory).toBe('report'));
  act(() => page.undo());
  await said(page, /Undone/);
  expect(tick()).toHaveProperty('checked', false);
});

/** A package with one threat of this title. */
function packageAbout(title: string): KnowledgePackage {
  const file = samplePackage(({ threats: [first] }) => {
    if (first)
      Object.assign(first, { name: title, withoutClause: 'WITHOUT others leafing through {target.name}' });
  });
  const reading = readPackage(file);
  if (reading.kind !== 'package') throw new Error('The sample is a package.');
  return reading.package;
}

describe('a clause editor', () => {
  async function beforeKnowledge() {
    const world = await figuresWorld();
    const answers: ((packages: readonly KnowledgePackage[]) => void)[] = [];
    const knowledge = () => new Promise<readonly KnowledgePackage[]>((resolve) => answers.push(resolve));
    render(<AlignmentTab app={{ ...world.app, knowledge }} page={new MemoryTabPage()} />);
    const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'WITHOUT' });
    const threats = [...(await world.stored()).threat.values()];
    const { title = '' } = threats.find((each) => each.title.startsWith('A signed-in')) ?? {};
    const comes = () => act(async () => answers.forEach((answer) => answer([packageAbout(title)])));
    return { field, comes };
  }

  test('proposes the words of the knowledge base once they are there', async () => {
    const { field, comes } = await beforeKnowledge();
    expect(field.value).not.toMatch(/^(others leafing.*)?$/);
    await comes();
    expect(field.value).toMatch(/^others leafing through [^{}]+$/);
  });

  test('keeps what was typed before they came', async () => {
    const { field, comes } = await beforeKnowledge();
    fireEvent.change(field, { target: { value: 'my own words' } });
    await comes();
    expect(field.value).toBe('my own words');
  });
});

test('a finding is left as it is with name, reason and day, and reported again', async () => {
  const { page, stored } = await show();
  unfold(noThreat);
  fireEvent.click(group(noThreat).getByRole('button', { name: /^Leave it as it is/ }));
  const dialog = within(await screen.findByRole('dialog'));
  fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'The story is dropped next week' } });
  fireEvent.change(dialog.getByLabelText('Decided by'), { target: { value: 'Pat Owner' } });
  fireEvent.change(dialog.getByLabelText('Until'), { target: { value: '2026-02-28' } });
  fireEvent.click(dialog.getByRole('button', { name: 'Write 1 change' }));
  await said(page, /Left as it is until 2026-02-28/);
  expect(groups()).not.toContain('A WITHOUT clause has no threat');
  expect(screen.getByText('1 finding left as it is, for a reason')).toBeTruthy();
  expect(screen.getByText(/Pat Owner.*The story is dropped next week/)).toBeTruthy();
  await waitFor(async () => expect((await stored()).dismissal.size).toBe(1));
  fireEvent.click(screen.getByRole('button', { name: /^Report again/ }));
  await said(page, /Reported again/);
  expect(groups()).toContain('A WITHOUT clause has no threat');
  expect(screen.getByText('6 findings in 5 stories and 4 threats')).toBeTruthy();
});

test('several that are left as they are are counted', async () => {
  const { page } = await show();
  const leave = async (which: RegExp) => {
    unfold(which);
    fireEvent.click(group(which).getByRole('button', { name: /^Leave it as it is/ }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText('Reason'), { target: { value: 'Known' } });
    fireEvent.change(dialog.getByLabelText('Decided by'), { target: { value: 'Pat Owner' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Write 1 change' }));
    await said(page, /Left as it is until/);
  };
  await leave(noThreat);
  await leave(/^A threat is not linked to any story/);
  expect(await screen.findByText('2 findings left as they are, for a reason')).toBeTruthy();
});

test('a model that its backlog left behind is marked as reviewed', async () => {
  const { page, stored, backlog } = await show();
  const created = { 'System.CreatedDate': '2027-01-01T00:00:00.000Z' };
  for (const n of [1, 2, 3, 4, 5]) backlog.addStory(`New story ${n}`, created);
  fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
  const name = /older than the backlog/;
  await screen.findByRole('region', { name });
  unfold(name);
  fireEvent.click(group(name).getByRole('button', { name: 'Reviewed today' }));
  await said(page, /was reviewed today/);
  await waitFor(async () => expect((await stored()).info.reviewed).toBeDefined());
});

test('a finding about a threat alone leads to it in the hub', async () => {
  const { page, app } = await show();
  fireEvent.click(screen.getByRole('checkbox', { name: /without a reason/ }));
  const region = await screen.findByRole('region', { name: /nobody said why/ });
  fireEvent.click(within(region).getAllByRole('button', { expanded: false })[0] ?? region);
  fireEvent.click(within(region).getAllByRole('button', { name: 'Open in the threat model' })[0] ?? region);
  const [model] = await app.listModels();
  expect(page.hubVisits).toEqual([expect.objectContaining({ model: model?.id, threat: expect.any(String) })]);
});
