"""Designations, officers, editions, entries, words; uploads on their way in."""

from directory.models.count import Assumption, DailyCount
from directory.models.edition import Edition, Entry
from directory.models.hiding import Hidden
from directory.models.line import LABELS, PHONE_KINDS, Line
from directory.models.paper import EditionPaper
from directory.models.people import Designation, Officer
from directory.models.report import Report, Sender, SenderDay
from directory.models.upload import Choice, Upload, UploadLine
from directory.models.word import SearchRules, Word

__all__ = [
    "LABELS",
    "PHONE_KINDS",
    "Assumption",
    "Choice",
    "DailyCount",
    "Designation",
    "Edition",
    "EditionPaper",
    "Entry",
    "Hidden",
    "Line",
    "Officer",
    "Report",
    "SearchRules",
    "Sender",
    "SenderDay",
    "Upload",
    "UploadLine",
    "Word",
]
