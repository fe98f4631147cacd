import { render, screen } from '@testing-library/react';
import * as React from 'react';
import { watchedShop } from '../../tests/fixtures/watched-shop';
import { pictureOfPlaces } from '../core/diagram/part-picture';
import { noWorry } from '../core/diagram/picture';
import Drawing from './Drawing';

test('a picture has a name, is said in words, and hostile names stay names', () => {
  const model = watchedShop();
  const [first] = model.element.values();
  if (!first) throw new Error('The shop is empty.');
  const hostile = { ...first, name: '<img src=x onerror=alert(1)>' };
  const part = pictureOfPlaces(
    { ...model, element: new Map([...model.element, [hostile.id, hostile]]) },
    [{ kind: 'element', id: hostile.id }],
    () => noWorry,
  );
  if (!part) throw new Error('Nothing is drawn.');
  const { container } = render(<Drawing part={part} title="Around it" name="x" />);
  expect(screen.getByRole('img').getAttribute('aria-labelledby')).toBe('xtitle');
  expect(container.querySelector('#xtitle')?.textContent).toBe('Around it');
  expect(container.querySelector('#xdescription')?.textContent).toContain('onerror');
  expect(container.querySelectorAll('img, script')).toHaveLength(0);
  expect(container.querySelector('ul')?.children).toHaveLength(part.words.length);
});
