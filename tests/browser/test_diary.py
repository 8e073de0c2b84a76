"""A private secretary's morning: consent, a tour over a sitting, a sitting moved."""

from schedule.models import Block, Chair, Consent, Sitting

PHONE = {"width": 360, "height": 740}


def waiting():
    chair = Chair.objects.get(shown_as="সচিব মহোদয়")
    return Consent.objects.waiting(chair.officer)


def day_of(page, sitting):
    chair = Chair.objects.get(shown_as="সচিব মহোদয়")
    page.goto(f"/en/schedule/diary/{chair.pk}/{sitting.begins:%Y-%m-%d}/")


def test_a_morning_of_a_secretary(demo, open_page, sign_in):
    """Without JavaScript, on a telephone."""
    page = open_page(java_script_enabled=False)
    page.set_viewport_size(PHONE)
    sign_in(page, "private_secretary")
    consent_is_given_with_one_click(page)
    a_tour_over_a_sitting_is_asked_about(page)
    a_sitting_is_moved_in_two_clicks(page)


def consent_is_given_with_one_click(secretary):
    first, before = waiting()[0], len(waiting())
    secretary.goto("/en/schedule/diary/")
    secretary.get_by_role("button", name="Give consent").first.click()
    secretary.get_by_role("status").filter(has_text="The answer was saved.").wait_for()
    assert len(waiting()) == before - 1
    assert Consent.objects.get(pk=first.pk).answer == "given"


def a_tour_over_a_sitting_is_asked_about(secretary):
    sitting = waiting().last().sitting
    day_of(secretary, sitting)
    secretary.get_by_role("link", name="Enter busy time").click()
    secretary.get_by_label("tour").check()
    secretary.get_by_role("button", name="Save").click()
    told = secretary.get_by_role("alert").filter(has_text="At that time stand:")
    assert sitting.subject in told.inner_text()
    secretary.get_by_role("button", name="Enter all the same").click()
    secretary.get_by_role("link", name="to be settled", exact=True).wait_for()
    Block.objects.standing().latest("pk").claims.filter(strength="unsettled").get()


def a_sitting_is_moved_in_two_clicks(secretary):
    sitting = waiting().last().sitting
    day_of(secretary, sitting)
    link = f'a[href$="/sittings/{sitting.pk}/move/"]'
    secretary.locator(link).click()
    secretary.locator("button[name=slot]").first.click()
    secretary.get_by_role("status").filter(has_text="The sitting was moved.").wait_for()
    moved = Sitting.objects.get(pk=sitting.pk)
    assert moved.begins != sitting.begins
    assert moved.consent_set.last().answer == "given"
