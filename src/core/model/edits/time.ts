/** Edits about the time that a model costs, and about what it aims at. */
import type { Edit } from '../edit';
import { mint, timeEntryId } from '../ids';
import type { NewId, TimeEntryId } from '../ids';
import type { TimeEntry } from '../decisions';
import type { Model } from '../model';

export function addTime(entry: Omit<TimeEntry, 'id'>, newId: NewId): Edit {
  return { label: 'Add time', timeEntry: { put: [{ ...entry, id: mint(timeEntryId, newId) }] } };
}

/** The entry with another time or activity. */
export function changeTime(entry: TimeEntry): Edit {
  return { label: 'Change time', timeEntry: { put: [entry] } };
}

export function removeTime(id: TimeEntryId): Edit {
  return { label: 'Remove time', timeEntry: { remove: [id] } };
}

/** What the risk should come down to; undefined takes the aim away. */
export function setTarget(model: Model, target: Model['info']['target']): Edit {
  const { target: _before, ...info } = model.info;
  return { label: 'Set target', info: target ? { ...info, target } : info };
}
