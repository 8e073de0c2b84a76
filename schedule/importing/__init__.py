"""Sittings that come in as files.

A reader turns a file into a ``Reading`` of ``Row``s, which are texts by field; all
after it is common to every kind of file. ``understanding`` makes Details of the texts,
``comparing`` finds what is there already and what clashes, the page ``import_preview``
shows it, and ``actions.importing`` enters the chosen lines in one transaction.

A new kind of file needs a function ``read(path, filename) -> Reading``, named in
``reading.READERS`` by the ending of the file's name. It raises SheetError or
ValidationError for a file that cannot be taken at all. Whoever has Details already
calls ``actions.importing.take(lines=[Line(details=…, uid=…)], by=…)``.
"""
