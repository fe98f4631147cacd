/** The model's side of a sync as it was before: each thing only while it is as that sync left it (S73, S77). Pure. */
import { shortHash } from '../model/canonical-json';
import type { Edit } from '../model/edit';
import type { Mitigation, Realisation } from '../model/mitigation';
import type { Model } from '../model/model';
import { sameValue } from '../model/same-value';
import type { JournalLine } from './journal';
import { leftKey } from './journal';
import type { Meaning } from './plan';
import { mappedCategory } from './states';

export interface TakenBack {
  readonly edit: Edit;
  readonly meanings: readonly Meaning[];
  /** What people changed since, so that it stays as it is: a sentence each. */
  readonly stays: readonly string[];
}

/**
 * Takes lines back one after the other. Several lines may be about one mitigation: each goes on from what those before
 * it put back.
 */
export class ModelBefore {
  readonly #mitigations = new Map<Mitigation['id'], Mitigation>();

  constructor(private readonly model: Model) {}

  /** `workItem` is the one that the line was about; a realisation that follows another one by now stays. */
  of(line: JournalLine, workItem: number | null): TakenBack {
    const stays: string[] = [];
    const realisation = this.#realisations(line, workItem, stays);
    const mitigation = this.#mitigation(line, stays);
    const meanings = this.#meanings(line, stays);
    const edit: Edit = {
      label: 'Undo the last sync',
      realisation,
      ...(mitigation ? { mitigation: { put: [mitigation] } } : {}),
    };
    return { edit, meanings, stays };
  }

  /** The edit with its mitigations as all lines together leave them, so that the order of the steps does not matter. */
  whole(edit: Edit): Edit {
    const put = edit.mitigation?.put?.map((each) => this.#mitigations.get(each.id) ?? each);
    return put ? { ...edit, mitigation: { put } } : edit;
  }

  #realisations(
    line: JournalLine,
    workItem: number | null,
    stays: string[],
  ): NonNullable<Edit['realisation']> {
    const now = this.model.realisation.get(line.realisation);
    const { realisation: was, others = [] } = line.was;
    const hasLetGo = now?.workItem === null && line.left?.[leftKey.noTask] !== undefined;
    const isOurs = now !== undefined && (now.workItem === workItem || hasLetGo);
    const put: Realisation[] = others.flatMap((other) => {
      const there = this.model.realisation.get(other.id);
      if (!there || sameValue(there.covers, other.covers)) return [];
      if (shortHash(there.covers) === line.left?.[leftKey.shareOf(other.id)])
        return [{ ...there, covers: other.covers, ...(other.decided ? { decided: other.decided } : {}) }];
      stays.push('Somebody has divided the mitigation anew since: that stays.');
      return [];
    });
    if (!isOurs) return { put };
    if (!was) return { put, remove: [line.realisation] };
    // Where nobody knows what the sync left, it is as it was: entries of earlier versions say no more.
    const left = line.left?.[leftKey.share];
    const divided = line.left !== undefined && left !== shortHash(now.covers);
    return { put: [...put, divided ? { ...was, covers: now.covers } : was] };
  }

  #mitigation(line: JournalLine, stays: string[]): Mitigation | undefined {
    const now = this.#mitigations.get(line.mitigation) ?? this.model.mitigation.get(line.mitigation);
    if (!now) return undefined;
    const { title, status } = line.was;
    let next = now;
    if (title !== undefined && title !== now.title) {
      if (shortHash(now.title) === line.left?.[leftKey.title]) next = { ...next, title };
      else stays.push('Somebody has given the mitigation another title since: that stays.');
    }
    if (status !== undefined && !sameValue(status, now.status)) {
      const left = line.left?.[leftKey.status];
      // Entries of earlier versions do not say what they left, but all that a sync did then was to approve.
      const isOurs =
        line.left === undefined ? now.status.kind === 'approved' : left === shortHash(now.status);
      if (isOurs) next = { ...next, status };
      else if (left !== undefined) stays.push('Somebody has decided about the mitigation since: that stays.');
    }
    if (next === now) return undefined;
    this.#mitigations.set(next.id, next);
    return next;
  }

  #meanings(line: JournalLine, stays: string[]): readonly Meaning[] {
    return (line.was.meanings ?? []).flatMap((was): readonly Meaning[] => {
      const now = mappedCategory(this.model.info.stateMap, was) ?? null;
      if (now === was.category) return [];
      if (shortHash(now) === line.left?.[leftKey.meaning(was)]) return [was];
      stays.push(`Somebody has said anew what the state ${was.state} means: that stays.`);
      return [];
    });
  }
}
