import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { TextDecoder, TextEncoder } from 'node:util';
import * as React from 'react';
import {
  aClause,
  aMitigation,
  aModel,
  aRealisation,
  aStoryLink,
  aThreat,
  aTreatment,
  countingIds,
} from '../../../tests/fixtures/sample-model';
import { MemoryBacklog } from '../../adapters/memory/memory-backlog';
import { MemoryDocuments } from '../../adapters/memory/memory-documents';
import { createApp } from '../../app/app';
import { applyEdit } from '../../core/model/edit';
import { saveIncident } from '../../core/model/edits/incidents';
import { clauseHash } from '../../core/clauses/clause';
import { GroupSession } from './group-session';
import { MemoryForm } from './testing/memory-form';
import { WorkItemGroup } from './WorkItemGroup';

// jsdom has neither, every browser has both.
Object.assign(globalThis, { TextDecoder, TextEncoder });

const stolen = '<p>As a shopper I want to pay by card, WITHOUT having my card data stolen.</p>';
const searching = '<p>As a shopper I want to search.</p>';

/** Story 1 has a clause linked to threat 1, story 2 nothing; Task 3 is the mitigation of threat 1, item 4 of nobody. */
async function world() {
  const documents = new MemoryDocuments();
  const backlog = new MemoryBacklog();
  const story = backlog.addStory('Pay by card', {
    'System.IterationPath': 'Shop\\Sprint 2',
    'System.Description': stolen,
  });
  const bare = backlog.addStory('Search', { 'System.Description': searching });
  const [result] = await backlog.create([
    {
      type: 'Task',
      fields: { 'System.Title': 'Use the frame' },
      parent: story,
      related: [],
      hyperlink: undefined,
    },
  ]);
  const task = result?.kind === 'created' ? result.id : 0;
  const ports = {
    documents,
    backlog,
    clock: { now: () => '2026-03-02T09:00:00.000Z' },
    newId: countingIds(0x900),
  };
  const app = createApp(ports, { projectId: backlog.projectId, hubId: 'w.w.hub' });
  const clause = aClause(1, story, { hash: clauseHash('having my card data stolen') });
  const opened = await app.createModel(
    aModel({
      threats: [
        aThreat(1, { title: 'Card data is stolen', impact_: 'severe' }),
        aThreat(2, { title: 'Orders are forged', stride: ['spoofing'] }),
      ],
      mitigations: [{ ...aMitigation(1), title: 'Hosted frame', verify: 'Search the logs' }, aMitigation(2)],
      treatments: [
        aTreatment(1, { threat: 1, mitigation: 1, strength: 'strong' }),
        aTreatment(2, { threat: 1, mitigation: 2 }),
      ],
      realisations: [aRealisation(1, 1, task)],
      clauses: [clause],
      links: [aStoryLink(1, 1, story, clause)],
    }),
  );
  const form = new MemoryForm();
  const session = new GroupSession(app, form);
  const went: string[] = [];
  const places = {
    openWorkItem: (id: number) => went.push(`#${id}`),
    openThreat: () => went.push('threat'),
    openMitigation: () => went.push('mitigation'),
    openIncidents: () => went.push('incidents'),
    keepHeight: () => () => undefined,
  };
  render(<WorkItemGroup session={session} places={places} />);
  const links = async () => {
    const { model } = await app.openModel(opened.model.info.id);
    return [...model.storyLink.values()].map(
      (link) =>
        `${model.threat.get(link.threat)?.title ?? ''} - ${link.story}${link.clause ? ` ${model.clause.get(link.clause)?.hash ?? ''}` : ''}`,
    );
  };
  const open = async (item: Parameters<MemoryForm['open']>[0]) => {
    await act(async () => form.open(item));
    await waitFor(() => expect(screen.getByRole('main').getAttribute('aria-busy')).toBe('false'));
  };
  return {
    id: opened.model.info.id,
    app,
    backlog,
    documents,
    form,
    session,
    story,
    bare,
    task,
    went,
    links,
    open,
  };
}
type World = Awaited<ReturnType<typeof world>>;

