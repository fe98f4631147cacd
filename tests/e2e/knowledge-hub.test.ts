/** The security team in the organisation's settings: a rule changed and tried, a threat added, measured, published. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ourFrame, violations as violationsOf } from '../fixtures/axe';
import { keysAlone, token } from '../fixtures/browser';
import { tmtKnowledgeXml } from '../fixtures/models/write-tmt-knowledge';
import { journey } from '../fixtures/journey';

const { host, page, hub, problems, folder, shot, shotInTheDark } = journey({ seed: 'figures' });
const model = '0000000f-0000-4000-8000-000000000001';

const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
const data =
  'ExtensionManagement/InstalledExtensions/without/without/Data/Scopes/Default/Current/Collections';

const twin = '0000000f-0000-4000-8000-0000000000ff';
const version = '?api-version=7.2-preview.1';
interface Stored {
  readonly id: string;
  readonly kind?: string;
  readonly info?: { readonly name: string };
  readonly entities?: readonly { readonly origin: { readonly entry?: string } }[];
}
let project = '';
const documents = (...names: readonly string[]) =>
  `${host.origin}/local/_apis/${data}/${['w1', project, ...names].join('.')}/Documents`;
const stored = async (model_: string) => {
  const answer = await fetch(`${documents(model_)}${version}`, { headers });
  return (await answer.json()) as readonly Stored[];
};
async function write(method: string, address: string, document: object): Promise<void> {
  const answer = await fetch(`${address}${version}`, { method, headers, body: JSON.stringify(document) });
  expect(answer.status).toBeLessThan(300);
}

/** Lets the model of the seed use the core package, as its Knowledge page does, and a twin of it too. */
async function useCore(): Promise<void> {
  const projects = await fetch(`${host.origin}/local/_apis/projects?api-version=7.1`, { headers });
  const { value } = (await projects.json()) as { value: { id: string; name: string }[] };
  project = value.find(({ name }) => name === 'Shop')?.id.toLowerCase() ?? '';
  const answer = await fetch(`${documents()}/${model}${version}`, { headers });
  const index = (await answer.json()) as Stored;
  const knowledge = { packages: [{ id: 'without.core', version: '1.0.0', hash: 'older' }], depth: 'full' };
  const info = { ...index.info, knowledge };
  await write('PATCH', documents(), { ...index, info });
  for (const shard of await stored(model))
    await write('POST', documents(twin), { ...shard, __etag: undefined });
  await write('POST', documents(), {
    ...index,
    id: twin,
    __etag: undefined,
    info: { ...info, id: twin, name: 'Twin shop' },
  });
}

/** Ids of entries of the package that gave threats to the model, each once. */
async function entriesIn(model_: string): Promise<readonly string[]> {
  const threats = (await stored(model_)).filter(({ kind }) => kind === 'threat');
  const entries = threats.flatMap(({ entities = [] }) =>
    entities.flatMap(({ origin }) => origin.entry ?? []),
  );
  return [...new Set(entries)].sort();
}

/** What the Knowledge page of a model would change now: threats that come, go and change. */
async function planned(model_: string): Promise<readonly [number, number, number]> {
  await page.goto(`${host.hub}?model=${model_}&tab=knowledge`);
  await hub
    .getByRole('region', { name: 'What would change' })
    .or(hub.getByText('The model says what the chosen packages say.'))
    .first()
    .waitFor();
  const texts = await hub.locator('.wo-change-group > summary').allTextContents();
  const count = (...titles: readonly string[]) =>
    texts
      .filter((text) => titles.some((title) => text.startsWith(title)))
      .reduce((sum, text) => sum + Number(/(\d+)$/.exec(text.trim())?.[1]), 0);
  return [count('New threats', 'Back again'), count('No longer given', 'Resting'), count('Changed')];
}
async function applyThere(model_: string): Promise<void> {
  await planned(model_);
  await hub.getByRole('checkbox', { name: /^Take threats that may be real/ }).check();
  await hub.getByRole('button', { name: /^Add \d+ threats/ }).waitFor();
  await hub.getByRole('region', { name: 'What would change' }).locator('button.primary').first().click();
  await hub.getByText('The model says what the chosen packages say.').waitFor();
  await hub.getByText('Saved', { exact: true }).waitFor();
}

