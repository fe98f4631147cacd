/** The fields of the system processes, as far as the types of this server use them. */
import { readFields } from './field';

/** Every type has these. */
export const SYSTEM_FIELDS = readFields(`
System.Id | ID | integer | read only
System.Rev | Rev | integer | read only
System.AreaPath | Area Path | treePath
System.AreaId | Area ID | integer
System.AreaLevel1 | Area Level 1 | string | read only
System.AreaLevel2 | Area Level 2 | string | read only
System.AreaLevel3 | Area Level 3 | string | read only
System.NodeName | Node Name | string | read only
System.TeamProject | Team Project | string | read only
System.IterationPath | Iteration Path | treePath
System.IterationId | Iteration ID | integer
System.IterationLevel1 | Iteration Level 1 | string | read only
System.IterationLevel2 | Iteration Level 2 | string | read only
System.WorkItemType | Work Item Type | string | read only
System.State | State | string
System.Reason | Reason | string
System.AssignedTo | Assigned To | identity
System.CreatedDate | Created Date | dateTime | read only
System.CreatedBy | Created By | identity | read only
System.ChangedDate | Changed Date | dateTime | read only
System.ChangedBy | Changed By | identity | read only
System.AuthorizedDate | Authorized Date | dateTime | read only
System.RevisedDate | Revised Date | dateTime | read only
System.CommentCount | Comment Count | integer | read only
System.Title | Title | string
System.BoardColumn | Board Column | string | read only
System.BoardColumnDone | Board Column Done | boolean | read only
System.BoardLane | Board Lane | string | read only
System.Description | Description | html
System.History | History | history
System.Tags | Tags | plainText
System.Parent | Parent | integer | read only
System.Watermark | Watermark | integer | read only
System.RelatedLinkCount | Related Link Count | integer | read only
System.ExternalLinkCount | External Link Count | integer | read only
System.HyperLinkCount | Hyperlink Count | integer | read only
Microsoft.VSTS.Common.StateChangeDate | State Change Date | dateTime | read only
`);

/** Types pick from these by reference name. */
export const COMMON_FIELDS = readFields(`
Microsoft.VSTS.Common.ActivatedDate | Activated Date | dateTime
Microsoft.VSTS.Common.ActivatedBy | Activated By | identity
Microsoft.VSTS.Common.ResolvedDate | Resolved Date | dateTime
Microsoft.VSTS.Common.ResolvedBy | Resolved By | identity
Microsoft.VSTS.Common.ResolvedReason | Resolved Reason | string
Microsoft.VSTS.Common.ClosedDate | Closed Date | dateTime
Microsoft.VSTS.Common.ClosedBy | Closed By | identity
Microsoft.VSTS.Common.Priority | Priority | integer | | 1, 2, 3, 4
Microsoft.VSTS.Common.Severity | Severity | string | | 1 - Critical, 2 - High, 3 - Medium, 4 - Low
Microsoft.VSTS.Common.ValueArea | Value Area | string | | Architectural, Business
Microsoft.VSTS.Common.Risk | Risk | string | | 1 - High, 2 - Medium, 3 - Low
Microsoft.VSTS.Common.BusinessValue | Business Value | integer
Microsoft.VSTS.Common.TimeCriticality | Time Criticality | double
Microsoft.VSTS.Common.StackRank | Stack Rank | double
Microsoft.VSTS.Common.BacklogPriority | Backlog Priority | double
Microsoft.VSTS.Common.Activity | Activity | string | | Deployment, Design, Development, Documentation, Requirements, Testing
Microsoft.VSTS.Common.AcceptanceCriteria | Acceptance Criteria | html
Microsoft.VSTS.Scheduling.StoryPoints | Story Points | double
Microsoft.VSTS.Scheduling.Effort | Effort | double
Microsoft.VSTS.Scheduling.RemainingWork | Remaining Work | double
Microsoft.VSTS.Scheduling.OriginalEstimate | Original Estimate | double
Microsoft.VSTS.Scheduling.CompletedWork | Completed Work | double
Microsoft.VSTS.Scheduling.StartDate | Start Date | dateTime
Microsoft.VSTS.Scheduling.TargetDate | Target Date | dateTime
Microsoft.VSTS.Scheduling.FinishDate | Finish Date | dateTime
Microsoft.VSTS.Scheduling.DueDate | Due Date | dateTime
Microsoft.VSTS.TCM.ReproSteps | Repro Steps | html
Microsoft.VSTS.TCM.SystemInfo | System Info | html
Microsoft.VSTS.TCM.Steps | Steps | html
Microsoft.VSTS.Build.FoundIn | Found In | string
Microsoft.VSTS.Build.IntegrationBuild | Integration Build | string
Microsoft.VSTS.CMMI.Blocked | Blocked | string | | No, Yes
`);