const text = () => screen.getByRole('main').textContent ?? '';
const button = (name: string | RegExp) => screen.getByRole('button', { name });
const click = async (name: string | RegExp) => {
  await act(async () => {
    fireEvent.click(button(name));
  });
};
const anomalies = () =>
  within(screen.getByRole('list', { name: 'What does not fit together' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);
const payment = ({ story }: World, change: object = {}) => ({
  id: story,
  title: 'Pay by card',
  description: stolen,
  iterationPath: 'Shop\\Sprint 2',
  ...change,
});

describe('on a story', () => {
  test('its clause stands with the threat, the mitigations, and the Task with its state', async () => {
    const shop = await world();
    await shop.open(payment(shop));
    const clause = screen.getByRole('list', { name: 'Clauses' });
    expect(clause.textContent).toContain('WITHOUT having my card data stolen');
    expect(within(clause).getByRole('button', { name: 'Card data is stolen' })).toBeTruthy();
    expect(
      within(clause).getByRole('list', { name: 'Mitigations of Card data is stolen' }).textContent,
    ).toMatch(/Hosted frame.*Planned.*Strong protection.*75%.*#3 New.*Mitigation 2.*no Task/);
    expect(text()).toContain('1 threat: 60 of 60 points of risk are left.');
  });

  test('what is anomalous is said in words', async () => {
    const shop = await world();
    await shop.open(payment(shop));
    expect(anomalies()).toEqual([
      'The story is in Sprint 2, its Task #3 is in no sprint.',
      '“Mitigation 2” has no Task yet.',
    ]);
  });

  test('closing the Task takes it from the list of what waits, and lowers what is left', async () => {
    const shop = await world();
    shop.backlog.setState(shop.task, 'Closed');
    await shop.open(payment(shop));
    expect(anomalies()).toEqual(['“Mitigation 2” has no Task yet.']);
    expect(text()).toContain('15 of 60 points of risk are left');
  });

  test.each([
    [
      'typed over',
      '<p>I want to pay, WITHOUT anyone copying my card number.</p>',
      /was reworded since “Card data is stolen”/,
    ],
    ['taken out', '<p>I want to pay.</p>', /The clause that “Card data is stolen” was linked to is gone/],
    [
      'joined by another',
      `${stolen}<p>WITHOUT paying twice.</p>`,
      /The clause “paying twice” has no threat behind it/,
    ],
  ])('a clause that is %s is seen while the person types', async (_, description, sentence) => {
    const shop = await world();
    await shop.open(payment(shop));
    const before = shop.documents.requests;
    await act(async () => shop.form.type(description));
    expect(anomalies().join(' ')).toMatch(sentence);
    expect(shop.documents.requests).toBe(before);
  });

  test('a reworded clause is confirmed in place', async () => {
    const shop = await world();
    const description = '<p>I want to pay, WITHOUT anyone copying my card number.</p>';
    await shop.open(payment(shop, { description }));
    await click('Still the same: the reworded clause for Card data is stolen');
    await waitFor(() => expect(text()).toContain('The clause is confirmed.'));
    expect(await shop.links()).toEqual([
      `Card data is stolen - ${shop.story} ${clauseHash('anyone copying my card number')}`,
    ]);
    expect(text()).not.toContain('was reworded');
  });

  test('the story without clauses says so in one line, and a threat is found by its words and linked', async () => {
    const shop = await world();
    await shop.open({ id: shop.bare, title: 'Search', description: searching });
    expect(text()).toContain('No threat is linked to this story.');
    await click('Link a threat to the story');
    fireEvent.change(await screen.findByRole('combobox'), { target: { value: 'forged' } });
    const options = await screen.findAllByRole('option');
    expect(options.map((option) => option.textContent)).toEqual([
      expect.stringContaining('Orders are forged'),
    ]);
    await act(async () => {
      fireEvent.keyDown(screen.getByRole('combobox'), { key: 'Enter' });
    });
    await waitFor(() => expect(text()).toContain('“Orders are forged” is linked.'));
    expect(await shop.links()).toContain(`Orders are forged - ${shop.bare}`);
    expect(anomalies()[0]).toBe('“Orders are forged” is linked, but no clause speaks of it.');
  });

  test('a threat is unlinked in place, and Undo brings the link back with its clause', async () => {
    const shop = await world();
    const before = await shop.links();
    await shop.open(payment(shop));
    await click('Unlink Card data is stolen');
    await waitFor(() => expect(text()).toContain('not linked any more'));
    expect(await shop.links()).toEqual([]);
    expect(anomalies()).toEqual(['The clause “having my card data stolen” has no threat behind it.']);
    await click('Undo');
    await waitFor(() => expect(text()).toContain('Undone.'));
    expect(await shop.links()).toEqual(before);
  });

  test('links lead to the Task, the threat and the mitigation', async () => {
    const shop = await world();
    await shop.open(payment(shop));
    await click('Open Task 3, New');
    await click('Card data is stolen');
    await click('Hosted frame');
    expect(shop.went).toEqual(['#3', 'threat', 'mitigation']);
  });
});

describe('a clause written from a threat', () => {
  const pick = async (shop: World) => {
    await shop.open({ id: shop.bare, title: 'Search', description: searching });
    await click('Write a clause');
    await act(async () => {
      fireEvent.click(await screen.findByRole('option', { name: /Orders are forged/ }));
    });
    const words = await screen.findByLabelText<HTMLTextAreaElement>('What must not happen');
    expect(words.value).toMatch(/forged|pretending/);
    fireEvent.change(words, { target: { value: 'anyone ordering in my name' } });
    await click('Write clause');
  };

  test('is an unsaved edit of the description, and is linked when the item is saved', async () => {
    const shop = await world();
    const before = await shop.links();
    await pick(shop);
    expect(shop.form.description).toContain('WITHOUT anyone ordering in my name');
    expect(text()).toContain('Will be linked to “Orders are forged” when you save');
    expect(await shop.links()).toEqual(before);
    await act(async () => shop.form.save());
    await waitFor(() => expect(text()).toContain('“Orders are forged” is linked.'));
    expect(await shop.links()).toContain(
      `Orders are forged - ${shop.bare} ${clauseHash('anyone ordering in my name')}`,
    );
  });

  test('is linked also when the form is closed right after the save', async () => {
    const shop = await world();
    await pick(shop);
    await act(async () => {
      shop.form.save();
      shop.form.open({ id: 999, type: 'Bug' });
    });
    await waitFor(async () =>
      expect(await shop.links()).toContain(
        `Orders are forged - ${shop.bare} ${clauseHash('anyone ordering in my name')}`,
      ),
    );
    expect(text()).toBe('No threat or mitigation is linked to this Bug.');
  });

  test('keeps what the person types while the clause is on its way', async () => {
    const shop = await world();
    const stories = shop.backlog.stories.bind(shop.backlog);
    let goOn = (): void => undefined;
    const asked = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    shop.backlog.stories = (ids) => asked.then(() => stories(ids));
    await pick(shop);
    await act(async () => shop.form.type('<p>As a shopper I want to search quickly.</p>'));
    await act(async () => goOn());
    await waitFor(() => expect(text()).toContain('Will be linked'));
    expect(shop.form.description).toContain('search quickly');
    expect(shop.form.description).toContain('WITHOUT anyone ordering in my name');
  });

  test('two written at once both stand in the description, and both are linked', async () => {
    const shop = await world();
    await shop.open({ id: shop.bare, title: 'Search', description: searching });
    const [card, orders] = await shop.session.candidates();
    if (!card || !orders) throw new Error('The shop has two threats.');
    const refOf = ({ model, threat }: typeof card) => ({ model, threat: threat.id, title: threat.title });
    await act(async () => {
      await Promise.all([
        shop.session.writeClause(refOf(card), 'showing my card'),
        shop.session.writeClause(refOf(orders), 'anyone ordering in my name'),
      ]);
    });
    expect(shop.session.current).toMatchObject({ pending: [{}, {}] });
    await act(async () => shop.form.save());
    await waitFor(async () =>
      expect(await shop.links()).toEqual(
        expect.arrayContaining([
          `Card data is stolen - ${shop.bare} ${clauseHash('showing my card')}`,
          `Orders are forged - ${shop.bare} ${clauseHash('anyone ordering in my name')}`,
        ]),
      ),
    );
  });

  test.each<[string, (shop: World) => void]>([
    ['the next save', ({ form }) => form.save()],
    [
      'the next save, even after a revert',
      ({ form }) => {
        form.reset();
        form.save();
      },
    ],
    [
      'the next frame',
      ({ form, bare }) => form.open({ id: bare, title: 'Search', description: form.description }),
    ],
  ])('whose link failed stays stored with the reason, and is linked by %s', async (_, again) => {
    const shop = await world();
    const before = await shop.links();
    await pick(shop);
    await waitFor(async () => expect((await shop.app.readWorkItem(shop.bare)).pending).toHaveLength(1));
    shop.documents.failAt({ call: 1, when: 'before' });
    await act(async () => shop.form.save());
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('cannot be reached'));
    expect(await shop.links()).toEqual(before);
    expect((await shop.app.readWorkItem(shop.bare)).pending).toHaveLength(1);
    await act(async () => again(shop));
    await waitFor(() => expect(text()).toContain('“Orders are forged” is linked.'));
    expect((await shop.links()).length).toBe(before.length + 1);
    await waitFor(async () => expect((await shop.app.readWorkItem(shop.bare)).pending).toEqual([]));
  });

  test.each([
    ['is linked by the next frame when the first was taken away with the save', 'saved', 1],
    ['is not linked by the next frame when it was never saved', 'not saved', 0],
  ])('%s', async (_, how, more) => {
    const shop = await world();
    const before = await shop.links();
    await pick(shop);
    expect((await shop.app.readWorkItem(shop.bare)).pending).toHaveLength(1);
    const form = new MemoryForm();
    const session = new GroupSession(shop.app, form);
    const description = how === 'saved' ? shop.form.description : searching;
    await act(async () => form.open({ id: shop.bare, description }));
    await waitFor(() => expect(session.current).toMatchObject({ kind: 'shown', busy: 'no' }));
    await waitFor(async () => expect((await shop.links()).length).toBe(before.length + more));
    await waitFor(async () =>
      expect((await shop.app.readWorkItem(shop.bare)).pending).toHaveLength(1 - more),
    );
  });

  test('leaves nothing waiting once it is linked, or reverted', async () => {
    const shop = await world();
    await pick(shop);
    await act(async () => shop.form.save());
    await waitFor(() => expect(text()).toContain('is linked.'));
    await waitFor(async () => expect((await shop.app.readWorkItem(shop.bare)).pending).toEqual([]));
    await pick(shop);
    await act(async () => shop.form.reset());
    await waitFor(async () => expect((await shop.app.readWorkItem(shop.bare)).pending).toEqual([]));
  });

  test.each<[string, (shop: World) => void]>([
    ['the form is reset', ({ form }) => form.reset()],
    ['another item is opened', ({ form, story }) => form.open({ id: story, description: stolen })],
    ['the form is closed', ({ form }) => form.close()],
  ])('is not linked when %s', async (_, leave) => {
    const shop = await world();
    const before = await shop.links();
    await pick(shop);
    await act(async () => leave(shop));
    await act(async () => shop.form.save());
    await shop.open({ id: shop.bare, title: 'Search', description: searching });
    expect(await shop.links()).toEqual(before);
    expect(text()).not.toContain('Will be linked');
  });

  test('is not linked when its words were changed before the save, and the person hears it', async () => {
    const shop = await world();
    const before = await shop.links();
    await pick(shop);
    await act(async () => shop.form.type('<p>I want to search, WITHOUT waiting for ever.</p>'));
    await act(async () => shop.form.save());
    await waitFor(() => expect(text()).toContain('was changed before it was saved'));
    expect(await shop.links()).toEqual(before);
  });
});

test('on a mitigation’s Task: what it treats, how strongly, how to do it, how to check it, what it removes', async () => {
  const shop = await world();
  await shop.open({ id: shop.task, type: 'Task', title: 'Use the frame' });
  expect(text()).toContain('Mitigation Hosted frame');
  expect(text()).toContain('When it is done, it takes away 45 of the 60 points of risk that are left.');
  expect(screen.getByRole('list', { name: 'Treated threats' }).textContent).toMatch(
    /Card data is stolen.*at The whole model.*Strong protection.*75%.*Planned/,
  );
  expect(text()).toContain('How to implement 1');
  expect(text()).toContain('Search the logs');
  shop.backlog.setState(shop.task, 'Closed');
  await act(async () => shop.form.save());
  await waitFor(() => expect(text()).toContain('It takes 45 points of risk away; 15 are left.'));
});

test('a Bug shows the incident that names it, its threats and what should have held them off', async () => {
  const shop = await world();
  const opened = await shop.app.openModel(shop.id);
  const threats = [...opened.model.threat.keys()];
  const { saved, ...edit } = saveIncident(
    opened.model,
    {
      title: 'Cards were read',
      at: '2026-03-01T12:00:00.000Z',
      source: 'work-item',
      alert: 'work-item:77',
      events: [],
      threats,
      workItems: [77],
      found: 'A script was changed.',
    },
    countingIds(0xa00),
  );
  await shop.app.saveModel(opened, applyEdit(opened.model, edit));
  await shop.open({ id: 77, type: 'Bug' });
  const incident = await screen.findByRole('region', { name: `Incident ${saved.title}` });
  expect(incident.textContent).toMatch(/of Corner shop, .*2026, open.*A script was changed\./s);
  const treats = within(incident).getByRole('list', { name: 'Mitigations of Card data is stolen' });
  expect(treats.textContent).toMatch(/Hosted frame.*Planned.*#3 New/s);
  expect(incident.textContent).toMatch(/Orders are forged.*Nothing mitigates it yet\./s);
  expect(text()).not.toContain('No threat or mitigation is linked');
  await click('Cards were read');
  expect(shop.went).toEqual(['incidents']);
});

test.each(['Task', 'Bug', 'Epic'])('on an unrelated %s there is one line and one request', async (type) => {
  const shop = await world();
  const before = shop.documents.requests;
  await shop.open({ id: 999, type });
  expect(text()).toBe(`No threat or mitigation is linked to this ${type}.`);
  expect(shop.documents.requests - before).toBe(1);
  expect(screen.queryAllByRole('button')).toEqual([]);
});

test('a new item is not asked about, because nothing can know it yet', async () => {
  const shop = await world();
  const before = shop.documents.requests;
  await shop.open({ id: 0 });
  expect(text()).toBe('Threats can be linked once this work item is saved.');
  expect(shop.documents.requests).toBe(before);
  await act(async () => {
    shop.form.numbered(shop.story);
    shop.form.save();
  });
  await waitFor(() => expect(text()).toContain('1 threat'));
});

test('the frame is used for item after item: nothing of the one before stays, late answers are dropped', async () => {
  const shop = await world();
  await act(async () => {
    shop.form.open(payment(shop));
    shop.form.open({ id: 999, type: 'Bug' });
  });
  await waitFor(() => expect(text()).toBe('No threat or mitigation is linked to this Bug.'));
  await shop.open(payment(shop));
  expect(text()).toContain('WITHOUT having my card data stolen');
});

test('a reader sees everything and can change nothing', async () => {
  const shop = await world();
  await shop.open(payment(shop, { access: 'read' }));
  expect(text()).toContain('WITHOUT having my card data stolen');
  const names = screen
    .getAllByRole('button')
    .map((each) => each.getAttribute('aria-label') ?? each.textContent);
  expect(names.filter((name) => /link|write|same/i.test(name ?? ''))).toEqual([]);
});

test('a threat is not linked to what the process does not call a story', async () => {
  const shop = await world();
  await shop.open({ id: 77, type: 'Bug', description: '<p>WITHOUT crashing for everybody.</p>' });
  await click('Link a threat to the story');
  await act(async () => {
    fireEvent.click(await screen.findByRole('option', { name: /Orders/ }));
  });
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Threats are linked to stories (User Story), and this is of type Bug.');
});

test('when the store cannot be reached the reason is shown, and another try works', async () => {
  const shop = await world();
  shop.documents.failAt({ call: 1, when: 'before' });
  await shop.open(payment(shop));
  expect(screen.getByRole('alert').textContent).toContain('cannot be reached');
  await click('Try again');
  await waitFor(() => expect(text()).toContain('WITHOUT having my card data stolen'));
});
