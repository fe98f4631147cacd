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
Microsoft.VSTS.Common.Discipline | Discipline | string | | Analysis, Development, Test, User Education, User Experience
Microsoft.VSTS.Common.Triage | Triage | string | | Info Received, More Info, Pending, Triaged
Microsoft.VSTS.Scheduling.Size | Size | double
Microsoft.VSTS.CMMI.ActualAttendee1 | Actual Attendee 1 | identity
Microsoft.VSTS.CMMI.Analysis | Analysis | html
Microsoft.VSTS.CMMI.CalledBy | Called By | identity
Microsoft.VSTS.CMMI.CalledDate | Called Date | dateTime
Microsoft.VSTS.CMMI.Comments | Comments | html
Microsoft.VSTS.CMMI.Committed | Committed | string | | No, Yes
Microsoft.VSTS.CMMI.ContingencyPlan | Contingency Plan | html
Microsoft.VSTS.CMMI.CorrectiveActionActualResolution | Corrective Action Actual Resolution | html
Microsoft.VSTS.CMMI.CorrectiveActionPlan | Corrective Action Plan | html
Microsoft.VSTS.CMMI.Escalate | Escalate | string | | No, Yes
Microsoft.VSTS.CMMI.Estimate | Estimate | double
Microsoft.VSTS.CMMI.FoundInEnvironment | Found In Environment | string
Microsoft.VSTS.CMMI.HowFound | How Found | string
Microsoft.VSTS.CMMI.ImpactAssessmentHtml | Impact Assessment | html
Microsoft.VSTS.CMMI.Justification | Justification | html
Microsoft.VSTS.CMMI.MeetingType | Meeting Type | string | | Meeting, Offline
Microsoft.VSTS.CMMI.MitigationPlan | Mitigation Plan | html
Microsoft.VSTS.CMMI.MitigationTriggers | Mitigation Triggers | html
Microsoft.VSTS.CMMI.Probability | Probability | integer
Microsoft.VSTS.CMMI.ProposedFix | Proposed Fix | html
Microsoft.VSTS.CMMI.Purpose | Purpose | string
Microsoft.VSTS.CMMI.RequirementType | Requirement Type | string | | Business Objective, Feature, Functional, Interface, Operational, Quality of Service, Safety, Scenario, Security
Microsoft.VSTS.CMMI.RequiresReview | Requires Review | string | | No, Yes
Microsoft.VSTS.CMMI.RequiresTest | Requires Test | string | | No, Yes
Microsoft.VSTS.CMMI.RootCause | Root Cause | string | | Coding Error, Communication Error, Design Error, Specification Change, Specification Error, Unknown
Microsoft.VSTS.CMMI.SubjectMatterExpert1 | Subject Matter Expert 1 | identity
Microsoft.VSTS.CMMI.Symptom | Symptom | html
Microsoft.VSTS.CMMI.TargetResolveDate | Target Resolve Date | dateTime
Microsoft.VSTS.CMMI.TaskType | Task Type | string | | Corrective Action, Mitigation Action, Planned
Microsoft.VSTS.CMMI.UserAcceptanceTest | User Acceptance Test | string | | Fail, Not Ready, Pass, Ready
Microsoft.VSTS.TCM.TestSuiteType | Test Suite Type | string
Microsoft.VSTS.TCM.Parameters | Parameters | html
Microsoft.VSTS.CodeReview.Context | Associated Context | string
Microsoft.VSTS.Feedback.ApplicationStartInformation | Application Start Information | plainText
Microsoft.VSTS.Feedback.ApplicationType | Application Type | string
`);

/** What the inherited process adds to the fields of the system. */
export const CUSTOM_FIELDS = readFields(`
Custom.CostCentre | Cost Centre | string | | Compliance, Platform, Product
Custom.Requester | Requester | identity
`);
