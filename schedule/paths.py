"""Days, weeks and months in addresses: /schedule/2017-02-14/, as people type them."""

from datetime import date, timedelta
from functools import wraps

from django.shortcuts import redirect
from django.urls import register_converter, reverse

from innovation_portal.bangla.calendar import format_dates, parse_date
from innovation_portal.bangla.speech import language

DIGIT = "[0-9০-৯]"


class DayConverter:
    """A date of this century or its neighbours; no other has a page."""

    regex = f"{DIGIT}{{4}}-{DIGIT}{{1,2}}-{DIGIT}{{1,2}}"

    def to_python(self, value):
        """Raises ValueError, which is a 404, for a day that does not exist."""
        if day := parse_date(value):
            return day
        raise ValueError(value)

    def to_url(self, day):
        return day.isoformat()


class WeekConverter(DayConverter):
    """Any day of the week; its own address is that of its Sunday."""

    def to_python(self, value):
        return sunday_of(super().to_python(value))

    def to_url(self, day):
        return sunday_of(day).isoformat()


class MonthConverter(DayConverter):
    regex = f"{DIGIT}{{4}}-{DIGIT}{{1,2}}"

    def to_python(self, value):
        return super().to_python(f"{value}-01")

    def to_url(self, day):
        return f"{day:%Y-%m}"


register_converter(DayConverter, "day")
register_converter(WeekConverter, "week")
register_converter(MonthConverter, "month")


def sunday_of(day):
    """The week begins on Sunday, as that of the office does."""
    return day - timedelta(days=day.isoweekday() % 7)


def month_later(day, months=1):
    """The first day of another month."""
    number = day.year * 12 + day.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def at_one_address(view):
    """Lead ২০১৭-২-১৪, or a Tuesday asked for as a week, to the one address of it."""

    @wraps(view)
    def page(request, **kwargs):
        address = reverse(request.resolver_match.view_name, kwargs=kwargs)
        if request.path != address:
            return redirect(address, permanent=True)
        return view(request, **kwargs)

    return page


def last_of_month(day):
    return month_later(day) - timedelta(days=1)


def week_of(day):
    """Its seven days, from Sunday."""
    return [sunday_of(day) + timedelta(days=n) for n in range(7)]


def around_week(sunday):
    """What a page of a week says of it: its dates, the weeks before and after."""
    week = timedelta(days=7)
    return {
        "day": sunday,
        "dates": format_dates(sunday, week_of(sunday)[-1], language()),
        "earlier_day": sunday - week,
        "later_day": sunday + week,
    }


def around_month(day):
    return {
        "day": day,
        "earlier_day": month_later(day, -1),
        "later_day": month_later(day),
    }
