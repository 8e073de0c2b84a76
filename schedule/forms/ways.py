"""A way out as a sentence and an address, for those who found no free slot."""

from dataclasses import dataclass
from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from innovation_portal.bangla.numbers import in_digits
from innovation_portal.bangla.speech import language
from schedule.forms.free import address_of
from schedule.slots.hindrances import Way
from schedule.slots.lengths import length_name

SENTENCES = {
    "any_room": _("In another room"),
    "less_equipment": _("In a room without this equipment"),
    "outside": _("Outside, in no room of the ministry"),
    "any_hour": _("At another time of the day"),
    "through_break": _("Going through the midday break"),
    "later": _("On later days"),
}
AT_ONCE = 3  # busy times that are told


@dataclass(frozen=True)
class SaidWay:
    way: Way

    @property
    def sentence(self):
        if self.way.kind == "without":
            return _("Without: %(name)s") % {"name": self.way.who}
        if self.way.kind == "fewer_people":
            number = in_digits(self.way.wanted.people, language())
            return _("For fewer people: %(number)s") % {"number": number}
        if self.way.kind == "shorter":
            minutes = self.way.wanted.length // timedelta(minutes=1)
            return _("For: %(length)s") % {"length": length_name(minutes)}
        return SENTENCES[self.way.kind]

    @property
    def address(self):
        return address_of(self.way.wanted)

    @property
    def slot(self):
        return self.way.slot

    @property
    def who(self):
        return self.way.who

    @property
    def busy(self):
        return self.way.busy[:AT_ONCE]

    @property
    def busier(self):
        """Whether there are more busy times than are told."""
        return len(self.way.busy) > AT_ONCE
