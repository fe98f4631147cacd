/** Every operation this server answers. The bundle cannot read folders at run time, so each file is named here; a test compares. */
import type { Endpoint } from '../kernel/endpoint';
import getProcess from './core/get-process';
import getProject from './core/get-project';
import getTeam from './core/get-team';
import listAllTeams from './core/list-all-teams';
import listProcesses from './core/list-processes';
import listProjects from './core/list-projects';
import listTeamMembers from './core/list-team-members';
import listTeams from './core/list-teams';
import createDashboard from './dashboard/create-dashboard';
import createWidget from './dashboard/create-widget';
import deleteDashboard from './dashboard/delete-dashboard';
import deleteWidget from './dashboard/delete-widget';
import getDashboard from './dashboard/get-dashboard';
import getWidgetType from './dashboard/get-widget-type';
import getWidget from './dashboard/get-widget';
import listDashboards from './dashboard/list-dashboards';
import listWidgetTypes from './dashboard/list-widget-types';
import listWidgets from './dashboard/list-widgets';
import replaceDashboard from './dashboard/replace-dashboard';
import replaceDashboards from './dashboard/replace-dashboards';
import replaceWidget from './dashboard/replace-widget';
import replaceWidgets from './dashboard/replace-widgets';
import updateWidget from './dashboard/update-widget';
import updateWidgets from './dashboard/update-widgets';
import createDocument from './extensionmanagement/create-document';
import deleteDocument from './extensionmanagement/delete-document';
import getDocument from './extensionmanagement/get-document';
import getInstalledExtension from './extensionmanagement/get-installed-extension';
import listDocuments from './extensionmanagement/list-documents';
import listInstalledExtensions from './extensionmanagement/list-installed-extensions';
import queryCollections from './extensionmanagement/query-collections';
import setDocument from './extensionmanagement/set-document';
import updateDocument from './extensionmanagement/update-document';
import getFeatureState from './featuremanagement/get-feature-state';
import getFeature from './featuremanagement/get-feature';
import setFeatureState from './featuremanagement/set-feature-state';
import getConnectionData from './location/get-connection-data';
import getResourceArea from './location/get-resource-area';
import listResourceAreas from './location/list-resource-areas';
import getEntries from './settings/get-entries';
import setEntries from './settings/set-entries';
import addComment from './wit/add-comment';
import createClassificationNode from './wit/create-classification-node';
import createQuery from './wit/create-query';
import createWorkItem from './wit/create-work-item';
import deleteClassificationNode from './wit/delete-classification-node';
import deleteComment from './wit/delete-comment';
import deleteQuery from './wit/delete-query';
import deleteTag from './wit/delete-tag';
import deleteWorkItem from './wit/delete-work-item';
import deleteWorkItems from './wit/delete-work-items';
import destroyRecycledWorkItem from './wit/destroy-recycled-work-item';
import getClassificationNode from './wit/get-classification-node';
import getCommentVersion from './wit/get-comment-version';
import getComment from './wit/get-comment';
import getField from './wit/get-field';
import getQueriesBatch from './wit/get-queries-batch';
import getQuery from './wit/get-query';
import getRecycledWorkItem from './wit/get-recycled-work-item';
import getRelationType from './wit/get-relation-type';
import getRevision from './wit/get-revision';
import getTag from './wit/get-tag';
import getUpdate from './wit/get-update';
import getWorkItemTemplate from './wit/get-work-item-template';
import getWorkItemTypeCategory from './wit/get-work-item-type-category';
import getWorkItemTypeField from './wit/get-work-item-type-field';
import getWorkItemType from './wit/get-work-item-type';
import getWorkItem from './wit/get-work-item';
import getWorkItemsBatch from './wit/get-work-items-batch';
import listClassificationNodes from './wit/list-classification-nodes';
import listCommentVersions from './wit/list-comment-versions';
import listComments from './wit/list-comments';
import listFields from './wit/list-fields';
import listQueries from './wit/list-queries';
import listRecycleBin from './wit/list-recycle-bin';
import listRelationTypes from './wit/list-relation-types';
import listRevisions from './wit/list-revisions';
import listTags from './wit/list-tags';
import listUpdates from './wit/list-updates';
import listWorkItemTypeCategories from './wit/list-work-item-type-categories';
import listWorkItemTypeFields from './wit/list-work-item-type-fields';
import listWorkItemTypeStates from './wit/list-work-item-type-states';
import listWorkItemTypes from './wit/list-work-item-types';
import listWorkItems from './wit/list-work-items';
import patchBatch from './wit/patch-batch';
import postBatch from './wit/post-batch';
import queryById from './wit/query-by-id';
import queryByWiql from './wit/query-by-wiql';
import restoreWorkItem from './wit/restore-work-item';
import readReportingRevisions from './wit/read-reporting-revisions';
import postReportingRevisions from './wit/post-reporting-revisions';
import listReportingLinks from './wit/list-reporting-links';
import updateClassificationNode from './wit/update-classification-node';
import updateComment from './wit/update-comment';
import updateQuery from './wit/update-query';
import updateTag from './wit/update-tag';
import updateWorkItem from './wit/update-work-item';
import getBacklogConfiguration from './work/get-backlog-configuration';
import getBacklog from './work/get-backlog';
import getBoard from './work/get-board';
import getCapacities from './work/get-capacities';
import getCapacity from './work/get-capacity';
import getCardRuleSettings from './work/get-card-rule-settings';
import getCardSettings from './work/get-card-settings';
import getIteration from './work/get-iteration';
import getProcessConfiguration from './work/get-process-configuration';
import getTaskboardColumns from './work/get-taskboard-columns';
import getTeamDaysOff from './work/get-team-days-off';
import getTeamFieldValues from './work/get-team-field-values';
import getTeamSettings from './work/get-team-settings';
import listBacklogWorkItems from './work/list-backlog-work-items';
import listBacklogs from './work/list-backlogs';
import listBoardColumns from './work/list-board-columns';
import listBoardRows from './work/list-board-rows';
import listBoards from './work/list-boards';
import listIterationWorkItems from './work/list-iteration-work-items';
import listIterations from './work/list-iterations';
import listTaskboardWorkItems from './work/list-taskboard-work-items';
import replaceCapacities from './work/replace-capacities';
import updateBoardColumns from './work/update-board-columns';
import updateBoardRows from './work/update-board-rows';
import updateCapacity from './work/update-capacity';
import updateCardRuleSettings from './work/update-card-rule-settings';
import updateCardSettings from './work/update-card-settings';
import updateTaskboardCardRuleSettings from './work/update-taskboard-card-rule-settings';
import updateTaskboardCardSettings from './work/update-taskboard-card-settings';
import updateTaskboardColumns from './work/update-taskboard-columns';
import updateTaskboardWorkItem from './work/update-taskboard-work-item';
import updateTeamDaysOff from './work/update-team-days-off';
import updateTeamSettings from './work/update-team-settings';