/** What axe finds in our frame as it stands. */
const violations = async () => violationsOf(await ourFrame(page, /./));
const open = () => page.goto(`${host.origin}/local/_settings/without.without.knowledge-hub`);
const button = (name: string | RegExp) => hub.getByRole('button', { name });
const panel = () => hub.getByRole('dialog');

/** Publishes the draft, and gives back what the dialog said of it. */
async function publishDraft(): Promise<string> {
  await button('Publish…').click();
  const sentence = panel().getByText(/^This would /);
  await sentence.waitFor();
  await shot('own-publish');
  const said = (await sentence.textContent()) ?? '';
  await panel().getByRole('button', { name: 'Publish to everybody' }).click();
  await panel().waitFor({ state: 'detached' });
  return said;
}

beforeAll(async () => {
  await useCore();
  // Models that are up to date: what the publication then brings is its own doing.
  await applyThere(model);
  await applyThere(twin);
});

test('the page lists what everybody uses', async () => {
  await open();
  await hub.getByRole('heading', { name: 'Threat knowledge', level: 1 }).waitFor();
  await hub.getByRole('button', { name: 'Web applications and services' }).waitFor();
  await shot('list');
  await shotInTheDark('list');
});

test('a rule says what is wrong and where; its examples run as one types', async () => {
  await button('Web applications and services').click();
  await hub.getByRole('searchbox').fill('expired');
  await shot('threats');
  await shotInTheDark('threats');
  await button('A forgotten certificate shuts {target.name}').click();
  const rule = panel().getByLabel('When', { exact: true });
  await panel().getByText('as it should').nth(1).waitFor();
  await shot('threat');
  expect(await violations()).toEqual([]);
  const before = await rule.inputValue();
  await rule.fill('target is procss');
  await panel()
    .getByText('Line 1, column 11: There is no entity type “procss”.'.replace(/[“”]/g, '"'))
    .waitFor();
  expect(await panel().getByRole('button', { name: 'Keep in the draft' }).isDisabled()).toBe(true);
  await rule.fill('never');
  await panel()
    .getByText(/The rule stays silent, and should fire/)
    .waitFor();
  await shot('rule');
  await rule.fill(before);
  await panel().getByText('as it should').nth(1).waitFor();
  await panel()
    .getByLabel(/TOP: matters/)
    .check();
  await panel().getByLabel('Why you change it').fill('It happened to us in May');
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  await hub.getByText('1 change not published.').waitFor();
});

test('the form keeps within its panel, however long the names are that its lists offer', async () => {
  await hub.getByRole('searchbox').fill('file-path-escapes');
  await hub.locator('.wo-row-title').first().click();
  await panel().getByText('as it should').nth(1).waitFor();
  const beyond = await panel().evaluate((dialog) =>
    [...dialog.querySelectorAll('*')]
      .filter(
        (each) =>
          ['auto', 'scroll'].includes(getComputedStyle(each).overflowX) &&
          each.tagName !== 'TEXTAREA' &&
          each.scrollWidth > each.clientWidth,
      )
      .map(({ className }) => className),
  );
  expect(beyond).toEqual([]);
  await panel().getByRole('button', { name: 'Cancel' }).click();
  await panel().waitFor({ state: 'detached' });
  await hub.getByRole('searchbox').fill('expired');
});

