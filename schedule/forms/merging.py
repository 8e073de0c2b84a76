"""Two who write minutes at once: what both typed, in one form to be saved again."""

from schedule.forms.minutes import HEAD, ROW, MinutesForm


def over_present(sent):
    """The form again, over the minutes as another has saved them meanwhile.

    Where the writer changed nothing, what stands now is taken. Where both did, his own
    is kept, and ``theirs`` of the field says what stands now. Rows that the other added
    come last; one that he removed comes back if it was changed here.
    """
    merging = _Merging(sent)
    merging.head()
    merging.rows()
    return merging.form()


class _Merging:
    def __init__(self, sent):
        self.sent, self.now = sent, MinutesForm(sent.sitting)
        self.data, self.theirs = sent.data.copy(), {}

    def head(self):
        self.data["version"] = str(self.now.head["version"].value())
        for name in HEAD:
            self._field(self.sent.head[name], self.now.head[name])

    def rows(self):
        standing = {str(form["pk"].value()): form for form in self.now.rows}
        for form in self.sent.rows:
            now = standing.pop(form["pk"].value() or "", None)
            if now:
                for name in ("order", *ROW):
                    self._field(form[name], now[name])
            elif form["pk"].value():
                self._gone(form)
        standing.pop("None", None)
        for form in standing.values():
            self._added(form)

    def form(self):
        made = MinutesForm(self.sent.sitting, self.data)
        for form in (made.head, *made.rows):
            for field in form:
                field.theirs = self.theirs.get(field.html_name)
        return made

    def _field(self, sent, now):
        standing = _text(now)
        shown = _lines(self.data.get(sent.html_initial_name, ""))
        if sent.name not in sent.form.changed_data:
            self.data[sent.html_name] = standing
        elif standing not in {shown, _lines(sent.value() or "")}:
            self.theirs[sent.html_name] = standing
        self.data[sent.html_initial_name] = standing

    def _gone(self, form):
        self.data[form["pk"].html_name] = ""
        if not {*ROW} & {*form.changed_data}:
            for name in ("order", *ROW):
                self.data[form[name].html_name] = ""

    def _added(self, form):
        number = int(self.data["rows-TOTAL_FORMS"])
        self.data["rows-TOTAL_FORMS"] = str(number + 1)
        for field in form:
            name = f"rows-{number}-{field.name}"
            self.data[name] = self.data[f"initial-{name}"] = _text(field)


def _text(field):
    value = field.value()
    return "" if value is None or value is False else _lines(str(value))


def _lines(text):
    """Browsers end lines with two signs."""
    return "\n".join(text.splitlines())
