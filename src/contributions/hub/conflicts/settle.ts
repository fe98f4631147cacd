/** Turns "mine" of a conflict into an edit of the merged model. */
import type { Edit } from '../../../core/model/edit';
import { removeMitigations, removeThreats } from '../../../core/model/edits/build';
import { asId, mitigationId, threatId } from '../../../core/model/ids';
import type { Model } from '../../../core/model/model';
import type { MergeConflict } from '../../../core/store/merge';

const label = 'Keep my version';

/** Deleting takes along what hangs on the thing, also what others hung on it meanwhile. */
function removal(model: Model, conflict: Exclude<MergeConflict, { kind: 'info' }>): Edit {
  const threat = conflict.kind === 'threat' ? asId(threatId, conflict.id) : undefined;
  if (threat) return { ...removeThreats(model, [threat]), label };
  const mitigation = conflict.kind === 'mitigation' ? asId(mitigationId, conflict.id) : undefined;
  if (mitigation) return { ...removeMitigations(model, [mitigation]), label };
  return Object.assign({ label }, { [conflict.kind]: { remove: [conflict.id] } });
}

/** The edit that makes my version of the conflict count. */
export function editOfMine(model: Model, conflict: MergeConflict): Edit {
  if (conflict.kind === 'info') return { label, info: conflict.mine };
  if (conflict.mine === undefined) return removal(model, conflict);
  return Object.assign({ label }, { [conflict.kind]: { put: [conflict.mine] } });
}