test('an example of one’s own is drawn from a few lines and run while one types', async () => {
  await button('A forgotten certificate shuts {target.name}').click();
  await panel().getByText('Its model').first().click();
  const shipped = (await panel().locator('.wo-example-text').first().textContent()) ?? '';
  await panel().getByRole('button', { name: 'Add an example that fires' }).click();
  await panel().getByLabel('Why, in your example 1').fill('As in May.');
  const text = panel().getByRole('textbox', { name: 'Your example 1', exact: true });
  await panel().getByText('The rule stays silent, and should fire: As in May.').waitFor();
  await text.fill('Shop is spaceship');
  await panel().getByText('Line 1, column 9: There is no entity type "spaceship".').waitFor();
  expect(await panel().getByRole('button', { name: 'Keep in the draft' }).isDisabled()).toBe(true);
  await shot('example-wrong');
  await text.fill(shipped);
  await panel().getByText('The rule fires: As in May.').waitFor();
  await shot('example');
  await shotInTheDark('example');
  expect(await violations()).toEqual([]);
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  await panel().waitFor({ state: 'detached' });
  await hub.getByText('1 change not published.').waitFor();
});

test('a question is changed: what its answers make true is checked as one types', async () => {
  await hub.getByRole('tab', { name: 'Questions' }).click();
  await hub.getByRole('searchbox').fill('accounts-of-administrators');
  await hub.locator('.wo-row-title').first().click();
  await panel().getByLabel('Why it is asked').fill('Our auditors ask it every year.');
  await panel().getByRole('button', { name: 'Add an answer' }).click();
  await panel().getByLabel('Answer 3 says').fill('Nobody knows');
  await panel().getByLabel('Answer 3 makes true').fill('personal-account = no');
  await panel().getByText('There is no property "personal-account".').waitFor();
  expect(await panel().getByRole('button', { name: 'Keep in the draft' }).isDisabled()).toBe(true);
  await panel().getByLabel('Answer 3 makes true').fill('personal-accounts = no');
  await panel().getByText('There is no property').waitFor({ state: 'detached' });
  await shot('question');
  expect(await violations()).toEqual([]);
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  await hub.getByText('2 changes not published.').waitFor();
  await hub.getByRole('tab', { name: 'Threats' }).click();
});

test('a mitigation says what its Task is called, and when it is done', async () => {
  await hub.getByRole('tab', { name: 'Mitigations' }).click();
  await hub.getByRole('searchbox').fill('certificate-expiry-watch');
  await hub.locator('.wo-row-title').first().click();
  await panel().getByLabel('What its Task is called').fill('Watch every certificate of ours');
  await panel().getByLabel('Its Task is done when').fill('The wall shows it 21 days ahead.');
  expect(await violations()).toEqual([]);
  await shot('mitigation');
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  await hub.getByText('3 changes not published.').waitFor();
  await hub.getByRole('tab', { name: 'Threats' }).click();
  await hub.getByRole('searchbox').fill('');
});

test('a threat of one’s own is added with its rule', async () => {
  await button('Add a threat…').click();
  await panel().getByLabel('Name').fill('The night shift shares one account on {element.name}');
  await panel().getByLabel('Description').fill('Nobody can tell afterwards who approved a payment.');
  await panel().getByLabel('Repudiation').check();
  await panel().getByLabel('Strikes at').selectOption('element');
  await panel().getByLabel('When', { exact: true }).fill('element is data-flow');
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  await hub.getByText('4 changes not published.').waitFor();
  await hub.getByRole('tab', { name: 'Coverage' }).click();
  await hub.getByText('1 rule can hold nowhere').waitFor();
  await shot('dead');
  await button('The night shift shares one account on {element.name}').click();
  await panel().getByLabel('When', { exact: true }).fill('element is process');
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  await hub.getByRole('tab', { name: 'Your changes' }).click();
  await hub.getByText('It happened to us in May').waitFor();
  await shot('changes');
  await hub.getByRole('tab', { name: 'Coverage' }).click();
  await hub.getByText('Every rule can hold somewhere.').waitFor();
  // An example that shipped, and one of their own: both fire no more when the rule never does.
  await hub.getByRole('tab', { name: 'Threats' }).click();
  await button('A forgotten certificate shuts {target.name}').click();
  await panel().getByLabel('When', { exact: true }).fill('never');
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  await hub.getByRole('tab', { name: 'Coverage' }).click();
  await hub.getByText('2 examples of this package come out otherwise:').waitFor();
  await shot('examples-otherwise');
  await button('Undo').click();
  await hub.getByText('come out otherwise').waitFor({ state: 'detached' });
  await shot('coverage');
  expect(await violations()).toEqual([]);
});

