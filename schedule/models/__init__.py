"""Rooms, sittings, and the claims that keep two of them off one slot."""

from schedule.models.block import Block
from schedule.models.chair import Chair, Consent
from schedule.models.claim import Claim, Strength, Waiver
from schedule.models.imported import Import
from schedule.models.minutes import Decision, DecisionProgress, Minutes
from schedule.models.move import Move
from schedule.models.paper import PaperKind, PaperText, SittingPaper
from schedule.models.participant import Participant
from schedule.models.policy import Policy
from schedule.models.refusal import Refusal
from schedule.models.room import Equipment, Room
from schedule.models.series import Series
from schedule.models.sitting import Sitting
from schedule.models.state import ScheduleState

__all__ = [
    "Block",
    "Chair",
    "Claim",
    "Consent",
    "Decision",
    "DecisionProgress",
    "Equipment",
    "Import",
    "Minutes",
    "Move",
    "PaperKind",
    "PaperText",
    "Participant",
    "Policy",
    "Refusal",
    "Room",
    "ScheduleState",
    "Series",
    "Sitting",
    "SittingPaper",
    "Strength",
    "Waiver",
]
