"""Rows for tests, without surprises: what a test relies on, it says itself."""

import datetime

import factory
from factory.django import DjangoModelFactory

from directory.models import Designation, Officer
from innovation_portal.models import Appointment, FormerName, Office, User


class OfficeFactory(DjangoModelFactory):
    class Meta:
        model = Office

    name_bn = factory.Sequence(lambda n: f"দপ্তর {n}")
    name_en = factory.Sequence(lambda n: f"Office {n}")
    kind = Office.Kind.OFFICE


class FormerNameFactory(DjangoModelFactory):
    class Meta:
        model = FormerName

    office = factory.SubFactory(OfficeFactory)
    name_bn = factory.Sequence(lambda n: f"পুরোনো দপ্তর {n}")
    until = datetime.date(2016, 1, 1)


class UserFactory(DjangoModelFactory):
    """A user without any role; ``password`` is set as given."""

    class Meta:
        model = User
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"user{n}")
    full_name = factory.Sequence(lambda n: f"ব্যবহারকারী {n}")
    office = factory.SubFactory(OfficeFactory)

    @factory.post_generation
    def password(self, create, given, **kwargs):
        if given:
            self.set_password(given)
            self.save()


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = Appointment

    user = factory.SubFactory(UserFactory)
    role = "general_services"
    office = factory.SelfAttribute("user.office")
    since = datetime.date(2017, 1, 1)
    reason = "অফিস আদেশ"


class DesignationFactory(DjangoModelFactory):
    class Meta:
        model = Designation

    name_bn = factory.Sequence(lambda n: f"পদবি {n}")


class OfficerFactory(DjangoModelFactory):
    class Meta:
        model = Officer

    name = factory.Sequence(lambda n: f"কর্মকর্তা {n}")