test('before it is published it is measured over the models, and what it says is what then happens', async () => {
  const [changed = '', retired = ''] = await entriesIn(model);
  await hub.getByRole('tab', { name: 'Threats' }).click();
  for (const [id, change] of [
    [changed, 'Keep in the draft'],
    [retired, 'Disable'],
  ] as const) {
    await hub.getByRole('searchbox').fill(id);
    await hub
      .locator('tr', { has: hub.getByText(id, { exact: true }) })
      .locator('.wo-row-title')
      .click();
    if (change !== 'Disable') await panel().getByLabel('Description').fill('Said in our own words.');
    await panel().getByRole('button', { name: change }).click();
    await panel().waitFor({ state: 'detached' });
  }
  await button('Publish…').click();
  const sentence = panel().getByText(/^This would add \d+ threats? in 2 models, retire \d+ and change \d+/);
  await sentence.waitFor();
  await shot('publish');
  await shotInTheDark('publish');
  expect(await violations()).toEqual([]);
  const said = (await sentence.textContent()) ?? '';
  const rows = await panel().locator('tbody tr').allInnerTexts();
  const numbers = (text: string) => text.split(/\s+/).slice(-3).map(Number);
  await panel().getByRole('button', { name: 'Publish to everybody' }).click();
  await panel().waitFor({ state: 'detached' });
  const [first, second] = [await planned(model), await planned(twin)];
  expect(numbers(rows.find((row) => row.includes('Web shop')) ?? '')).toEqual(first);
  expect(numbers(rows.find((row) => row.includes('Twin shop')) ?? '')).toEqual(second);
  for (const each of [...first, ...second]) expect(each).toBeGreaterThan(0);
  const sum = first.map((each, at) => each + (second[at] ?? 0));
  expect(
    /add (\d+) threats? in 2 models, retire (\d+) and change (\d+)/.exec(said)?.slice(1).map(Number),
  ).toEqual(sum);
  await open();
  await hub.getByText('6 changes').first().waitFor();
  await hub
    .getByText(/published .* by Olivia Owner/)
    .first()
    .waitFor();
  await shot('published');
  await page.goto(`${host.hub}?model=${model}&tab=knowledge`);
  await hub
    .getByText(/The night shift shares one account/)
    .first()
    .waitFor();
});

test('a template of another tool comes in as a package, and one that does not hold is refused with its places', async () => {
  await open();
  await button('Add a package…').click();
  const threats = [{ id: 'TH1', include: "target is 'GE.P'", title: 'Flood of {target.Name}' }];
  const template = join(folder, 'bank.tb7');
  writeFileSync(template, tmtKnowledgeXml({ threats }, false));
  await panel().getByLabel('Take a file').setInputFiles(template);
  await panel()
    .getByText(/1 threat, 0 mitigations/)
    .waitFor();
  const overlay = join(folder, 'policy.json');
  const ops = [{ op: 'disable', type: 'threat', id: 'nobody' }];
  const targets = [{ id: 'without.core', range: '^1.0.0' }];
  const head = {
    kbSchema: 1,
    kind: 'overlay',
    id: 'bank.policy',
    version: '1.0.0',
    name: 'Policy',
    licence: 'x',
  };
  writeFileSync(overlay, JSON.stringify({ ...head, targets, ops }));
  await panel().getByLabel('Choose another file').setInputFiles(overlay);
  await panel()
    .getByText(/There is no threat "nobody"/)
    .waitFor();
  await shot('refused');
  await panel().getByLabel('Choose another file').setInputFiles(template);
  await panel().getByRole('button', { name: 'Publish' }).click();
  await panel().waitFor({ state: 'detached' });
  await hub.getByText(/^Package 1\.2\.3/).waitFor();
});

