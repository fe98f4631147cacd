import { aMitigation } from '../../../tests/fixtures/sample-model';
import { countingIds } from '../../../tests/fixtures/sample-model';
import { eventNumber, watchedShop } from '../../../tests/fixtures/watched-shop';
import { applyEdit } from '../model/edit';
import { implementEvents } from '../model/edits/events';
import type { Threshold } from '../model/event';
import { indexModel } from '../model/model-index';
import type { Model } from '../model/model';
import { findSection } from './section';
import { taskSection } from './task-text';

const url = 'https://dev.example/hub?model=1';
const shop = watchedShop();
const made = applyEdit(shop, implementEvents(shop, [eventNumber(1)], countingIds(0x9000)));
const mitigation = [...made.mitigation.values()].at(-1) ?? aMitigation(1);
const sectionOf = (model: Model) => taskSection(model, indexModel(model), { mitigation, url });

test('S60 the Task of an event says the log contract and how to test it', () => {
  const { plain } = sectionOf(made);
  expect(plain).toContain('Log contract: Many failed sign-ins for one account');
  expect(plain).toContain('Name: authn_login_fail');
  expect(plain).toMatch(/Raised when: \S.*Level: \S/s);
  expect(plain).toContain(
    'Fields: user (string, sensitive: log a keyed hash, the alert counts by it), ip (string)',
  );
  expect(plain).toContain('Alert: 10 times within 5m for the same user, severity medium');
  expect(plain).toContain('Bring it about: A sign-in fails because of a wrong password.');
});

test('S60 a sequence is tested as one, and names what it is joined by', () => {
  const event = made.event.get(eventNumber(1));
  const threshold: Threshold = {
    kind: 'sequence',
    then: 'authn_login_success',
    window: 'PT5M',
    groupBy: ['device'],
  };
  const followed = applyEdit(made, { label: '', event: { put: event ? [{ ...event, threshold }] : [] } });
  const { plain } = sectionOf(followed);
  expect(plain).toContain(
    'Fields: user (string, sensitive: log a keyed hash or nothing), ip (string), device (string)',
  );
  expect(plain).toContain(
    'Bring it about, followed by authn_login_success within 5m for the same device: the alert comes up. Alone: it does not.',
  );
});

test('S60 the words follow the event, so that the plan writes the Task anew', () => {
  const event = made.event.get(eventNumber(1));
  const renamed = applyEdit(made, {
    label: '',
    event: { put: event ? [{ ...event, logName: 'signin_failed' }] : [] },
  });
  expect(sectionOf(renamed).plain).not.toBe(sectionOf(made).plain);
  expect(sectionOf(renamed).plain).toContain('Name: signin_failed');
});

test('S60 a declined event leaves the section; one without events says what it always said', () => {
  const event = made.event.get(eventNumber(1));
  const declined = applyEdit(made, {
    label: '',
    event: { put: event ? [{ ...event, choice: 'declined' }] : [] },
  });
  expect(sectionOf(declined).plain).not.toContain('Log contract');
});

test('S14 the contract has the same words in HTML and in Markdown', () => {
  const { html, markdown, plain } = sectionOf(made);
  const isOurs = (address: string) => address === url;
  expect(findSection({ text: html(), format: 'html' }, isOurs)?.words).toBe(plain);
  expect(findSection({ text: markdown(), format: 'markdown' }, isOurs)?.words).toBe(plain);
});
