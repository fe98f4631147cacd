/** What one entry of a `$batch` answer means: every entry has a code of its own (platform facts 5.4). */
import * as v from 'valibot';
import type { TaskOperation, WriteResult } from '../../app/task-ports';

const ruleErrors = v.object({
  customProperties: v.object({
    RuleValidationErrors: v.array(
      v.object({ fieldReferenceName: v.string(), fieldStatusFlags: v.optional(v.unknown()) }),
    ),
  }),
});
const written = v.object({ id: v.number(), rev: v.number() });

/** The value of an inner answer of a batch, whose body is JSON as text; undefined when it is none. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The field that a rule wants filled in; undefined when the refusal is about something else. */
function requiredField(body: unknown): string | undefined {
  const answer = v.safeParse(ruleErrors, body);
  if (!answer.success) return undefined;
  const isMissing = (flags: unknown): boolean => /required|invalidempty/i.test(String(flags));
  return answer.output.customProperties.RuleValidationErrors.find(({ fieldStatusFlags }) =>
    isMissing(fieldStatusFlags),
  )?.fieldReferenceName;
}

export function batchResult(
  { code, body }: { readonly code: number; readonly body: string },
  operation: TaskOperation | undefined,
): WriteResult {
  const answer = parsed(body);
  if (code >= 200 && code < 300) {
    if (operation?.kind === 'delete') return { kind: 'written', id: operation.id, rev: 0 };
    const made = v.safeParse(written, answer);
    // It may exist all the same: the next look finds it by its link.
    if (!made.success) return { kind: 'outdated' };
    return { kind: 'written', id: made.output.id, rev: made.output.rev };
  }
  // 412: the test on /rev failed; 409: somebody saved between test and save (facts 5.3). With any other failure of
  // the service itself nobody knows what was done, so it is looked at again, too.
  if (code === 412 || code === 409 || code < 200 || code >= 500) return { kind: 'outdated' };
  const said = v.safeParse(v.object({ message: v.string() }), answer);
  const message = said.success ? said.output.message : `Azure DevOps refused the work item (code ${code}).`;
  const required = requiredField(answer);
  return { kind: 'refused', message, ...(required === undefined ? {} : { required }) };
}
