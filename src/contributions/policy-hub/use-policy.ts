/** The policy on the page: what is stored, what somebody makes of it, and the way to store or take back. */
import * as React from 'react';
import type { OpenedPolicy } from '../../app/project-policy';
import type { ProjectPolicy } from '../../core/model/project-policy';
import { sentenceOf } from '../../ui/words';
import { isSame, tidy } from './draft';
import type { Loaded, PolicyHubProps } from './PolicyHub';

export interface PolicyWork {
  readonly opened: OpenedPolicy;
  readonly saved: ProjectPolicy;
  readonly draft: ProjectPolicy;
  readonly isChanged: boolean;
  readonly readOnly: boolean;
  readonly busy: boolean;
  readonly problem: string | undefined;
  readonly change: (next: ProjectPolicy) => void;
  readonly discard: () => void;
  readonly save: () => void;
  /** Stores again what stood before the last change. */
  readonly undo: () => void;
}

export function usePolicy(given: PolicyHubProps & { readonly loaded: Loaded }): PolicyWork {
  const { app, toast, loaded } = given;
  const [opened, setOpened] = React.useState(loaded.opened);
  const saved = opened.policy ?? {};
  const [draft, setDraft] = React.useState<ProjectPolicy>(saved);
  const [busy, setBusy] = React.useState(false);
  const [problem, setProblem] = React.useState<string | undefined>(undefined);
  const store = (over: OpenedPolicy, next: ProjectPolicy, message: string) => {
    setBusy(true);
    setProblem(undefined);
    app
      .savePolicy(over, next)
      .then(
        (now) => {
          setOpened(now);
          setDraft(now.policy ?? {});
          const before = over.policy ?? {};
          toast(message, { label: 'Undo', run: () => store(now, before, 'The policies are as they were.') });
        },
        (error: unknown) => setProblem(sentenceOf(error)),
      )
      .finally(() => setBusy(false));
  };
  const last = opened.changes[0];
  return {
    opened,
    saved,
    draft,
    isChanged: !isSame(tidy(draft), tidy(saved)),
    readOnly: loaded.rights.kind === 'no' || opened.readOnly !== undefined || busy,
    busy,
    problem,
    change: setDraft,
    discard: () => setDraft(saved),
    save: () => store(opened, tidy(draft), 'The policies count from now on.'),
    undo: () => last && store(opened, last.before, 'The policies are as they were.'),
  };
}