export const endpoints: readonly Endpoint[] = [
  getProcess,
  getProject,
  getTeam,
  listAllTeams,
  listProcesses,
  listProjects,
  listTeamMembers,
  listTeams,
  createDashboard,
  createWidget,
  deleteDashboard,
  deleteWidget,
  getDashboard,
  getWidgetType,
  getWidget,
  listDashboards,
  listWidgetTypes,
  listWidgets,
  replaceDashboard,
  replaceDashboards,
  replaceWidget,
  replaceWidgets,
  updateWidget,
  updateWidgets,
  createDocument,
  deleteDocument,
  getDocument,
  getInstalledExtension,
  listDocuments,
  listInstalledExtensions,
  queryCollections,
  setDocument,
  updateDocument,
  getFeatureState,
  getFeature,
  setFeatureState,
  getConnectionData,
  getResourceArea,
  listResourceAreas,
  getEntries,
  setEntries,
  addComment,
  createClassificationNode,
  createQuery,
  createWorkItem,
  deleteClassificationNode,
  deleteComment,
  deleteQuery,
  deleteTag,
  deleteWorkItem,
  deleteWorkItems,
  destroyRecycledWorkItem,
  getClassificationNode,
  getCommentVersion,
  getComment,
  getField,
  getQueriesBatch,
  getQuery,
  getRecycledWorkItem,
  getRelationType,
  getRevision,
  getTag,
  getUpdate,
  getWorkItemTemplate,
  getWorkItemTypeCategory,
  getWorkItemTypeField,
  getWorkItemType,
  getWorkItem,
  getWorkItemsBatch,
  listClassificationNodes,
  listCommentVersions,
  listComments,
  listFields,
  listQueries,
  listRecycleBin,
  listRelationTypes,
  listRevisions,
  listTags,
  listUpdates,
  listWorkItemTypeCategories,
  listWorkItemTypeFields,
  listWorkItemTypeStates,
  listWorkItemTypes,
  listWorkItems,
  patchBatch,
  postBatch,
  queryById,
  queryByWiql,
  restoreWorkItem,
  readReportingRevisions,
  postReportingRevisions,
  listReportingLinks,
  updateClassificationNode,
  updateComment,
  updateQuery,
  updateTag,
  updateWorkItem,
  getBacklogConfiguration,
  getBacklog,
  getBoard,
  getCapacities,
  getCapacity,
  getCardRuleSettings,
  getCardSettings,
  getIteration,
  getProcessConfiguration,
  getTaskboardColumns,
  getTeamDaysOff,
  getTeamFieldValues,
  getTeamSettings,
  listBacklogWorkItems,
  listBacklogs,
  listBoardColumns,
  listBoardRows,
  listBoards,
  listIterationWorkItems,
  listIterations,
  listTaskboardWorkItems,
  replaceCapacities,
  updateBoardColumns,
  updateBoardRows,
  updateCapacity,
  updateCardRuleSettings,
  updateCardSettings,
  updateTaskboardCardRuleSettings,
  updateTaskboardCardSettings,
  updateTaskboardColumns,
  updateTaskboardWorkItem,
  updateTeamDaysOff,
  updateTeamSettings,
];
