import type { FormStore } from './form-store';
import { openForms } from './open-forms';

const form = (name: string): FormStore => ({ name }) as unknown as FormStore;

test('the last place is the current one, and replacing its form uncovers nothing below', () => {
  const forms = openForms();
  const seen: unknown[] = [];
  forms.onChanged(() => seen.push(forms.current()));
  const [page, first, second] = [form('page'), form('first'), form('second')];
  const below = forms.enter();
  below.show(page);
  const above = forms.enter();
  expect(forms.current()).toBe(page);
  above.show(first);
  above.show(second);
  above.leave();
  below.leave();
  expect(seen).toEqual([page, first, second, page, undefined]);
});
