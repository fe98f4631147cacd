/** Every operation this server answers. The bundle cannot read folders at run time, so each file is named here; a test compares. */
import type { Endpoint } from '../kernel/endpoint';
import getProject from './core/get-project';
import getTeam from './core/get-team';
import listAllTeams from './core/list-all-teams';
import listProjects from './core/list-projects';
import listTeamMembers from './core/list-team-members';
import listTeams from './core/list-teams';
import createDocument from './extensionmanagement/create-document';
import deleteDocument from './extensionmanagement/delete-document';
import getDocument from './extensionmanagement/get-document';
import getInstalledExtension from './extensionmanagement/get-installed-extension';
import listInstalledExtensions from './extensionmanagement/list-installed-extensions';
import listDocuments from './extensionmanagement/list-documents';
import queryCollections from './extensionmanagement/query-collections';
import setDocument from './extensionmanagement/set-document';
import updateDocument from './extensionmanagement/update-document';
import getFeature from './featuremanagement/get-feature';
import getFeatureState from './featuremanagement/get-feature-state';
import setFeatureState from './featuremanagement/set-feature-state';
import getConnectionData from './location/get-connection-data';
import getResourceArea from './location/get-resource-area';
import listResourceAreas from './location/list-resource-areas';
import getSettingEntries from './settings/get-entries';
import setSettingEntries from './settings/set-entries';
import addComment from './wit/add-comment';
import createWorkItem from './wit/create-work-item';
import deleteWorkItem from './wit/delete-work-item';
import getClassificationNode from './wit/get-classification-node';
import getField from './wit/get-field';
import getRevision from './wit/get-revision';
import getWorkItemTypeCategory from './wit/get-work-item-type-category';
import getWorkItemType from './wit/get-work-item-type';
import getWorkItem from './wit/get-work-item';
import getWorkItemsBatch from './wit/get-work-items-batch';
import listClassificationNodes from './wit/list-classification-nodes';
import listComments from './wit/list-comments';
import listFields from './wit/list-fields';
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
import queryByWiql from './wit/query-by-wiql';
import restoreWorkItem from './wit/restore-work-item';
import updateWorkItem from './wit/update-work-item';
import getBacklogConfiguration from './work/get-backlog-configuration';
import getBacklog from './work/get-backlog';
import getBoard from './work/get-board';
import getIteration from './work/get-iteration';
import getTeamFieldValues from './work/get-team-field-values';
import getTeamSettings from './work/get-team-settings';
import listBacklogWorkItems from './work/list-backlog-work-items';
import listBacklogs from './work/list-backlogs';
import listBoardColumns from './work/list-board-columns';
import listBoardRows from './work/list-board-rows';
import listBoards from './work/list-boards';
import listIterationWorkItems from './work/list-iteration-work-items';
import listIterations from './work/list-iterations';

export const endpoints: readonly Endpoint[] = [
  getProject,
  getTeam,
  listAllTeams,
  listProjects,
  listTeamMembers,
  listTeams,
  createDocument,
  deleteDocument,
  getDocument,
  getInstalledExtension,
  listInstalledExtensions,
  listDocuments,
  queryCollections,
  setDocument,
  updateDocument,
  getFeature,
  getFeatureState,
  setFeatureState,
  getConnectionData,
  getResourceArea,
  listResourceAreas,
  getSettingEntries,
  setSettingEntries,
  addComment,
  createWorkItem,
  deleteWorkItem,
  getClassificationNode,
  getField,
  getRevision,
  getWorkItemTypeCategory,
  getWorkItemType,
  getWorkItem,
  getWorkItemsBatch,
  listClassificationNodes,
  listComments,
  listFields,
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
  queryByWiql,
  restoreWorkItem,
  updateWorkItem,
  getBacklogConfiguration,
  getBacklog,
  getBoard,
  getIteration,
  getTeamFieldValues,
  getTeamSettings,
  listBacklogWorkItems,
  listBacklogs,
  listBoardColumns,
  listBoardRows,
  listBoards,
  listIterationWorkItems,
  listIterations,
];