test('one published change is taken back alone; all that is published of a package is withdrawn', async () => {
  await button('Web applications and services').click();
  await hub.getByRole('tab', { name: 'Your changes' }).click();
  await shot('changes-published');
  await shotInTheDark('changes-published');
  await button(/^Take back: Disabled threat/).click();
  await hub.getByText('1 change not published.').waitFor();
  await shot('change-taken-back');
  expect(await publishDraft()).toMatch(
    /^This would add [1-9]\d* threats? in 2 models, retire 0 and change 0/,
  );
  await button(/^Take back: Disabled threat/).waitFor({ state: 'detached' });
  await button('All packages').click();
  await button('Withdraw…').first().click();
  await panel().getByRole('button', { name: 'Withdraw' }).click();
  await panel().waitFor({ state: 'detached' });
  await hub.getByText('none').first().waitFor();
});

const fillIn = async (texts: Readonly<Record<string, string>>) => {
  for (const [label, text] of Object.entries(texts))
    await panel().getByLabel(label, { exact: true }).fill(text);
};
const choose = (label: string, option: string, within = panel()) =>
  within.getByLabel(label, { exact: true }).selectOption({ label: option });
/** Adds a condition to the rule from the lists of the form. */
async function addCondition(picks: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, option] of Object.entries(picks)) await choose(label, option);
  await panel().getByRole('button', { name: 'Add the condition' }).click();
}
/** Adds a property, with its value where there is one, from the lists of the form. */
async function pickFact(group: string, property: string, value = ''): Promise<void> {
  const lists = panel().getByRole('group', { name: group });
  await choose('Property', property, lists);
  if (value !== '') await choose('Its value', value, lists);
  await lists.getByRole('button').click();
}
/** Opens the form of a new entry on a tab of the package, fills it and keeps it in the draft. */
async function addEntry(tab: string, what: string, fill: () => Promise<void>): Promise<void> {
  await hub.getByRole('tab', { name: tab }).click();
  await button(`Add a ${what}…`).click();
  await fill();
  await shot(`own-${tab}`);
  await shotInTheDark(`own-${tab}`);
  expect(await violations()).toEqual([]);
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  await panel().waitFor({ state: 'detached' });
}
const signed = 'Payments are signed by two people';
const alone = 'A payment was released by one person';
const rule = 'element is payment-switch\nand element.payments-are-signed-by-two-people';

