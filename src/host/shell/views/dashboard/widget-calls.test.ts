import { framedPage } from '../../xdm/framed-page';
import {
  askToSave,
  enlargeWidget,
  isBlocked,
  loadWidget,
  reloadWidget,
  type WidgetSettings,
} from './widget-calls';

const settings: WidgetSettings = {
  name: 'Counter',
  size: { columnSpan: 2, rowSpan: 1 },
  customSettings: { data: '{"a":1}', version: { major: 1, minor: 0, patch: 0 } },
};
const page = (object: object) => framedPage({ ask: async () => object, ids: ['x'], patience: [0] });
const success = async () => ({ statusType: 0 });

beforeEach(() => jest.spyOn(console, 'error').mockImplementation(() => undefined));

test.each<[string, object, object]>([
  ['success', { load: success }, { kind: 'shown' }],
  ['no status at all', { load: () => undefined }, { kind: 'shown' }],
  ['unconfigured', { load: async () => ({ statusType: 2 }) }, { kind: 'unconfigured' }],
  [
    'a rejected failure, as the helper of the API makes it',
    { load: async () => Promise.reject({ message: 'No query', isUserVisible: true }) },
    { kind: 'failed', reason: 'No query' },
  ],
  [
    'a failure that is not for people',
    { load: async () => Promise.reject({ message: 'secret', isUserVisible: false }) },
    { kind: 'failed', reason: expect.not.stringContaining('secret') },
  ],
  ['a failure as a status', { load: async () => ({ statusType: 1 }) }, { kind: 'failed' }],
  [
    'a preload that failed',
    { preload: async () => Promise.reject(new Error('early')), load: success },
    { kind: 'failed', reason: 'early' },
  ],
  ['no object', {}, { kind: 'failed', reason: expect.stringContaining('registered no object') }],
])('loading: %s', async (_what, object, face) =>
  expect(await loadWidget(page(object), settings)).toMatchObject(face),
);

test('preload comes before load, and both are told the settings', async () => {
  const told: unknown[] = [];
  const note = (name: string) => (given: unknown) => told.push([name, given]);
  await loadWidget(page({ load: note('load'), preload: note('preload') }), settings);
  expect(told).toEqual([
    ['preload', settings],
    ['load', settings],
  ]);
});

test('a widget without reload is loaded again, one without lightbox too', async () => {
  const told: string[] = [];
  const plain = page({ load: () => told.push('load') });
  await reloadWidget(plain, settings);
  await enlargeWidget(plain, settings, { width: 1, height: 1 });
  const full = page({ reload: () => told.push('reload'), lightbox: () => told.push('lightbox') });
  await reloadWidget(full, settings);
  await enlargeWidget(full, settings, { width: 1, height: 1 });
  expect(told).toEqual(['load', 'load', 'reload', 'lightbox']);
});

test('only a plain yes hides a widget from stakeholders', async () => {
  expect(await isBlocked(page({ disableWidgetForStakeholders: async () => true }), settings)).toBe(true);
  expect(await isBlocked(page({ disableWidgetForStakeholders: () => 'yes' }), settings)).toBe(false);
  expect(await isBlocked(page({}), settings)).toBe(false);
});

const version = { major: 2, minor: 0, patch: 0 };
test.each<[object, object]>([
  [
    { onSave: async () => ({ isValid: true, customSettings: { data: 'd', version } }) },
    { kind: 'valid', data: 'd', version },
  ],
  [{ onSave: async () => ({ isValid: true }) }, { kind: 'valid', data: null, version: undefined }],
  [{ onSave: async () => Promise.reject({ isValid: false }) }, { kind: 'invalid' }],
  [{ onSave: async () => ({ isValid: false }) }, { kind: 'invalid' }],
  [{ onSave: () => undefined }, { kind: 'invalid' }],
  [{}, { kind: 'invalid' }],
])('saving a configuration: %#', async (object, saving) =>
  expect(await askToSave(page(object))).toEqual(saving),
);
