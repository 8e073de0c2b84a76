"""Pages of a long table, without counting a million rows for each of them."""

from django.core.paginator import EmptyPage, Page, Paginator
from django.utils.functional import cached_property

LINES = 50  # of a table on a page


class TablePaginator(Paginator):
    """Pages of one length: django-tables2 would take another from any address."""

    def __init__(self, object_list, per_page, **rest):
        super().__init__(object_list, LINES, **rest)


class CappedPaginator(TablePaginator):
    """Counts to a thousand and says "or more"; its pages go on beyond.

    An exact count of a million rows costs 50 to 230 ms, a page of them 3 ms.
    """

    LIMIT = 1000
    LAST = 10**6  # beyond it the offset would not fit the database's integers

    @cached_property
    def count(self):
        return min(self.LIMIT, self._counted)

    @cached_property
    def capped(self):
        return self._counted > self.LIMIT

    @cached_property
    def _counted(self):
        return self.object_list.data.data.count_to(self.LIMIT + 1)

    def page(self, number):
        """One page; one row more is read to know whether another follows.

        Raises EmptyPage beyond the last, PageNotAnInteger for what is no number.
        """
        number = self.validate_number(number)
        start = (number - 1) * self.per_page
        rows = list(self.object_list[start : start + self.per_page + 1])
        if not rows and number > 1:
            raise EmptyPage
        return CappedPage(rows, number, self)

    def validate_number(self, number):
        beyond = str(number).isdigit() and int(number) > self.num_pages
        if self.capped and beyond and int(number) <= self.LAST:
            return int(number)
        return super().validate_number(number)


class CappedPage(Page):
    def __init__(self, rows, number, paginator):
        self.more = len(rows) > paginator.per_page
        super().__init__(rows[: paginator.per_page], number, paginator)

    def has_next(self):
        return self.more