test('an empty package becomes knowledge by forms alone', async () => {
  await open();
  await button('Add a package…').click();
  await panel().getByLabel('Name of a new, empty package').fill('Rules of our bank');
  await panel().getByRole('button', { name: 'Create' }).click();
  await hub.getByRole('heading', { name: 'Rules of our bank', level: 1 }).waitFor();
  await shot('own');
  await button('About this package…').click();
  await fillIn({ 'What it is about': 'What the regulator asks of our payments.' });
  await panel().getByLabel('Interfaces for programs').check();
  await shot('own-about');
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  await hub.getByText('Builds on: Web applications and services, Interfaces for programs').waitFor();
  await addEntry('Properties', 'property', () =>
    fillIn({ Name: signed, Help: 'Yes, when nobody can release a payment alone.' }),
  );
  await addEntry('Kinds of things', 'kind of thing', async () => {
    await fillIn({ Name: 'Payment switch', Description: 'It sends payments to the clearing house.' });
    await choose('Is a kind of', 'Process (process)');
    await pickFact('A property from the list', signed);
  });
  await addEntry('Security events', 'security event', async () => {
    await fillIn({ 'What is seen': alone });
    await panel().getByText('Still to say: when it is raised, its log name.').waitFor();
    await fillIn({
      'Raised when': 'The switch takes a payment that bears one signature.',
      'Log name': 'pay alone',
    });
    await panel()
      .getByText(/Letters, digits and underscores/)
      .waitFor();
    expect(await panel().getByRole('button', { name: 'Keep in the draft' }).isDisabled()).toBe(true);
    await fillIn({
      'Log name': 'payment_alone',
      'What it means': 'Somebody went round the second signature.',
    });
    await panel().getByRole('button', { name: 'Add field' }).click();
    await fillIn({ 'Name of field 1': 'clerk' });
  });
  await addEntry('Mitigations', 'mitigation', () =>
    fillIn({
      Name: 'Two people release a payment',
      Description: 'The switch takes a payment only with the signatures of two people.',
      'How to implement': 'Turn on the four eyes profile of the switch for every account.',
      'How to verify': 'Try to release a payment of one euro alone: it is refused.',
    }),
  );
  await addEntry('Mitigations', 'mitigation', async () => {
    await fillIn({
      Name: 'Signatures are counted every night',
      Description: 'A job counts the signatures of every payment of the day.',
      Tags: 'payments, night',
    });
    await choose('Kind of control', 'detective');
    await choose('Add what it needs', 'Two people release a payment');
    await choose('Add a security event', alone);
    await choose('Add a reference', 'MITRE ATT&CK');
    await fillIn({ 'MITRE ATT&CK': 'T1' });
    await panel().getByText('"T1" is no technique of MITRE ATT&CK, such as T1110.003.').waitFor();
    expect(await panel().getByRole('button', { name: 'Keep in the draft' }).isDisabled()).toBe(true);
    await fillIn({ 'MITRE ATT&CK': 'T1565.002' });
  });
  await addEntry('Mitigations', 'mitigation', async () => {
    await fillIn({
      Name: 'The clearing house asks back',
      Description: 'A second person confirms on the telephone.',
    });
    await choose('Add an alternative', 'Two people release a payment');
    await choose('Add a reference', 'Something else');
    await fillIn({
      'Something else': 'Payments directive, article 97',
      'Link of something else': 'https://eur-lex.europa.eu',
    });
  });
  await addEntry('Questions', 'question', async () => {
    await fillIn({
      Question: 'Who releases a payment at {element.name}?',
      'Why it is asked': 'One person alone can be bribed or threatened.',
    });
    await addCondition({ 'Says what': 'is a', Which: 'Payment switch' });
    await addCondition({
      'Says what': 'has the property',
      Which: signed,
      Compared: 'which nobody knows yet',
    });
    expect(await panel().getByLabel('Asked when').inputValue()).toBe(`${rule} is unknown`);
    const answers = [
      ['Two people together', 'Yes'],
      ['One person', 'No'],
    ] as const;
    for (const [at, [says, value]] of answers.entries()) {
      await panel().getByRole('button', { name: 'Add an answer' }).click();
      await fillIn({ [`Answer ${at + 1} says`]: says });
      await pickFact(`A fact of answer ${at + 1} from lists`, signed, value);
    }
  });
  await addEntry('Threats', 'threat', async () => {
    await fillIn({
      Name: 'Somebody sends a payment through {element.name} alone',
      Description: 'A clerk enters a payment and releases it, too.',
      'WITHOUT clause': 'WITHOUT one person moving my money alone',
    });
    await panel().getByLabel('Tampering').check();
    await choose('Strikes at', 'Element');
    await addCondition({ Which: 'Payment switch' });
    await addCondition({ 'Says what': 'has the property', Which: signed, 'Its value': 'No' });
    expect(await panel().getByLabel('When', { exact: true }).inputValue()).toBe(`${rule} = no`);
    await choose('Link a mitigation', 'Two people release a payment');
    await choose('Add a security event', alone);
    await choose('Add a question', 'Who releases a payment at {element.name}?');
    await choose('Add a reference', 'CWE');
    await fillIn({ CWE: '841', Tags: 'payments' });
    await panel().getByRole('button', { name: 'Add an example that fires' }).click();
    await fillIn({
      'Your example 1': 'SWIFT is payment-switch with payments-are-signed-by-two-people = no',
    });
    await panel().getByText('as it should').waitFor();
  });
  await hub.getByRole('tab', { name: 'Kinds of things' }).click();
  await button('Payment switch').click();
  await panel().getByRole('button', { name: 'Disable' }).click();
  await panel()
    .getByText(/^It cannot be disabled yet\. The entity type "payment-switch" is still used by/)
    .waitFor();
  await shot('own-still-used');
  await panel().getByRole('button', { name: 'Cancel' }).click();
  await hub.getByRole('tab', { name: 'Mitigations' }).click();
  await button('Signatures are counted every night').click();
  for (const name of ['Two people release a payment', alone])
    await panel()
      .getByRole('button', { name: `Remove ${name}` })
      .waitFor();
  expect(await panel().getByLabel('MITRE ATT&CK', { exact: true }).inputValue()).toBe('T1565.002');
  await panel().getByRole('button', { name: 'Cancel' }).click();
  for (const tab of ['Coverage', 'Your changes']) {
    await hub.getByRole('tab', { name: tab }).click();
    await shot(`own-${tab}`);
  }
  expect(await publishDraft()).toBe('This would change no model.');
});

