import pytest
from django.urls import reverse

from schedule.details import Part
from schedule.models import Claim, Policy, Sitting, Strength
from tests.schedule.entering import errors
from tests.schedule.sittings import sitting

pytestmark = pytest.mark.django_db
RULES = "/en" + reverse("schedule:policy_change")
WHOLE = {"taking_part": "warning", "hold_hours": "৪৮", "visits": "৩"}


@pytest.fixture
def clerk(cast):
    return cast["general_services"]


def save(clerk, **values):
    return clerk.post(RULES, WHOLE | values, follow=True)


def strengths(office):
    claims = Claim.objects.filter(office=office).order_by("during")
    return list(claims.values_list("strength", flat=True))


def test_before_anything_is_said_the_page_shows_the_cautious_rules(clerk):
    form = clerk.get(RULES).context["form"]
    assert [form.initial[name] for name in WHOLE] == ["warning", 48, 3]


def test_the_rules_are_kept(clerk):
    save(clerk, hold_hours="২৪", visits="0", taking_part="off")
    rules = Policy.objects.get()
    assert (rules.hold_hours, rules.visits, rules.taking_part) == (24, 0, "off")


@pytest.mark.parametrize(
    "values",
    [
        {"taking_part": "x"},
        {"taking_part": ""},
        {"hold_hours": "0"},
        {"hold_hours": "৭২১"},
        {"hold_hours": "x"},
        {"visits": "-1"},
        {"visits": "1001"},
    ],
)
def test_each_thing_has_a_sentence_at_its_place(clerk, values):
    assert list(errors(save(clerk, **values))) == list(values)
    assert not Policy.objects.exists()


class TestTakingPart:
    @pytest.fixture
    def office(self, cast):
        """It takes part in two sittings at one time."""
        parts = (Part("অনুবিভাগ", office=cast.wing),)
        sitting("10:00", "11:00", parts=parts)
        sitting("10:30", "11:30", parts=parts)
        return cast.wing

    def test_a_harder_rule_lists_what_now_clashes(self, clerk, office):
        answer = save(clerk, taking_part="hard")
        assert sorted(strengths(office)) == ["hard", "hard", "unsettled"]
        assert len(answer.context["unsettled"]) == 1

    def test_a_softer_one_settles_it(self, clerk, office):
        save(clerk, taking_part="hard")
        answer = save(clerk, taking_part="warning")
        assert strengths(office) == [Strength.WARNING, Strength.WARNING]
        assert list(answer.context["unsettled"]) == []

    def test_what_is_not_looked_at_claims_nothing(self, clerk, office):
        save(clerk, taking_part="off")
        assert strengths(office) == []

    def test_past_sittings_are_left_as_they_were(self, clerk, office):
        for row in Sitting.objects.all():
            row.during = row.begins.replace(year=2020), row.ends.replace(year=2020)
            row.save()
        save(clerk, taking_part="hard")
        assert strengths(office) == [Strength.WARNING, Strength.WARNING]
