/** Other headings that count as each of the five sections, separated by bars. */
export interface SectionAliases {
  /** Why the change exists. */
  context: string;
  /** What was changed, and how. */
  approach: string;
  /** What could go wrong, for whom, and how to undo it. */
  risk: string;
  /** How the author knows that it works. */
  testing: string;
  /** What is asked of the reviewer. */
  review_focus: string;
}

/** Forms that differ only in filler words, endings or case need no alias of their own. */
export const englishAliases: SectionAliases = {
  context:
    "Why|Motivation|Background|Problem|Summary|Description|Overview|Purpose|Goal|Reason|Rationale|" +
    "Objective|Intent|Introduction|Abstract|TL;DR|Use case|Justification|Scope|Problem statement|" +
    "Problem being solved|What problem does this solve?|Purpose of change|Reason for change|Why change|" +
    "Why is this needed?|Why do we need this?|Motivation and context|Current behavior|User story|" +
    "Current behaviour|Previous behavior|Business value|Bug description|Issue description|About|Story|" +
    "Root cause|Cause|Symptoms|Value|Intention|Aim|Reasoning|PR description|Executive summary|" +
    "Reason behind|Reasons behind|Rationale behind|Motivation behind|Why now|What was wrong|" +
    "What is wrong|What went wrong|What is broken|What was broken|What happened|" +
    "What problem does it solve|Problem solved|Problem to solve|Root cause analysis|RCA|Incident|" +
    "Pain points|Business need|Business context|Business case|User need|Why it matters|Why this matters|" +
    "What led to this|What prompted this|How we got here|In short|In a nutshell|At a glance|Synopsis|" +
    "Motive|Current state|Existing behavior|Actual behavior|Goals and non-goals|Rationale for|" +
    "What is the issue?|What is the bug?|What is the problem?|What does this solve?|Before this change|" +
    "Before this PR|Explanation|Need|Necessity|Intro|What is this for?|What is it for?|" +
    "What is this PR for?|Description of the change|Description of changes|Summary of the change|" +
    "Summary of changes",
  approach:
    "What|How|Changes|Solution|Implementation|Approach|Design|Fix|Implementation details|What changed|" +
    "Brief change log|Brief changelog|What does this PR do?|What is this?|What is this feature?|" +
    "Proposed changes|Proposed solution|Changes made|Modifications|Technical details|Technical design|" +
    "Technical approach|How it works|How does it work?|How is it done?|How did you do it?|" +
    "How did you fix it?|How does this fix it?|Work done|New behavior|New behaviour|Behavior change|" +
    "Expected behavior|What's new|Highlights|What is the new behavior?|Added|Updates|Main changes|" +
    "Key changes|List of changes|Code changes|API changes|UI changes|Architecture|Resolution|Proposal|" +
    "Implementation notes|Design decisions|What's changed|What's included|What's in this PR|Tasks done|" +
    "What was done|What I did|What we did|What I changed|Fix details|How it was fixed|" +
    "How this was solved|How I fixed it|How I solved it|Overview of changes|Changes in this PR|" +
    "Work performed|What was changed|Walkthrough of changes|Implementation summary|Solution overview|" +
    "Chosen approach|How this works|What I've done|What has been done|What this adds|What this fixes|" +
    "After this change|After this PR|Behavior after this change|Scope of changes|" +
    "How does it solve the problem?|How does this solve the issue?|How does it address the issue?|" +
    "How does it fix the issue?|How does it fix the problem?|How does it address the problem?|" +
    "How does it resolve the issue?|How it solves the problem|How is the problem solved?|Solution design|" +
    "What is different?|What's different|Description of changes|Summary of changes",
  risk:
    "Risks|Rollout|Rollback|Impact|Breaking changes|Trade-offs|Side effects|Compatibility|Limitations|" +
    "Risk assessment|Risk analysis|Risk level|Risks and mitigations|Mitigation|Mitigations|Roll-out|" +
    "Roll out|Roll-back|Roll back|Revert plan|Backout plan|Backward compatibility|" +
    "Backwards compatibility|Caveats|Security|Security impact|Security implications|Security risks|" +
    "Performance impact|Deployment|Deploy|Deploy notes|Release plan|Rollout plan|Migration|Migrations|" +
    "Migration guide|Upgrade notes|Known limitations|Known issues|Known problems|Drawbacks|Downsides|" +
    "Safety|Regression risk|Regressions|Blast radius|Affected areas|Areas affected|Impacted areas|" +
    "Areas of impact|User impact|Customer impact|Does this introduce a breaking change?|" +
    "Is this a breaking change?|Breaking|Implications|Consequences|What could go wrong?|How to undo|" +
    "How to revert|Backward incompatible changes|Safety assurance|Safety story|Effects|Dangers|" +
    "Does this PR introduce a breaking change?|Backward compatible|Backwards compatible|" +
    "Does this break anything?|Did this break anything else?|What does this break?|Impact analysis|" +
    "Impact assessment|Deployment risk|Unresolved problems|Failure modes|Failure scenarios|" +
    "Modes of failure|Reversibility|Reversible|Revertability|How to roll back|How to back out|Undo|" +
    "Undo plan|Rolling back|Fallback|Fallback plan|Contingency|Contingency plan|Recovery plan|Worst case|" +
    "What could break|What might break|What may break|What can go wrong|What might go wrong|" +
    "What may go wrong|Potential problems|Potential issues|Possible problems|Possible issues|Gotchas|" +
    "Pitfalls|Hazards|Threats|Threat model|Open risks|Residual risk|Unknowns|Which parts are affected?|" +
    "Does this pull request potentially affect one of the following parts?|Who is affected|" +
    "What is affected|Affected users|Affected systems|Scope of impact|Radius of impact|Post-deployment|" +
    "Post-deploy steps|Pre-deploy steps|Before deploying|After deploying|Deployment order|" +
    "Deployment steps|Deprecations|Safeguards|Safety net|Privacy impact|Pros and cons|Affected|Impacted|" +
    "Revert|Compat|Downtime|Escape hatch|Kill switch|If it goes wrong|If this goes wrong|" +
    "If something goes wrong|What happens if this fails?|What if this fails?|In case of failure|Concerns|" +
    "Things that could go wrong|Things that may go wrong|Safe to roll back|Safe to revert|" +
    "Can it be reverted?|Can this be rolled back?",
  testing:
    "Test|Tests|Test plan|How to test|How has this been tested?|Verification|QA|Validation|Tested|" +
    "Test cases|Test scenarios|Test coverage|Test results|Tests added|Testing done|Testing instructions|" +
    "How to verify|How did you verify this?|How was this verified?|How to validate|How to check|Verify|" +
    "Validate|QA steps|QA plan|QA instructions|QA notes|Quality assurance|Acceptance tests|" +
    "How to reproduce|Steps to reproduce|Reproduction|Repro|Repro steps|Reproduction steps|" +
    "Test environment|How do I test this?|Testing this|Testing strategy|Smoke test|Test on|Tested on|" +
    "Tested with|Test automation coverage|QA testing|Testing and validation|Testing checklist|" +
    "Test checklist|How to run|How to try|Operation check|Try it|Evidence of testing|E2E tests|" +
    "Unit tests|Integration tests|What I tested|What was tested|What has been tested|How I know it works|" +
    "How do we know it works?|How do you know it works?|How do you know that this works?|" +
    "Proof that it works|Proof it works|Proof|Evidence|Verified by|Verification steps|Steps to verify|" +
    "Steps to test|Steps to validate|How to try it out|Try it out|Sanity check|Sanity checks|" +
    "Manual checks|Checks performed|Regression tests|Test matrix|Test report|Tests run|Test run|" +
    "Testing performed|How to QA|How can this be tested?|How to confirm|How to exercise this|" +
    "What did you test?|How did you check this?|How was this checked?|How we tested|Tried on|" +
    "How to check that it works|How to see it work|How to see it in action|CI results|CI run|" +
    "Reviewer testing|How reviewers verify",
  review_focus:
    "Reviewer notes|Where to start|Focus|Notes for reviewers|Feedback wanted|For reviewers|" +
    "For the reviewer|For the reviewers|To the reviewer|To reviewers|Dear reviewers|Review notes|" +
    "Notes to reviewers|Note to reviewer|Special notes for your reviewer|How to review|" +
    "Where should the reviewer start?|Where should reviewers start?|Review guide|Reviewer guide|" +
    "Review instructions|Review request|Reviewer checklist focus|Review focus areas|Areas of focus|" +
    "Focus areas|Questions for reviewers|Questions|Open questions|Feedback|Feedback requested|" +
    "Points to check|Points to review|What to review|What to look at|What to look for|Attention|" +
    "Areas needing attention|Please review|Please look at|Message to reviewers|Reading order|" +
    "Review order|Reviewer tips|Tips for reviewers|Tips for review|Guidance for reviewers|" +
    "Reviewer guidance|Before you review|Discussion points|Points for discussion|Requests for reviewers|" +
    "Reviewer attention|Look at|Review hints|Reviewer hints|" +
    "Is there anything you'd like reviewers to focus on?|Anything reviewers should know?|Where to look|" +
    "Where to look first|Where to begin|Where should I start?|Where do I start?|Start here|" +
    "Suggested review order|Suggested reading order|Suggested order of review|Recommended review order|" +
    "Recommended reading order|Order of review|Order of reading|Review path|Review scope|Review strategy|" +
    "Reading guide|How to read|How to read this|How to read this diff|Key files|Key files to review|" +
    "Important files|Most important files|Main files|Core files|Critical files|Files to review|" +
    "Files to look at|Files to focus on|Files worth a look|What to focus on|Please focus on|" +
    "Please pay attention to|Pay attention to|Where I need help|What I need from you|" +
    "What I need from reviewers|Feedback needed|Looking for feedback on|Feedback wanted on|Input needed|" +
    "Input wanted|Seeking feedback|Unsure about|Not sure about|What I am unsure about|Things to check|" +
    "Things to look at|Things to look for|Things to review|Points of attention|Points of interest|" +
    "Attention points|Areas to review|Areas of attention|Decisions needed|Decision needed|Open points|" +
    "For review|Reviewing|Reviewing this|Review guidance|Guide for reviewers|Suggestions for reviewers|" +
    "Ask|Asks|Where to start reading|Where to start reviewing|Suggested order|Recommended order|" +
    "Please look closely at|Look closely at|What to look out for|Look here first|What kind of feedback?|" +
    "Files of interest|Hot spots|Hotspots|Entry points|Things to pay attention to|" +
    "What to pay attention to|Special attention to|Start reading here|Feedback I'm looking for|" +
    "Feedback I would like|Need help with|Help needed|Help needed with|Request for comments|RFC|" +
    "Files to start with|Things to note",
};