test('a model that takes the package gets the threat of its rule, certain once its question is answered', async () => {
  await page.goto(`${host.hub}?model=${model}&tab=diagram`);
  const part = hub.getByRole('region', { name: 'Selected part' });
  if (keysAlone)
    await hub.getByRole('combobox', { name: 'Go to a part' }).selectOption({ label: 'Web shop' });
  else await hub.locator('.wo-dfd-sheet .x6-cell', { hasText: 'Web shop' }).first().click();
  await part.getByLabel('Type').selectOption({ label: 'Payment switch' });
  await hub.getByText('Saved', { exact: true }).waitFor();
  await shot('own-diagram');
  await page.goto(`${host.hub}?model=${model}&tab=knowledge`);
  await hub.getByRole('checkbox', { name: /Rules of our bank/ }).check();
  await button('Add 1 threat, add 1 mitigation').click();
  await hub.getByText('Saved', { exact: true }).waitFor();
  await page.goto(`${host.hub}?model=${model}&tab=questions`);
  const question = hub.locator('.wo-questions > li', { hasText: 'Who releases a payment at Web shop?' });
  await question.getByText('settles 1 threat').waitFor();
  await shot('own-question');
  await question.getByRole('radio', { name: 'One person' }).check();
  await question.getByText(/^Certain now: .Somebody sends a payment through Web shop alone/).waitFor();
  await hub.getByText('Saved', { exact: true }).waitFor();
  await page.goto(`${host.hub}?model=${model}&tab=operations`);
  await button('Events that the knowledge base proposes').click();
  await hub.getByText(alone).first().waitFor();
  await shot('own-event');
});

test('what a change of the package says of the model before it is published is what the model then shows', async () => {
  await open();
  await button('Rules of our bank').click();
  await button('Somebody sends a payment through {element.name} alone').click();
  await choose('Impact', 'Severe');
  await fillIn({ 'Why you change it': 'It cost us a million in May.' });
  await panel().getByRole('button', { name: 'Keep in the draft' }).click();
  expect(await publishDraft()).toBe('This would add 0 threats in 1 model, retire 0 and change 1.');
  expect(await planned(model)).toEqual([0, 0, 1]);
  await hub.getByText('Impact: Moderate → Severe').waitFor();
  await hub.locator('.wo-changes summary', { hasText: 'Why' }).first().click();
  await hub.getByText('Your organisation changed it: It cost us a million in May.').waitFor();
  await shot('own-upgrade');
  await button('Change 1').click();
  await hub.getByText('The model says what the chosen packages say.').waitFor();
  await hub.getByText('Saved', { exact: true }).waitFor();
});

test('no page broke', () => {
  expect(problems).toEqual([]);
});
