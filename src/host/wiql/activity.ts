/** Which work items somebody had to do with lately. */
import type { Project, User } from '../organisation/types';
import type { Reader } from '../store/store';
import { liveWorkItems } from '../work-items/computed';
import { comments, revisions } from '../work-items/types';
import { DAY } from './dates';

/** The original looks back thirty days, and lists so many items of a project at most. */
const DAYS = 30;
const MAXIMUM = 5000;

const isRecent = (date: unknown, now: Date): boolean =>
  Date.parse(String(date)) >= now.getTime() - DAYS * DAY;

/** Items that the user changed; what somebody only looked at is not known here. */
export function recentlyChangedBy(reader: Reader, user: User, now: Date): readonly number[] {
  return reader
    .all(revisions)
    .filter(
      ({ fields }) => fields['System.ChangedBy'] === user.id && isRecent(fields['System.ChangedDate'], now),
    )
    .map((revision) => revision.id);
}

/** A mention holds the id of the person: `data-vss-mention="version:2.0,{id}"` in HTML, `@<id>` in Markdown. */
export function recentlyMentioning(reader: Reader, user: User, now: Date): readonly number[] {
  return reader
    .all(comments)
    .filter((one) => !one.isDeleted && isRecent(one.createdAt, now))
    .filter((one) => one.text.toLowerCase().includes(user.id))
    .map((comment) => comment.workItemId);
}

/** The items of the project, or of all where none is given, that anybody changed: the latest ones. */
export function recentlyTouched(reader: Reader, project: Project | undefined, now: Date): readonly number[] {
  const changed = (fields: Readonly<Record<string, unknown>>): string => String(fields['System.ChangedDate']);
  return liveWorkItems(reader)
    .filter(({ fields }) => project === undefined || fields['System.TeamProject'] === project.name)
    .filter(({ fields }) => isRecent(changed(fields), now))
    .sort((a, b) => (changed(a.fields) < changed(b.fields) ? 1 : -1))
    .slice(0, MAXIMUM)
    .map((item) => item.id);
}
