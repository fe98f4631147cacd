/** What a form shows below its head, and what each of its sections gets. */
import type * as React from 'react';
import type { FieldRules } from '../../rest/field-rules';
import type { Process } from '../../rest/process';
import type { Paths } from '../../rest/team';
import type { Relation, WorkItem } from '../../rest/work-item';
import type { Draft } from './draft';

export interface FormProps {
  readonly item: WorkItem;
  readonly draft: Draft;
  /** Links as they will be after a save. */
  readonly relations: readonly Relation[];
  readonly process: Process;
  readonly paths: Paths;
  /** What the process says about the fields of this type. */
  readonly rules: FieldRules;
  readonly change: (name: string, value: unknown) => void;
  /** Reads the item again, without touching the draft. */
  readonly reload: () => Promise<void>;
  /** "read" where the person may not save work items: then no input is offered. */
  readonly access: 'read' | 'write';
  /** Shows another item in the place of this one. */
  readonly openItem: (id: number) => void;
}

export interface FormSection {
  readonly id: string;
  readonly title: string;
  /** The wide first column holds texts, the second one facts and contributed groups after them, the third one links. */
  readonly column: 'texts' | 'facts' | 'links';
  /** A section may not fit a type (no such field) or an item that is not saved yet. */
  readonly fits: (props: FormProps) => boolean;
  readonly Component: React.ComponentType<FormProps>;
}
