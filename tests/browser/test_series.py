"""A sitting is made to come again, by hand and without a script."""

from schedule.models import Series, Sitting


def test_a_sitting_comes_again_each_month(demo, plain_page, sign_in):
    page, before = plain_page, Series.objects.count()
    sitting = Sitting.objects.filter(series=None, state="confirmed").latest("during")
    sign_in(page, "general_services")
    page.goto(f"/en/schedule/sittings/{sitting.pk}/")
    page.get_by_role("link", name="It comes again").click()
    page.get_by_role("button", name="Show all sittings").click()
    page.get_by_role("button", name="Enter the sittings").click()
    assert page.get_by_role("heading", name=sitting.subject).is_visible()
    assert Series.objects.count() == before + 1
    assert page.get_by_role("link", name="Another rule, or prolong").is_visible()
