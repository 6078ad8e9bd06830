"""Who may open what: one table for every route inside an organisation.

A route that is not here opens for nobody. Within a route, ``access.py`` of its room decides about
the one thing asked for, such as a lead's own teams.
"""

from collections.abc import Mapping

from beide.web.organisation.roles import Role

Roles = frozenset[Role]

EVERYONE: Roles = frozenset(Role)
WORKING: Roles = EVERYONE - {Role.COUNCIL}
LEADING: Roles = frozenset({Role.LEAD, Role.ADMINISTRATOR})
RUNNING: Roles = frozenset({Role.ADMINISTRATOR})
WATCHING: Roles = frozenset({Role.COUNCIL, Role.ADMINISTRATOR})

TABLE: Mapping[str, Roles] = {
    # organisation
    "organisation:settings": RUNNING,
    "organisation:export": RUNNING,
    "organisation:erase": RUNNING,
    "organisation:teams": RUNNING,
    "organisation:team_add": RUNNING,
    "organisation:team": RUNNING,
    "organisation:team_remove": RUNNING,
    "organisation:people": RUNNING,
    "organisation:member": RUNNING,
    "organisation:member_remove": RUNNING,
    "organisation:invite": RUNNING,
    "organisation:invite_again": RUNNING,
    "organisation:invite_withdraw": RUNNING,
    "organisation:invite_put_back": RUNNING,
    # tensions
    "tensions:list": WORKING,
    "tensions:new": WORKING,
    "tensions:detail": WORKING,
    "tensions:recognise": WORKING,
    "tensions:choose": WORKING,
    "tensions:choose_undo": WORKING,
    "tensions:edit": WORKING,
    "tensions:withdraw": WORKING,
    "tensions:bring_back": WORKING,
    # hierarchy
    "hierarchy:board": WORKING,
    "hierarchy:list": WORKING,
    "hierarchy:start": WORKING,
    "hierarchy:detail": WORKING,
    "hierarchy:change": WORKING,
    "hierarchy:move": WORKING,
    "hierarchy:undo": WORKING,
    "hierarchy:stop": WORKING,
    "hierarchy:resume": WORKING,
    "hierarchy:look": WORKING,
    "hierarchy:look_undo": WORKING,
    "hierarchy:step_add": WORKING,
    "hierarchy:step": WORKING,
    "hierarchy:step_as_it_was": WORKING,
    "hierarchy:step_done": WORKING,
    "hierarchy:step_remove": WORKING,
    "hierarchy:step_put_back": WORKING,
    # network
    "network:list": WORKING,
    "network:start": WORKING,
    "network:detail": WORKING,
    "network:frame": WORKING,
    "network:move": WORKING,
    "network:undo": WORKING,
    "network:close": WORKING,
    "network:close_undo": WORKING,
    "network:stop": WORKING,
    "network:resume": WORKING,
    "network:resume_undo": WORKING,
    "network:join": WORKING,
    "network:leave": WORKING,
    "network:rejoin": WORKING,
    "network:accept": WORKING,
    "network:agree": LEADING,
    "network:agree_undo": LEADING,
    "network:propose": LEADING,
    "network:propose_undo": LEADING,
    "network:call": WORKING,
    "network:call_close": WORKING,
    "network:call_reopen": WORKING,
    "network:experiment_new": WORKING,
    "network:experiment": WORKING,
    "network:experiment_edit": WORKING,
    "network:experiment_remove": WORKING,
    "network:experiment_put_back": WORKING,
    "network:experiment_begin": WORKING,
    "network:experiment_not_begun": WORKING,
    "network:experiment_learn": WORKING,
    "network:experiment_unlearn": WORKING,
    "network:experiment_again": WORKING,
    "network:ledger_add": WORKING,
    "network:ledger_edit": WORKING,
    "network:ledger_remove": WORKING,
    "network:ledger_put_back": WORKING,
    # exchange
    "exchange:both": WORKING,
    "exchange:insights": WORKING,
    "exchange:insight": WORKING,
    "exchange:insight_new": WORKING,
    "exchange:insight_edit": WORKING,
    "exchange:offer": WORKING,
    "exchange:answer": WORKING,
    "exchange:use": WORKING,
    "exchange:check": WORKING,
    "exchange:take_back": WORKING,
    "exchange:take_back_check": WORKING,
    # evidence
    "evidence:list": WORKING,
    "evidence:consent": RUNNING,
    "evidence:consent_withdraw": RUNNING,
    "evidence:consent_restore": RUNNING,
    "evidence:council": WATCHING,
    "evidence:log_add": LEADING,
    "evidence:log": WORKING,
    "evidence:columns": LEADING,
    "evidence:progress": LEADING,
    "evidence:cancel": LEADING,
    "evidence:log_change": LEADING,
    "evidence:log_remove": LEADING,
    "evidence:promise_add": LEADING,
    "evidence:promise": WORKING,
    "evidence:promise_change": LEADING,
    "evidence:promise_again": LEADING,
    "evidence:promise_remove": LEADING,
    "evidence:promise_restore": LEADING,
    "evidence:promise_download": WORKING,
}
