import * as v from 'valibot';
import { accessError } from './http';
import { understood } from './work-item-answer';

const page = '<!DOCTYPE html><html><head><title>\n Company  proxy </title></head><body>Sign in</body></html>';

test('a page of a proxy instead of an answer is called so, by its title', () => {
  const read = () => understood(v.object({ id: v.string() }), page, 'the project');
  expect(read).toThrow(
    /^A web page, “Company proxy”, came instead of the answer .* about the project: a proxy/,
  );
  expect(accessError({ status: 502, body: page }, 'the project').message).toBe(
    'Azure DevOps failed on the project (status 502). The answer was a web page, “Company proxy”: perhaps of a proxy.',
  );
  expect(accessError({ status: 500, body: '<p>Oops</p>' }, 'it').message).not.toContain('web page');
});

test('a refused sign-in names every reason that there may be', () => {
  for (const status of [203, 401])
    expect(accessError({ status, body: page }, 'the Tasks').message).toMatch(/wrong, has expired, or lacks/);
});
