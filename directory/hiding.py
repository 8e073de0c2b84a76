"""What a reader may see of the telephone numbers; visitors see what is not hidden."""

from collections import defaultdict

from directory.models import Hidden


class Veil:
    """Hidden columns, of all lines and of single ones."""

    def __init__(self, rows=()):
        self.everywhere, self.of_line = set(), defaultdict(set)
        for column, line in rows:
            (self.everywhere if line is None else self.of_line[line]).add(column)

    def hides(self, line):
        """The columns of a line, by its number, that are not shown."""
        return self.everywhere | self.of_line.get(line, set())

    def over(self, entries):
        """The entries without what is hidden of them, as a list; they are not saved."""
        return list(self.each(entries))

    def each(self, entries):
        """The same one by one, for files of any length."""
        return map(self._cover, entries)

    def _cover(self, entry):
        hidden = self.hides(entry.line)
        for column in hidden:
            setattr(entry, column, "")
        entry.numbers = [n for n in entry.numbers if n["field"] not in hidden]
        return entry


def visitors_veil():
    return Veil(Hidden.objects.values_list("column", "line"))


def veil_for(user):
    """Who is signed in sees all numbers."""
    return Veil() if user.is_authenticated else visitors_veil()
