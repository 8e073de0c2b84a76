"""Formats and calls, plans with their rows and steps, and the packages made of them."""

from workplans.models.call import Call, Extension, Period
from workplans.models.format import Column, Format
from workplans.models.package import Holding, Package, PackageFile
from workplans.models.plan import Item, Plan
from workplans.models.step import Remark, Step

__all__ = [
    "Call",
    "Column",
    "Extension",
    "Format",
    "Holding",
    "Item",
    "Package",
    "PackageFile",
    "Period",
    "Plan",
    "Remark",
    "Step",
]
